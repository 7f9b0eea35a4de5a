/**
 * How many characters of `text` a reader can see: code points, a run of white space counted once, none at the ends.
 * Direction marks, zero-width characters and marks that sit on a letter (Arabic vowels among them) do not count, so
 * that neither invisible nor vocalised text makes a short rationale long.
 */
export function visibleLength(text: string): number {
  const visible = text
    .replace(/[\p{Cf}\p{Cc}\p{M}]/gu, (mark) => (/\s/u.test(mark) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return [...visible].length;
}
