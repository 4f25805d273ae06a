import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly (string | { readonly source: string })[];
  readonly depends_on?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly healthcheck?: object;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
}

export interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

export const root = new URL('../../', import.meta.url);
export const readText = (file: string): string => readFileSync(new URL(file, root), 'utf8');

export const readCompose = (): Compose =>
  parse(readText('docker-compose.yml'), { merge: true }) as Compose;

/** What `docker compose --profile NAME up` starts; without a name what `docker compose up` does. */
export const startedBy = ({ services }: Compose, profile?: string): string[] =>
  Object.entries(services)
    .filter(
      ([, { profiles }]) => !profiles || (profile !== undefined && profiles.includes(profile)),
    )
    .map(([name]) => name);
