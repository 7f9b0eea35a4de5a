/** The address of a newsroom's RSS feed. */
export const rssUrl = (base: string, newsroom: { readonly slug: string }): string =>
  `${base}/n/${newsroom.slug}/feeds/fact-checks.xml`;
