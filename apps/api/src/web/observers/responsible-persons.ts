import { catalogue, checkFields, type Issue, optional, pattern, text } from '@klimaspur/domain';
import type { Municipality } from '@klimaspur/read-models';
import { type ResponsiblePerson, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { roleFor } from '../../auth/rights.js';
import type { Viewer } from '../../auth/viewer.js';
import { PublicNeeds } from '../../commands/public-needs.js';
import type { World } from '../../persistence/world.js';

/** What is said of whoever answers for a town by press law; nothing at all takes them away. */
export interface SaidResponsible {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
}

export const emailAddress = pattern(
  '^[^\\s@<>",;]{1,64}@[^\\s@<>",;]{1,185}\\.[^\\s@<>",;.]{2,}$',
  'name@example.org',
);

const fields = {
  name: text(200),
  address: text(500),
  email: optional(emailAddress),
};

/** Keeps them in the vault: they are persons, and the log is for ever. */
@Injectable()
export class ResponsiblePersons {
  constructor(
    private readonly vault: Vault,
    private readonly needs: PublicNeeds,
  ) {}

  async of(municipality: string): Promise<ResponsiblePerson | undefined> {
    return (await this.vault.responsible([municipality])).get(municipality);
  }

  async issuesOf(
    town: Pick<Municipality, 'id' | 'published'>,
    said: SaidResponsible,
  ): Promise<Issue[]> {
    const filled = filledIn(said);
    if (Object.keys(filled).length > 0) return checkFields(fields, filled);
    const missing = await this.needs.ofResponsible(town);
    return missing ? [missing] : [];
  }

  /** The caller has made sure that nothing is wrong with it. */
  async keep(municipality: string, said: SaidResponsible): Promise<void> {
    const { name, address = '', email = '' } = said;
    if (name === undefined) return this.vault.forgetResponsible(municipality);
    const changedAt = Date.now();
    await this.vault.keepResponsible(municipality, { name, address, email, changedAt });
  }
}

/** Whoever may say who observes may also name who is responsible; in the example everybody who is signed in. */
export const mayDescribeObservers = (
  { roles }: Viewer,
  { name }: Pick<World, 'name'>,
  municipality: string,
): boolean =>
  name === 'example' ||
  roleFor(roles, catalogue.MunicipalityObserversDescribed, { municipality }) !== undefined;

const filledIn = (said: SaidResponsible) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
