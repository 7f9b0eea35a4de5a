export const PAGE_LANGUAGES = ['ar', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const isKnown = (code: string): code is PageLanguage => PAGE_LANGUAGES.some((known) => known === code);

/**
 * The language of a page: what `?lang` says, else the one of ours that the browser likes best. Arabic where nothing is
 * asked for, English where only other languages are.
 */
export function chooseLanguage(wanted: unknown, acceptLanguage: string | undefined): PageLanguage {
  if (typeof wanted === 'string' && isKnown(wanted)) return wanted;
  if (!acceptLanguage) return 'ar';
  const liked = acceptLanguage
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.trim().split(/\s*;\s*q=/);
      return { code: tag.split('-')[0]!.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return liked.map(({ code }) => code).find(isKnown) ?? 'en';
}
