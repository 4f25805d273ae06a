import { checkFields, DomainError, text } from '@klimaspur/domain';

const asked = { reason: text(500) };

/** The reason for leaving a stream as it is; refused where there is none. */
export const dismissalReason = (said: unknown): string => {
  const fields = (typeof said === 'object' && said !== null ? said : {}) as { reason?: unknown };
  const issues = checkFields(asked, { reason: fields.reason });
  if (issues.length > 0) throw new DomainError('command/invalid', issues);
  return String(fields.reason);
};
