type Data = Readonly<Record<string, unknown>>;

/** The data an entry has after a correction: its terms and its text come from the two halves. */
export const replacementOf = (data: Data): Data => {
  const text = (data['text'] ?? {}) as { replacement?: object };
  return {
    ...(data['replacement'] as object),
    ...(text.replacement === undefined ? {} : { text: text.replacement }),
  };
};
