import { publicNameOf } from '../accounts/public-name.js';
import { labelLanguage, pageUrl } from './claim-review-of.js';
import type { Published } from './fact-checks.store.js';
import { newsroomUrl } from './page-parts.js';
import { PAGE_WORDS } from './page-words.js';

/** A published fact-check as an IPTC ninjs 3.1 item. A retracted one is canceled, with the note and without a text. */
export function ninjsOf({ factCheck, editions, newsroom }: Published, base: string): object {
  const edition = editions.at(-1)!;
  const language = labelLanguage(edition.language);
  const words = PAGE_WORDS[language];
  const url = pageUrl({ base, newsroom, slug: factCheck.slug });
  const isRetracted = factCheck.status === 'RETRACTED';
  const rating = `${words.rating}: ${edition.rating.labels[language]}`;
  const text = [edition.claimReviewed, rating, edition.summary, edition.rationale].filter(
    (part, i, parts) => parts.indexOf(part) === i,
  );
  return {
    uri: url,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    representationType: 'full',
    version: String(factCheck.version),
    pubStatus: isRetracted ? 'canceled' : 'usable',
    language: edition.language,
    firstCreated: factCheck.publishedAt.toISOString(),
    versionCreated: factCheck.updatedAt.toISOString(),
    by: publicNameOf(newsroom),
    copyrightHolder: publicNameOf(newsroom),
    ...(edition.publicNote === null ? {} : { edNote: edition.publicNote }),
    headlines: [{ role: 'main', contentType: 'text/plain', value: edition.title }],
    ...(isRetracted
      ? {}
      : {
          descriptions: [{ role: 'summary', contentType: 'text/plain', value: edition.summary }],
          bodies: [{ role: 'main', contentType: 'text/plain', value: text.join('\n\n') }],
        }),
    trustIndicators: [
      { role: 'factCheck', title: words.factCheck, href: url },
      { role: 'methodology', title: words.methodOf, href: newsroomUrl(base, newsroom, 'method') },
      { role: 'contact', title: words.contact, href: newsroomUrl(base, newsroom, 'contact') },
    ],
  };
}
