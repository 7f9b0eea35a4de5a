/** Text in a charset of one byte a character, as old editorial systems write it. Throws for a letter that it lacks. */
export function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (letter) => {
    const byte = bytes.get(letter);
    if (byte === undefined) throw new Error(`${charset} has no ${letter}`);
    return byte;
  });
}
