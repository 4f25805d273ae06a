declare module 'hyphen/de-1996/index.js' {
  const german: {
    /** The word with soft hyphens between its syllables. */
    readonly hyphenateSync: (text: string) => string;
  };
  export default german;
}
