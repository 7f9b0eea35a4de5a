import type { SubmitArticleInput } from '../generated/graphql.js';
import { isWebAddress } from '../platform/text-fault.js';
import { readMetadata, type Submission } from './read-submission.js';

const LONGEST_ADDRESS = 2_000;

/** Whether an article is handed in by its address alone. */
export const isAddress = ({ url, text, html }: SubmitArticleInput): boolean =>
  url != null && text == null && html == null;

/**
 * An article that is handed in by its address. What follows a `#` is the browser's business and no part of it.
 * Throws BAD_USER_INPUT.
 */
export function readAddress(input: SubmitArticleInput): Omit<Submission, 'text'> & { fetchUrl: string } {
  const fault = addressFault(input.url ?? '');
  const metadata = readMetadata(input, fault ? { url: fault } : {});
  const address = new URL(input.url!);
  address.hash = '';
  return { ...metadata, fetchUrl: address.href, sourceUrl: metadata.sourceUrl ?? address.href };
}

function addressFault(url: string): string | null {
  if (!isWebAddress(url)) return 'must be an http or https address';
  if (url.length > LONGEST_ADDRESS || new URL(url).href.length > LONGEST_ADDRESS) {
    return `has more than ${LONGEST_ADDRESS} characters`;
  }
  const { username, password } = new URL(url);
  return username || password ? 'must not carry a password' : null;
}
