import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { extract } from '../../core/extraction/extract.js';
import { extractionOutput } from '../../core/extraction/extraction-output.js';
import type { Extraction } from '../../core/extraction/model.js';
import { UsageError } from './fail.js';
import { readText } from './read-text.js';

export interface ExtractOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly language?: string;
  readonly publishedAt?: string;
}

/**
 * Prints what is found in articles: for reading, as JSON with --json (one object, or an array for several files), or into
 * one JSON file each with --out. Needs no database; nothing of the service is loaded.
 */
export async function runExtract(files: readonly string[], options: ExtractOptions): Promise<void> {
  const { language, publishedAt } = options;
  if (language && !['ar', 'en', 'fr'].includes(language)) throw new UsageError('--language must be ar, en or fr');
  if (publishedAt && Number.isNaN(Date.parse(publishedAt)))
    throw new UsageError('--published-at must be an ISO 8601 date');
  const printed: object[] = [];
  for (const file of files) {
    const extraction = extract(await readText(file), { language, publishedAt });
    if (options.out) await writeOutput(options.out, file, extraction);
    else if (options.json)
      printed.push(files.length > 1 ? { file, ...extractionOutput(extraction) } : extractionOutput(extraction));
    else process.stdout.write(describe(file, extraction));
  }
  if (options.json && !options.out) {
    process.stdout.write(`${JSON.stringify(files.length > 1 ? printed : printed[0], null, 1)}\n`);
  }
}

async function writeOutput(folder: string, file: string, extraction: Extraction): Promise<void> {
  const id = file === '-' ? 'stdin' : basename(file, extname(file));
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${id}.json`);
  await writeFile(path, `${JSON.stringify(extractionOutput(extraction), null, 1)}\n`);
  process.stderr.write(`${path}: ${extraction.quotes.length} quotes, ${extraction.claims.length} claims\n`);
}

function describe(file: string, { language, quotes, claims }: Extraction): string {
  const lines = [`${file} (${language}): ${quotes.length} quotes, ${claims.length} claims`];
  for (const { type, speaker, spans, cue } of quotes) {
    const who = speaker ? `${speaker.name}${speaker.anonymous ? ' (unnamed)' : ''}` : '?';
    lines.push(`  ${type} ${who}${cue ? ` [${cue.text}]` : ''}: ${inOneLine(spans)}`);
  }
  for (const { stance, speaker, spans, checkWorthiness } of claims) {
    lines.push(`  ${stance} ${checkWorthiness.toFixed(2)} ${speaker?.name ?? '-'}: ${inOneLine(spans)}`);
  }
  return `${lines.join('\n')}\n`;
}

const inOneLine = (spans: readonly { text: string }[]): string =>
  spans.map(({ text }) => text.replace(/\s+/g, ' ')).join(' … ');
