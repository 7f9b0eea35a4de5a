import type { ReadDocument } from './document.js';
import { DocumentThreads } from './document-threads.js';
import type { DocumentSource, DocumentType } from './document-types.js';
import { readDocumentHere } from './read-document-here.js';

/** What takes long to take apart, and comes from anywhere. */
const ON_A_THREAD: ReadonlySet<DocumentType> = new Set([
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);
/** Where the sources themselves run, as under the tests, there is no file for a thread. */
const IS_COMPILED = import.meta.url.endsWith('.js');

let threads: DocumentThreads | null = null;

/** Reads the text of an article, and what the document says about it. Throws UnreadableDocument. */
export async function readDocument(source: DocumentSource): Promise<ReadDocument> {
  if (!IS_COMPILED || !ON_A_THREAD.has(source.mediaType)) return readDocumentHere(source);
  threads ??= new DocumentThreads({ longestMs: 20_000, mostMemoryMb: 768 });
  return threads.read(source);
}
