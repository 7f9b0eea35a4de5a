import { NOTHING_READ, type ReadDocument, UnreadableDocument } from './document.js';

const TIMES = /^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/;

/**
 * The spoken text of subtitles (SubRip or WebVTT): cues that go on in one sentence become one line, a new speaker (`<v Name>`
 * or a leading dash) begins one of their own. Numbers, times, notes, styles and marks of form are left out.
 * Throws UnreadableDocument where there is no cue.
 */
export function readTranscript(text: string): ReadDocument {
  const blocks = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .reduce<string[][]>(
      (all, line) => {
        if (line.trim() === '') all.push([]);
        else all.at(-1)!.push(line);
        return all;
      },
      [[]],
    );
  const lines: string[] = [];
  let speaker = '';
  for (const block of blocks) {
    const times = block.findIndex((line) => TIMES.test(line));
    // Before the times stands at most a number or a name; what has none is a note, a style or the header.
    if (times < 0 || times > 1) continue;
    for (const line of block.slice(times + 1)) {
      const voice = /<v(?:\.[^\s>]*)?\s+([^>]{1,100})>/.exec(line)?.[1]?.trim();
      const words = line
        .replace(/<[^>]{0,200}>|\{\\[^}]{0,50}\}/g, '')
        .replace(/&nbsp;/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
        .trim();
      if (words === '') continue;
      const turns = (voice !== undefined && voice !== speaker) || /^[-–—]\s*\S/.test(words);
      if (voice !== undefined && voice !== speaker) lines.push(`${(speaker = voice)}: ${words}`);
      else if (turns || lines.length === 0 || /[.!?؟…۔]["»”'’)]*$/u.test(lines.at(-1)!)) lines.push(words);
      else lines.push(`${lines.pop()!} ${words}`);
    }
  }
  if (lines.length === 0)
    throw new UnreadableDocument(
      'NOT_THIS_KIND',
      'It has no subtitles in it: each needs its times, such as 00:00:01,000 --> 00:00:04,000',
    );
  return { ...NOTHING_READ, text: lines.join('\n') };
}
