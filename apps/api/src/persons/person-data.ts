import { type PersonRecord, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { rolesOf } from '../auth/roles.js';
import type { RoleHeld } from '../auth/viewer.js';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { type OwnStory, ownStory } from './own-entries.js';

/** All that is kept of one person, for a machine to read. */
export interface PersonData extends OwnStory, ReturnType<typeof fromVault> {
  readonly madeAt: string;
  readonly rolesHeld: readonly RoleHeld[];
}

/** Gathers what is kept of a person from the vault and the log, and nothing about others. */
@Injectable()
export class PersonDataReader {
  constructor(
    private readonly vault: Vault,
    private readonly worlds: Worlds,
  ) {}

  async of(id: string): Promise<PersonData> {
    const record = await this.vault.recordOf(id);
    if (!record) {
      const erased = (await this.vault.standing(id)) === 'erased';
      throw new Refusal(erased ? 'person/erased' : 'person/unknown');
    }
    const { store } = this.worlds.own;
    return {
      madeAt: new Date().toISOString(),
      ...fromVault(record),
      rolesHeld: await rolesOf(store, id),
      ...(await ownStory(store, id)),
    };
  }
}

/** Instants as people read them. Whom else a link was for, and what strangers told, is not theirs. */
const fromVault = ({ person, keys, ...record }: PersonRecord) => ({
  pseudonym: person.id,
  label: person.label,
  since: instant(person.createdAt),
  sessions: record.sessions.map(({ expiresAt }) => ({ expiresAt: instant(expiresAt) })),
  signInLinks: record.links.map(({ expiresAt, usedAt, ...link }) => ({
    ...link,
    expiresAt: instant(expiresAt),
    ...(usedAt === undefined ? {} : { usedAt: instant(usedAt) }),
  })),
  /** There is an address by which a calendar of theirs reads; what it is nobody can read again. */
  calendarAddress: keys.includes('calendar'),
  noticesSettled: record.settled.map(({ settledAt, ...notice }) => ({
    ...notice,
    ...(settledAt === undefined ? {} : { settledAt: instant(settledAt) }),
  })),
  internalNotes: record.notes.map(({ writtenAt, changedAt, ...note }) => ({
    ...note,
    writtenAt: instant(writtenAt),
    ...(changedAt === undefined ? {} : { changedAt: instant(changedAt) }),
  })),
  filesUploaded: record.uploads.map(({ uploadedAt, ...upload }) => ({
    ...upload,
    uploadedAt: instant(uploadedAt),
  })),
  filesErased: record.erasedFiles.map(({ sha256, at }) => ({ sha256, erasedAt: instant(at) })),
});

const instant = (at: number): string => new Date(at).toISOString();
