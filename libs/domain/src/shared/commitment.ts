/** What a log that can rewrite keeps of a text that was taken out; it is no text of any version. */
export const isCommitment = (text: unknown): boolean =>
  typeof text === 'object' && text !== null && Object.hasOwn(text, '#');
