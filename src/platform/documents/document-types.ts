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
