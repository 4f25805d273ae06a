import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Backup, makeBackup } from '@klimaspur/backup';
import type { Settings } from '@klimaspur/settings';
import { copyVault, VaultUnavailable } from '@klimaspur/vault';
import {
  Controller,
  Header,
  HttpCode,
  Inject,
  type OnModuleInit,
  Post,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentViewer } from '../auth/auth.guard.js';
import { OperatorGuard } from '../auth/operator.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import { appVersion } from './app-version.js';

const TYPE = 'application/x-tar';

/** Log, vault and files of the own world as they are at one moment. The example can be made again at any time. */
@ApiTags('upkeep')
@ApiBearerAuth()
@UseGuards(OperatorGuard)
@Controller('api/v1/backups')
export class BackupController implements OnModuleInit {
  /** Beside what is copied, so that there is no other disk that could be full. */
  private readonly staging: string;
  private readonly vaultCopy: string;
  private running = false;

  constructor(
    private readonly worlds: Worlds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.staging = join(settings.dataFolder, 'backup.tmp');
    this.vaultCopy = join(settings.dataFolder, 'vault-copy.tmp');
  }

  /** Copies that a killed server left behind hold names of persons. */
  async onModuleInit(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
    await this.removeVaultFile();
  }

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'makeBackup',
    summary: 'Everything that must not be lost, as one tar file. Only by the token: it holds keys.',
  })
  @ApiOkResponse({ content: { [TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiResponse(problemResponse(401, 'No token.'))
  @ApiResponse(problemResponse(403, 'Only with the token of the first operator.'))
  @ApiResponse(problemResponse(409, 'A backup is running already, or the log lies on a server.'))
  @ApiResponse(problemResponse(503, 'It could not be made; the reason is named.'))
  async make(@CurrentViewer() { via }: Viewer): Promise<StreamableFile> {
    if (via !== 'token') throw new Refusal('auth/not-allowed');
    if (this.settings.log.kind !== 'sqlite') throw new Refusal('backup/log-elsewhere');
    if (this.running) throw new Refusal('backup/running');
    this.running = true;
    const { stream, cleared } = await this.begin();
    void cleared.then(() => (this.running = false));
    return new StreamableFile(stream, { type: TYPE });
  }

  private async begin(): Promise<Backup> {
    const { dataFolder } = this.settings;
    try {
      const vault = await this.vaultFile();
      return await makeBackup(
        { log: join(this.worlds.own.folder, 'log.db'), vault, folder: dataFolder },
        { staging: this.staging, app: appVersion(), now: new Date() },
      );
    } catch (error) {
      this.running = false;
      if (error instanceof VaultUnavailable) throw error;
      const { code, errcode, message } = error as NodeJS.ErrnoException & { errcode?: number };
      if (code === undefined && errcode === undefined) throw error;
      throw new Refusal('backup/failed', { params: { reason: errcode ? message : code } });
    } finally {
      await this.removeVaultFile();
    }
  }

  /**
   * A vault in a database comes along as the file that it would be, as it was at one moment before the log is copied: the
   * other way round what it signed meanwhile would be missing in the log.
   */
  private async vaultFile(): Promise<string> {
    const { vault } = this.settings;
    if (vault.kind === 'sqlite') return vault.file;
    await this.removeVaultFile();
    await mkdir(this.vaultCopy, { recursive: true, mode: 0o700 });
    const file = join(this.vaultCopy, 'vault.db');
    await copyVault(vault.url, `sqlite:${file}`);
    return file;
  }

  private removeVaultFile(): Promise<void> {
    return rm(this.vaultCopy, { recursive: true, force: true });
  }
}
