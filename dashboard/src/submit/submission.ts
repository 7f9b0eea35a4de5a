import type { Submission } from './intake';

export const WAYS = ['text', 'file', 'url'] as const;
/** How an article is handed in. */
export type Way = (typeof WAYS)[number];

/** What somebody has put into the form. */
export interface Written {
  readonly text: string;
  readonly file: File | null;
  readonly url: string;
  readonly title: string;
  /** Empty: to be identified. */
  readonly language: string;
  /** A day, as in 2026-05-04; empty where it is not said. */
  readonly date: string;
  readonly sourceUrl: string;
}

export const NOTHING: Written = { text: '', file: null, url: '', title: '', language: '', date: '', sourceUrl: '' };

/** As the service reads them, by the endings of their files. */
const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
};
export const ENDINGS = Object.keys(TYPES).map((ending) => `.${ending}`);

const MEBIBYTE = 1024 * 1024;
/** UTF-16 code units of a text. */
export const LONGEST_TEXT = 200_000;

export type Fault = 'no-text' | 'too-long' | 'no-file' | 'not-this-kind' | 'too-large' | 'no-url';

/** The media type that a file's name stands for; null where it is none that is read. */
export const typeOf = (name: string): string | null => TYPES[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

/** What is wrong before anything is sent; null where nothing is. */
export function findFault(way: Way, { text, file, url }: Written): Fault | null {
  switch (way) {
    case 'text':
      return !text.trim() ? 'no-text' : text.length > LONGEST_TEXT ? 'too-long' : null;
    case 'url':
      return /^https?:\/\/\S+$/.test(url.trim()) && URL.canParse(url.trim()) ? null : 'no-url';
    case 'file': {
      if (!file) return 'no-file';
      const type = typeOf(file.name);
      if (!type) return 'not-this-kind';
      const most = type.startsWith('text/') || type.endsWith('subrip') ? 5 * MEBIBYTE : 20 * MEBIBYTE;
      return file.size > most ? 'too-large' : null;
    }
  }
}

/** What is sent for a form without a fault. */
export function toSubmission(way: Way, written: Written): Submission {
  const { title, language, date, sourceUrl } = written;
  const said = {
    ...(title.trim() && { title: title.trim() }),
    ...(language && { language }),
    // A day without an hour: noon, which is that day nearly everywhere.
    ...(date && { publishedAt: `${date}T12:00:00Z` }),
    ...(sourceUrl.trim() && { sourceUrl: sourceUrl.trim() }),
  };
  if (way === 'file') {
    const file = written.file!;
    return { body: new Blob([file], { type: typeOf(file.name)! }), query: said };
  }
  const content = way === 'text' ? { text: written.text } : { url: written.url.trim() };
  return { body: new Blob([JSON.stringify({ ...content, ...said })], { type: 'application/json' }), query: {} };
}

/** A text that is an address and nothing else was meant to be fetched. */
export const isAddress = (text: string): boolean => /^\s*https?:\/\/\S+\s*$/.test(text);
