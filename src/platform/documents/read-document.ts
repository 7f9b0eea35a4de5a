import { decodeText } from './decode-text.js';
import { NOTHING_READ, type ReadDocument, UnreadableDocument } from './document.js';
import { readDocx } from './read-docx.js';
import { readPage } from './read-page.js';
import { readPdf } from './read-pdf.js';
import { readTranscript } from './read-transcript.js';

/** The media types that articles are read from, each with the endings of its files. */
export const DOCUMENT_TYPES = {
  'text/plain': ['.txt', '.text'],
  'text/html': ['.html', '.htm', '.xhtml'],
  'application/xhtml+xml': [],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'text/vtt': ['.vtt'],
  'application/x-subrip': ['.srt'],
  'text/srt': [],
} as const satisfies Record<string, readonly string[]>;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

export const isDocumentType = (mediaType: string): mediaType is DocumentType =>
  Object.hasOwn(DOCUMENT_TYPES, mediaType);

/** The media type that a file's name stands for, or null. */
export function typeOfFile(name: string): DocumentType | null {
  const ending = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? '';
  const found = Object.entries(DOCUMENT_TYPES).find(([, endings]) => (endings as readonly string[]).includes(ending));
  return (found?.[0] as DocumentType | undefined) ?? null;
}

export interface DocumentSource {
  readonly bytes: Uint8Array;
  readonly mediaType: DocumentType;
  /** As the Content-Type says. */
  readonly charset?: string | null;
  /** Where it was fetched from. */
  readonly url?: string | null;
}

/** Reads the text of an article, and what the document says about it. Throws UnreadableDocument. */
export async function readDocument({ bytes, mediaType, charset, url }: DocumentSource): Promise<ReadDocument> {
  switch (mediaType) {
    case 'application/pdf':
      return readPdf(bytes);
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return readDocx(bytes);
    case 'text/html':
    case 'application/xhtml+xml':
      return readPage(decodeText(bytes, { charset, html: true }), { url: url ?? null });
    case 'text/vtt':
    case 'application/x-subrip':
    case 'text/srt':
      return readTranscript(decodeText(bytes, { charset }));
    case 'text/plain':
      return { ...NOTHING_READ, text: decodeText(bytes, { charset }) };
  }
}

export { UnreadableDocument };
