import { arabicLetter, readShortcut } from './read-shortcut';

it.each([
  ['a Latin letter means itself', { key: 'j', code: 'KeyJ' }, 'j'],
  ['so does one that another layout puts elsewhere', { key: 'a', code: 'KeyQ' }, 'a'],
  ['a capital is its small letter', { key: 'J', code: 'KeyJ' }, 'j'],
  ['an Arabic letter means its physical key', { key: 'ت', code: 'KeyJ' }, 'j'],
  ['another one', { key: 'ف', code: 'KeyT' }, 't'],
  ['lam-alef, two letters of one key', { key: 'لا', code: 'KeyB' }, 'b'],
  ['the slash key writes ظ in Arabic', { key: 'ظ', code: 'Slash' }, '/'],
  ['the Arabic question mark', { key: '؟', code: 'Slash' }, '?'],
  ['the Latin one', { key: '?', code: 'Slash' }, '?'],
  ['a named key', { key: 'Enter', code: 'Enter' }, 'Enter'],
  ['an Arabic digit means nothing', { key: '٣', code: 'Digit3' }, null],
  ['with Ctrl it is the browser’s', { key: 'a', code: 'KeyA', ctrlKey: true }, null],
  ['with Alt too', { key: 'ش', code: 'KeyA', altKey: true }, null],
  ['nothing while a character is composed', { key: 'j', code: 'KeyJ', isComposing: true }, null],
])('%s', (_, pressed, shortcut) => {
  expect(readShortcut(pressed)).toBe(shortcut);
});

it.each([
  ['j', 'ت'],
  ['k', 'ن'],
  ['t', 'ف'],
  ['a', 'ش'],
  ['x', 'ء'],
  ['m', 'ة'],
  ['/', 'ظ'],
  ['?', '؟'],
  ['Enter', null],
])('the key %s is %s on an Arabic keyboard', (shortcut, letter) => {
  expect(arabicLetter(shortcut)).toBe(letter);
});
