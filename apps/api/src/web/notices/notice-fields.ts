import { optional, text } from '@klimaspur/domain';
import { emailAddress } from '../observers/responsible-persons.js';

/** What a stranger may write, and how much of it. */
export const noticeFields = {
  text: text(4000),
  source: optional(text(500)),
  email: optional(emailAddress),
};

/** What people leave empty, because they do not see it, and programs fill in. */
export const TRAP = 'homepage';
