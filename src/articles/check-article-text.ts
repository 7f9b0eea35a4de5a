/** In UTF-16 code units. */
export const LONGEST_ARTICLE = 200_000;

const MOST_CONTROL_SHARE = 0.01;

/**
 * What is wrong with a text that was handed in as an article, or null. Only what cannot be an article is refused; all
 * else is stored exactly as it came, so that offsets into it are the newsroom's own.
 */
export function checkArticleText(text: string): string | null {
  if (text.length > LONGEST_ARTICLE) {
    return `has ${text.length} UTF-16 code units, at most ${LONGEST_ARTICLE} are accepted`;
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return 'has no letter or digit in it';
  if (text.includes('\0')) return 'has a NUL character in it';
  if (!text.isWellFormed()) return 'has half of a surrogate pair in it: it is not valid Unicode';
  // C0 and C1 controls other than tab and line ends; a text that holds many is a binary file.
  const controls = text.match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  if (controls > text.length * MOST_CONTROL_SHARE) return 'looks like a binary file: it is full of control characters';
  return null;
}
