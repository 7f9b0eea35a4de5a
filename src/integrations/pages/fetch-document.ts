import { type ReadDocument, UnreadableDocument } from '../../platform/documents/document.js';
import { isDocumentType, typeOfFile } from '../../platform/documents/document-types.js';
import { readDocument } from '../../platform/documents/read-document.js';
import type { AllowList } from '../../platform/guarded-fetcher/allow-list.js';
import { DEFAULT_LIMITS, type Fetched } from '../../platform/guarded-fetcher/guarded-fetch.js';
import { fetchPolitely } from './fetch-politely.js';

const LIMITS = { ...DEFAULT_LIMITS, mostBytes: 20 * 1024 * 1024, timeoutMs: 30_000 };

/**
 * Fetches the page or file at an address and reads the article in it, where the site lets robots do so. Throws FetchRefused,
 * UnreadableDocument or RobotsRefused; whether it is worth another try, `isLasting` tells.
 */
export async function fetchDocument(
  address: string,
  allow: AllowList,
  { timeoutMs = LIMITS.timeoutMs }: { timeoutMs?: number } = {},
): Promise<ReadDocument> {
  const fetched = await fetchPolitely(address, { allow, limits: { ...LIMITS, timeoutMs } });
  return readDocument({
    bytes: fetched.body,
    mediaType: typeOf(fetched),
    charset: fetched.charset,
    url: fetched.url,
  });
}

function typeOf({ mediaType, url, body }: Fetched) {
  if (isDocumentType(mediaType)) return mediaType;
  const named = typeOfFile(new URL(url).pathname);
  // Without a type, or with the one that says nothing, the file's name or its first letters tell.
  if (mediaType === '' || mediaType === 'application/octet-stream') {
    if (named) return named;
    if (/^\s*</.test(body.subarray(0, 200).toString('latin1'))) return 'text/html' as const;
  }
  throw new UnreadableDocument(
    'NOT_THIS_KIND',
    `There is no article at the address, but ${mediaType || 'something without a type'}`,
  );
}
