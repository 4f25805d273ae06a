import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority of its own, by openssl. */
export class Authority {
  readonly file: string;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {
    this.file = this.at('crt');
    this.openssl(
      ...['req', '-x509', '-days', '2', '-subj', `/CN=${name}`, ...newKey(this.at('key'))],
      ...['-addext', 'basicConstraints=critical,CA:TRUE', '-out', this.file],
    );
  }

  /** A certificate for a host: `IP:127.0.0.1` or `DNS:name`. */
  issue(host: string): { readonly cert: Buffer; readonly key: Buffer } {
    const [key, request, cert] = ['node.key', 'node.csr', 'node.crt'].map((file) => this.at(file));
    writeFileSync(this.at('ext'), `subjectAltName=${host}`);
    this.openssl('req', ...newKey(key!), '-subj', '/CN=node', '-out', request!);
    this.openssl(
      ...['x509', '-req', '-days', '2', '-in', request!, '-extfile', this.at('ext')],
      ...['-CA', this.file, '-CAkey', this.at('key'), '-CAcreateserial', '-out', cert!],
    );
    return { cert: readFileSync(cert!), key: readFileSync(key!) };
  }

  private at(ending: string): string {
    return join(this.folder, `${this.name}.${ending}`);
  }

  private openssl(...words: string[]): void {
    execFileSync('openssl', words, { stdio: 'pipe' });
  }
}

const newKey = (file: string): string[] => [
  ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file],
];
