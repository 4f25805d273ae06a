import { importActor } from './import-actor.js';

const operator = { role: 'OPERATOR' } as const;
const lead = { role: 'LEAD', municipality: 'town' } as const;
const monitor = { role: 'MONITOR', municipality: 'town' } as const;

describe('an import is recorded', () => {
  it.each([
    ['the lead of the town', [lead], 'LEAD'],
    ['the operator', [operator], 'OPERATOR'],
    ['an operator who leads the team as well', [operator, lead], 'LEAD'],
    ['an operator who is a monitor there, which allows no import', [operator, monitor], 'OPERATOR'],
  ] as const)('by %s as what allows it', (_who, roles, role) => {
    expect(importActor({ person: 'p', roles })('town')).toEqual({
      person: 'p',
      role,
      municipality: 'town',
    });
  });

  it.each([
    ['a monitor', monitor],
    ['the lead of another town', { ...lead, municipality: 'other' }],
  ] as const)('by nobody for %s', (_who, held) => {
    expect(() => importActor({ person: 'p', roles: [held] })('town')).toThrow('auth/not-allowed');
  });
});
