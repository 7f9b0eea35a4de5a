import { type ReadDocument, UnreadableDocument, type UnreadableReason } from './document.js';
import type { DocumentSource } from './document-types.js';
import { readDocumentHere } from './read-document-here.js';

/** What a thread tells of a document: an error of ours would lose its class on the way. */
export type ThreadAnswer =
  | { readonly read: ReadDocument }
  | { readonly unreadable: { readonly reason: UnreadableReason; readonly message: string } };

/** What the pool of read-document.ts runs in each of its threads. */
export async function answerDocument(source: DocumentSource): Promise<ThreadAnswer> {
  try {
    return { read: await readDocumentHere(source) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { unreadable: { reason: error.reason, message: error.message } };
  }
}
