import { messages } from '@klimaspur/messages';
import {
  judgeProof,
  nodeSha256,
  nodeVerifyEd25519,
  type Proven,
  type Refuted,
  tellProof,
} from '@klimaspur/proofs';
import type { Settings } from '@klimaspur/settings';
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSameOrigin } from '../../auth/same-origin.js';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Checkpoints } from '../../proofs/checkpoints.js';
import { SETTINGS } from '../../settings.module.js';
import { typedIn, typedText } from '../forms/typed.js';
import { PageFrame } from '../page-frame.js';
import { inBoth } from '../paths.js';
import { ProofCheckPage } from './proof-check.page.js';
import { proofCheckPath } from './proof-check-paths.js';
import { proofWords } from './proof-words.js';

const tools = { sha256: nodeSha256, verify: nodeVerifyEd25519 };

/** „Nachweis prüfen“, without an account. Keeps nothing of what is sent. */
@ApiExcludeController()
@Controller()
export class ProofCheckController {
  constructor(
    private readonly frame: PageFrame,
    private readonly checkpoints: Checkpoints,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(inBoth(proofCheckPath))
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.show(request, reply);
  }

  /** Only where no script did it. */
  @Post(inBoth(proofCheckPath))
  async check(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!isSameOrigin(request, this.settings.baseUrl)) throw new Refusal('auth/foreign-origin');
    const source = typedText(typedIn(request.body), 'proof');
    const known = { key: this.key, checkpoint: this.checkpoints.newest()?.note };
    await this.show(request, reply, { source, judged: await judgeProof(tools, source, known) });
  }

  private get key(): string {
    return this.checkpoints.sealOf().key.verifier;
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked?: { readonly source: string; readonly judged: Proven | Refuted },
  ): Promise<void> {
    const lang = languageOf(request);
    const t = messages(lang);
    const checkpoint = this.checkpoints.newest()?.note;
    const title = t('proof.title');
    return this.frame.send(request, reply, {
      lang,
      title,
      description: t('proof.lead'),
      paths: { de: proofCheckPath('de'), en: proofCheckPath('en') },
      breadcrumbs: [{ label: t('nav.start'), href: `/${lang}` }, { label: title }],
      children: (
        <ProofCheckPage
          t={t}
          signer={this.key}
          {...(checkpoint ? { checkpoint } : {})}
          {...(asked ? { source: asked.source, told: tellProof(asked.judged, proofWords(t)) } : {})}
        />
      ),
    });
  }
}
