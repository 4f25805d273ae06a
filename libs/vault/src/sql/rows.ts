import type { LoginLink, Person } from '../vault.js';

export interface PersonRow {
  readonly id: string;
  readonly label: string;
  readonly created_at: number;
}

export interface SessionRow {
  readonly person: string;
  readonly expires_at: number;
}

export interface LinkRow {
  readonly id: string;
  readonly role: string;
  readonly municipality: string | null;
  readonly person: string;
  readonly made_by: string;
  readonly expires_at: number;
  readonly used_at: number | null;
}

export const personOf = ({ id, label, created_at }: PersonRow): Person => ({
  id,
  label,
  createdAt: created_at,
});

export const linkOf = (row: LinkRow): LoginLink => ({
  id: row.id,
  role: row.role,
  person: row.person,
  madeBy: row.made_by,
  expiresAt: row.expires_at,
  ...(row.municipality === null ? {} : { municipality: row.municipality }),
  ...(row.used_at === null ? {} : { usedAt: row.used_at }),
});
