import { languageOf } from './language.js';

const of = (url: string, header?: string) =>
  languageOf({ url, headers: header === undefined ? {} : { 'accept-language': header } });

describe('the language of an answer', () => {
  it.each([
    ['/en/municipalities', 'de', 'en'],
    ['/de?code=x', 'en', 'de'],
    ['/api/v1/measures', 'en-GB,en;q=0.9', 'en'],
    ['/api/v1/measures', 'fr, en;q=0.3, de;q=0.7', 'de'],
    ['/api/v1/measures', 'en;q=0.5, de;q=0.5', 'en'],
    ['/api/v1/measures', 'en;q=0', 'de'],
    ['/api/v1/measures', 'fr', 'de'],
    ['/english', 'de', 'de'],
  ])('of %s for a reader of %s is %s', (url, header, lang) => {
    expect(of(url, header)).toBe(lang);
  });

  it('is German where nothing is said', () => {
    expect(of('/api/v1/measures')).toBe('de');
  });
});
