import { id, optional, code, text } from '../shared/fields.js';
import { roles } from '../shared/vocabulary.js';

const category = 'person' as const;

/** Events of a person. The stream's id is a random pseudonym; names lie in the vault. */
export const personEvents = {
  PersonRoleGranted: {
    type: 'PersonRoleGranted',
    category,
    command: 'grant-role',
    mode: 'additive',
    recordKeeping: true,
    data: {
      role: code(roles),
      municipality: optional(id('municipality', 'absent for OPERATOR: the whole instance')),
    },
    text: {},
    doc: 'The person may act in this role from now on.',
  },
  PersonRoleRevoked: {
    type: 'PersonRoleRevoked',
    category,
    command: 'revoke-role',
    mode: 'additive',
    recordKeeping: true,
    data: { role: code(roles), municipality: optional(id('municipality')) },
    text: { reason: optional(text(1000)) },
    doc: 'The person no longer has this role.',
  },
} as const;
