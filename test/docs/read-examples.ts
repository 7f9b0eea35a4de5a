import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A fenced block of a document. */
export interface Example {
  /** File and line, as an editor opens it. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
  /** From the comment `<!-- not run: REASON -->` before it; null where it is run. */
  readonly notRun: string | null;
  /** The block of JSON that follows it directly: what it must answer. */
  readonly answer: string | null;
}

/** README.md and every document under docs/. */
export function listDocuments(): string[] {
  const docs = existsSync('docs') ? readdirSync('docs', { recursive: true, encoding: 'utf8' }) : [];
  return ['README.md', ...docs.filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)].sort();
}

const FENCE = /^(?:<!-- not run: (?<reason>[^\n]+) -->\n+)?```(?<language>\w*)\n(?<text>[^]*?)^```$/gm;

/** The fenced blocks of a document, in order. */
export function readExamples(file: string, source = readFileSync(file, 'utf8')): Example[] {
  const fences = [...source.matchAll(FENCE)];
  return fences.map((fence, i) => {
    const { reason = null, language = '', text = '' } = fence.groups!;
    const next = fences[i + 1];
    const between = next && source.slice(fence.index + fence[0].length, next.index);
    return {
      place: `${file}:${source.slice(0, fence.index).split('\n').length + (reason === null ? 0 : 2)}`,
      language,
      text,
      notRun: reason,
      answer: next?.groups!.language === 'json' && between!.trim() === '' ? next.groups!.text! : null,
    };
  });
}
