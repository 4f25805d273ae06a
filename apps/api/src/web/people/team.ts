import type { Role } from '@klimaspur/domain';
import type { ReadModels } from '@klimaspur/read-models';
import { type LoginLink, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { Worlds } from '../../persistence/worlds.js';

/** Somebody who works on a town, in each of their roles there. */
export interface Member {
  readonly person: string;
  readonly label: string;
  readonly roles: readonly Role[];
}

/** An invitation nobody has used yet. */
export interface OpenInvitation extends Pick<LoginLink, 'id' | 'role' | 'expiresAt'> {
  /** Of somebody who is here already. */
  readonly label?: string;
}

/** Who works on a town: roles from the log, names from the vault. */
@Injectable()
export class Team {
  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  private get models(): ReadModels {
    return this.worlds.own.readModels;
  }

  /** Whoever was forgotten is nobody's member any more. */
  async of(municipality: string): Promise<Member[]> {
    const held = this.models.roles({ municipality });
    const labels = await this.vault.labels(new Set(held.map(({ person }) => person)));
    return [...labels]
      .map(([person, label]) => ({
        person,
        label,
        roles: held.filter((one) => one.person === person).map(({ role }) => role),
      }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
  }

  async open(municipality: string): Promise<OpenInvitation[]> {
    const links = await this.vault.openLoginLinks(municipality, Date.now());
    const labels = await this.vault.labels(links.map(({ person }) => person));
    return links.map(({ id, role, person, expiresAt }) => {
      const label = labels.get(person);
      return { id, role, expiresAt, ...(label === undefined ? {} : { label }) };
    });
  }

  /** Nothing happens for an invitation of another town. */
  async withdraw(municipality: string, id: string): Promise<void> {
    const links = await this.vault.openLoginLinks(municipality, Date.now());
    if (links.some((link) => link.id === id)) await this.vault.removeLoginLink(id);
  }

  async wasMade(municipality: string, id: string): Promise<boolean> {
    const links = await this.vault.openLoginLinks(municipality, Date.now());
    return links.some((link) => link.id === id);
  }
}
