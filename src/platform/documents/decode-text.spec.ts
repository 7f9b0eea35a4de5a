import { decodeText } from './decode-text.js';

const ARABIC = 'قال الوزير إن المحادثات انتهت يوم الاثنين وإن الحكومة ستعلن النتائج غدا في العاصمة';

function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (letter) => bytes.get(letter)!);
}

const html = (charset: string, meta: string) =>
  encode(`<html><head>${meta}</head><body><p>${ARABIC}</p></body></html>`, charset);

describe.each(['windows-1256', 'iso-8859-6'])('a page in %s', (charset) => {
  it.each([
    ['by its header', charset, ''],
    ['by its own word', null, `<meta charset="${charset}">`],
    [
      'by its own word in the old form',
      null,
      `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
    ],
    ['by its letters', null, ''],
    ['by its letters although its header says UTF-8', 'utf-8', ''],
    ['by its own word although its header says nothing known', 'x-nothing', `<meta charset='${charset}'>`],
  ])('is read %s', (_how, header, meta) => {
    expect(decodeText(html(charset, meta), { charset: header, html: true })).toContain(ARABIC);
  });
});

it('believes a byte order mark before anything else', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ARABIC, 'utf16le')]);
  expect(decodeText(bytes, { charset: 'windows-1256', html: true })).toBe(ARABIC);
});

it('believes valid UTF-8 before it guesses', () => {
  expect(decodeText(Buffer.from(`é ${ARABIC}`))).toBe(`é ${ARABIC}`);
});

it('names a charset that nobody knows, and bytes that are not in theirs', () => {
  expect(() => decodeText(Buffer.from('x'), { charset: 'klingon' })).toThrow('klingon');
  expect(() => decodeText(Uint8Array.of(65, 0xff, 66), { charset: 'utf-8' })).toThrow('not valid UTF-8');
});
