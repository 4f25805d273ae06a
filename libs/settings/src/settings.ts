import { delimiter, join, resolve } from 'node:path';

export type LogPlace = { kind: 'sqlite'; file: string } | { kind: 'eventstoredb'; url: string };
export type VaultPlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** Everything an operator can decide, checked once and never changed while the process runs. */
export interface Settings {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds all that must be backed up. */
  readonly dataFolder: string;
  readonly log: LogPlace;
  readonly vault: VaultPlace;
  /** Undefined: made at the first start and kept in the data folder. */
  readonly token: string | undefined;
  /** Public address without a slash at its end; undefined: the address that is listened on. */
  readonly baseUrl: string | undefined;
  readonly example: boolean;
  /** Days after which what strangers told a group is deleted. */
  readonly noticeDays: number;
  /** Largest file that is taken as evidence. */
  readonly fileMegabytes: number;
  /** Whether published links are asked now and then if they still lead somewhere; those of the example never are. */
  readonly linkCheck: boolean;
  /** How often at most the state of the log is signed by itself; 0: only when somebody asks, and at the end. */
  readonly checkpointSeconds: number;
  /** Where the browser that prints may lie: the first of them that is there; none: PDFs are not made. */
  readonly browsers: readonly string[];
}

/** A sentence for whoever runs the server, in both languages of the product. */
export interface Words {
  readonly de: string;
  readonly en: string;
}

/** All wrong settings at once, so that an operator corrects them in one go. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(private readonly said: readonly Words[]) {
    const problems = said.map(({ en }) => en);
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }

  in(lang: keyof Words): string {
    return this.said.map((words) => words[lang]).join('\n');
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const SHORTEST_TOKEN = 24;

const LOG_FORMS: Words = {
  de: 'sqlite:, sqlite:DATEI oder esdb://…',
  en: 'sqlite:, sqlite:FILE or esdb://…',
};

/** What names a vault, in the settings and on the command line. */
export const VAULT_FORMS: Words = {
  de: 'sqlite:, sqlite:DATEI oder postgres://BENUTZER:PASSWORT@RECHNER/DATENBANK',
  en: 'sqlite:, sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE',
};

/** Reads the settings from an environment; an empty variable counts as absent. */
export function readSettings(environment: Environment): Settings {
  const problems: Words[] = [];
  const get = (name: string) => environment[name]?.trim() || undefined;
  const refuse = (name: string, en: string, de: string) => {
    problems.push({
      de: `${name} muss ${de} sein, ist aber „${get(name)}“.`,
      en: `${name} must be ${en}, but is "${get(name)}".`,
    });
  };
  /** Without its value, in which there may be a password. */
  const refusePlace = (name: string, { de, en }: Words) => {
    problems.push({ de: `${name} muss ${de} sein.`, en: `${name} must be ${en}.` });
  };

  const dataFolder = resolve(get('KLIMASPUR_DATA') ?? 'data');
  const settings: Settings = {
    port: portOf(get('PORT') ?? '3000', () =>
      refuse('PORT', 'a number from 0 to 65535', 'eine Zahl von 0 bis 65535'),
    ),
    host: get('HOST') ?? '127.0.0.1',
    dataFolder,
    log: logOf(get('KLIMASPUR_LOG') ?? 'sqlite:', dataFolder, () =>
      refusePlace('KLIMASPUR_LOG', LOG_FORMS),
    ),
    vault: vaultOf(get('KLIMASPUR_VAULT') ?? 'sqlite:', dataFolder, () =>
      refusePlace('KLIMASPUR_VAULT', VAULT_FORMS),
    ),
    token: tokenOf(get('KLIMASPUR_TOKEN'), problems),
    baseUrl: baseUrlOf(get('KLIMASPUR_BASE_URL'), () =>
      refuse(
        'KLIMASPUR_BASE_URL',
        'an http:// or https:// address without path, query or user, such as https://klima.example.org',
        'eine Adresse mit http:// oder https:// ohne Pfad, Abfrage und Anmeldename, etwa https://klima.example.org',
      ),
    ),
    example: oneOfTwo(get('KLIMASPUR_EXAMPLE') ?? 'no', ['yes', 'no'], () =>
      refuse('KLIMASPUR_EXAMPLE', 'yes or no', 'yes oder no'),
    ),
    noticeDays: countOf(get('KLIMASPUR_NOTICE_DAYS') ?? '365', 3650, () =>
      refuse(
        'KLIMASPUR_NOTICE_DAYS',
        'a number of days from 1 to 3650',
        'eine Zahl von Tagen von 1 bis 3650',
      ),
    ),
    fileMegabytes: countOf(get('KLIMASPUR_FILE_MB') ?? '10', 100, () =>
      refuse(
        'KLIMASPUR_FILE_MB',
        'a number of megabytes from 1 to 100',
        'eine Zahl von Megabyte von 1 bis 100',
      ),
    ),
    linkCheck: oneOfTwo(get('KLIMASPUR_LINK_CHECK') ?? 'on', ['on', 'off'], () =>
      refuse('KLIMASPUR_LINK_CHECK', 'on or off', 'on oder off'),
    ),
    checkpointSeconds: countOf(
      get('KLIMASPUR_CHECKPOINT_SECONDS') ?? '60',
      86_400,
      () =>
        refuse(
          'KLIMASPUR_CHECKPOINT_SECONDS',
          'a number of seconds from 0 to 86400',
          'eine Zahl von Sekunden von 0 bis 86400',
        ),
      0,
    ),
    browsers: browsersOf(get('KLIMASPUR_CHROMIUM'), environment['PATH'] ?? ''),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  Object.freeze(settings.log);
  Object.freeze(settings.vault);
  return Object.freeze(settings);
}

/** What the packages of the usual systems call it. */
const browserNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const browsersOf = (setting: string | undefined, path: string): readonly string[] => {
  if (setting === 'off') return [];
  if (setting !== undefined) return [resolve(setting)];
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => browserNames.map((name) => join(folder, name)));
};

type Refuse = () => void;

function portOf(value: string, refuse: Refuse): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) refuse();
  return port;
}

function logOf(value: string, dataFolder: string, refuse: Refuse): LogPlace {
  if (/^esdb(\+discover)?:\/\/./.test(value)) return { kind: 'eventstoredb', url: value };
  if (!value.startsWith('sqlite:')) refuse();
  return { kind: 'sqlite', file: sqliteFile(value, dataFolder, 'log.db') };
}

function vaultOf(value: string, dataFolder: string, refuse: Refuse): VaultPlace {
  const place = vaultPlace(value, dataFolder);
  if (!place) refuse();
  return place ?? { kind: 'sqlite', file: '' };
}

/** Where a vault lies by its name; undefined: that is none. */
export function vaultPlace(value: string, dataFolder: string): VaultPlace | undefined {
  if (value.startsWith('sqlite:')) {
    return { kind: 'sqlite', file: sqliteFile(value, dataFolder, 'vault.db') };
  }
  const url = /^postgres(ql)?:\/\//.test(value) && URL.canParse(value) ? new URL(value) : undefined;
  const host = url && (url.hostname || url.searchParams.get('host'));
  // Without a name PostgreSQL takes the database that is called like the user.
  return host && url.pathname.length > 1 ? { kind: 'postgres', url: value } : undefined;
}

function sqliteFile(value: string, dataFolder: string, fallback: string): string {
  const file = value.slice('sqlite:'.length);
  return file === '' ? join(dataFolder, fallback) : resolve(dataFolder, file);
}

/** Long enough not to be guessed, and without what a header cannot hold. */
export const isToken = (value: string): boolean =>
  value.length >= SHORTEST_TOKEN && /^[!-~]+$/.test(value);

/** A token is a secret: the problem names its length, never its text. */
function tokenOf(value: string | undefined, problems: Words[]): string | undefined {
  if (value !== undefined && !isToken(value)) {
    problems.push({
      de: `KLIMASPUR_TOKEN muss mindestens ${SHORTEST_TOKEN} druckbare Zeichen ohne Leerzeichen haben.`,
      en: `KLIMASPUR_TOKEN must be at least ${SHORTEST_TOKEN} printable characters without spaces.`,
    });
  }
  return value;
}

function baseUrlOf(value: string | undefined, refuse: Refuse): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (!plain || url.search || url.hash || url.username) refuse();
  return url?.origin;
}

function countOf(value: string, most: number, refuse: Refuse, least = 1): number {
  const count = Number(value);
  if (!/^\d{1,5}$/.test(value) || count < least || count > most) refuse();
  return count;
}

/** True for the first of two words. */
function oneOfTwo(value: string, words: readonly [string, string], refuse: Refuse): boolean {
  if (!words.includes(value)) refuse();
  return value === words[0];
}
