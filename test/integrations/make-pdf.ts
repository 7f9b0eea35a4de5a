export interface PdfLine {
  /** Runs of letters in the order in which they are drawn, each with its place; letters stand from left to right. */
  readonly runs: readonly { readonly x: number; readonly drawn: string }[];
  readonly y: number;
  readonly size?: number;
}

const WIDTH = 500;

/**
 * A PDF whose pages hold these lines. As the programs of the trade do, it writes glyph numbers, not letters, with a table
 * that says which letter each is. Right-to-left text is drawn from left to right: hand it in reversed (`visual`).
 */
export function makePdf(pages: readonly (readonly PdfLine[])[], { title }: { title?: string } = {}): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap(({ runs }) => runs.flatMap(({ drawn }) => [...drawn])))];
  const glyphs = new Map(letters.map((letter, i) => [letter, i + 1]));
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  );
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW ${WIDTH} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
    /FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>`,
  );
  add(stream(toUnicode(glyphs)));
  for (const [i, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${7 + i * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    add(stream(lines.flatMap((line) => drawLine(line, glyphs)).join('\n')));
  }
  if (title) add(`<< /Title (${title}) >>`);
  return assemble(objects, title ? objects.length : null);
}

/** How a word that is read from right to left stands on paper from left to right. */
export const visual = (text: string): string => [...text].reverse().join('');

const drawLine = ({ runs, y, size = 12 }: PdfLine, glyphs: ReadonlyMap<string, number>): string[] =>
  runs.map(
    ({ x, drawn }) =>
      `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${[...drawn].map((letter) => hex(glyphs.get(letter)!)).join('')}> Tj ET`,
  );

const hex = (number: number): string => number.toString(16).padStart(4, '0');

function toUnicode(glyphs: ReadonlyMap<string, number>): string {
  const lines = [...glyphs].map(([letter, glyph]) => `<${hex(glyph)}> <${hex(letter.codePointAt(0)!)}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${lines.length} beginbfchar
${lines.join('\n')}
endbfchar endcmap end end`;
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function assemble(objects: readonly string[], info: number | null): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info ? ` /Info ${info} 0 R` : ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
