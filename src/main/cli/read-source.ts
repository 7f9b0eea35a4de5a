import { withDocument } from '../../articles/read-html.js';
import type { SubmitArticleInput } from '../../generated/graphql.js';
import { UnreadableDocument } from '../../platform/documents/document.js';
import { typeOfFile } from '../../platform/documents/document-types.js';
import { readDocument } from '../../platform/documents/read-document.js';
import { CommandError } from './fail.js';
import { readBytes, readText } from './read-text.js';

/**
 * What is handed in under a name: an http address to be fetched, a file by its ending (text where it has none that is
 * known), or text from standard input for `-`. What a file says about itself stands back behind `given`. Throws
 * CommandError.
 */
export async function readSource(source: string, given: SubmitArticleInput): Promise<SubmitArticleInput> {
  if (/^https?:\/\//i.test(source)) return { ...given, url: source };
  if (source === '-') return { ...given, text: await readText(source) };
  const bytes = await readBytes(source);
  try {
    return withDocument(given, await readDocument({ bytes, mediaType: typeOfFile(source) ?? 'text/plain' }));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new CommandError(`${source}: ${error.message}`);
    throw error;
  }
}
