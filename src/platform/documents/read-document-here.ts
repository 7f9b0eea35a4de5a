import { decodeText } from './decode-text.js';
import { NOTHING_READ, type ReadDocument } from './document.js';
import type { DocumentSource } from './document-types.js';
import { readDocx } from './read-docx.js';
import { readPage } from './read-page.js';
import { readPdf } from './read-pdf.js';
import { readTranscript } from './read-transcript.js';

/** readDocument, on the thread that calls it. */
export async function readDocumentHere({ bytes, mediaType, charset, url }: DocumentSource): Promise<ReadDocument> {
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
