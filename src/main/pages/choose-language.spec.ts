import { chooseLanguage } from './choose-language.js';

it.each([
  ['en', 'ar', 'en'],
  ['ar', 'en', 'ar'],
  ['fr', 'en', 'en'],
  [['en'], undefined, 'ar'],
  [undefined, undefined, 'ar'],
  [undefined, 'ar-EG,ar;q=0.9,en;q=0.8', 'ar'],
  [undefined, 'en;q=0.5, ar;q=0.7', 'ar'],
  [undefined, 'fr-FR, en;q=0.2, ar;q=0', 'en'],
  [undefined, 'de', 'en'],
] as const)('?lang=%p with Accept-Language %p gives %s', (wanted, header, language) => {
  expect(chooseLanguage(wanted, header)).toBe(language);
});
