import { Injectable } from '@nestjs/common';
import { type Person, Vault } from '@klimaspur/vault';

/** Until somebody chooses another one. */
const LABEL = 'Betrieb';
const SECRET = 'first-operator';

/** The person behind the bearer token, who is there before anybody has signed in. */
@Injectable()
export class FirstOperator {
  constructor(private readonly vault: Vault) {}

  async person(): Promise<Person> {
    const id = asUuid(await this.vault.secret(SECRET));
    const known = await this.vault.person(id);
    if (known) return known;
    if ((await this.vault.standing(id)) === 'erased') {
      // Whoever holds the token from now on is somebody else.
      await this.vault.renewSecret(SECRET, Date.now());
      return this.person();
    }
    return this.vault.keepPerson({ id, label: LABEL, createdAt: Date.now() });
  }
}

/** A UUIDv4 of random bytes. */
function asUuid(random: Uint8Array): string {
  const bytes = Buffer.from(random.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
