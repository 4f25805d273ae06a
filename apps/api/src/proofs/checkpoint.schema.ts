import {
  anything,
  count,
  instant,
  list,
  object,
  type Schema,
  string,
} from '../reading/answers/schema.js';

const hash: Schema = { ...string, description: 'SHA-256 in base64' };

export const checkpointItem: Schema = object({
  size: count,
  root: hash,
  signedAt: instant,
  note: { ...string, description: 'C2SP tlog-checkpoint with its signature' },
});

export const consistency: Schema = object({
  origin: string,
  from: { ...string, description: 'the earlier signed checkpoint' },
  to: { ...string, description: 'the later signed checkpoint' },
  proof: { ...list(hash), description: 'RFC 6962 2.1.2' },
});

export const entryProof: Schema = object(
  {
    origin: string,
    key: { ...string, description: 'C2SP vkey by which the checkpoint is signed' },
    proof: { ...string, description: 'C2SP tlog-proof of the entry' },
  },
  {
    event: { ...anything, description: 'the entry as it is stored; its leaf follows from it' },
    leaf: {
      ...string,
      description: 'in place of `event` where not all of it may be read: its leaf in hex',
    },
  },
);
