const LONGEST = 80;

/**
 * A title as a name in an address: its letters and digits in small letters, hyphens between its words, whole words only.
 * Letters of every script stay (`/fact-checks/الجسر-الجديد`); marks that sit on them go.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? 'fact-check' : slug;
}
