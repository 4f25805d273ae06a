/** Languages of headings and words. */
export type Language = 'de' | 'en';
