import { compileLanguage } from '../languages/compile-language.js';
import { languages } from '../languages/languages.js';
import { readPredicate } from './read-predicate.js';
import { readSigns } from './read-signs.js';
import { readStructure } from './read-structure.js';
import { splitClauses } from './split-clauses.js';

function clauses(code: string, text: string): string[] {
  const language = compileLanguage(languages.find((one) => one.code === code) ?? languages[0]!);
  const structure = readStructure(text, language);
  const { tokens } = structure;
  const predicate = readPredicate(tokens, readSigns(tokens, language));
  return splitClauses({ ...structure, cues: [] }, predicate, { from: 0, to: tokens.length }).map((clause) =>
    clause.parts.map((part) => text.slice(tokens[part.from]?.start, tokens[part.to - 1]?.end)).join(' … '),
  );
}

describe('splitClauses', () => {
  it('parts joined predicates and keeps joined nouns', () => {
    expect(clauses('en', 'The ferry carried mail and fruit and sank near the harbour in May')).toEqual([
      'The ferry carried mail and fruit',
      'sank near the harbour in May',
    ]);
  });

  it('takes the main clause up again after a relative one', () => {
    expect(clauses('en', 'The bakery, which opened in 1950, closed on Friday')).toEqual([
      'The bakery, which opened in 1950,',
      'The bakery … closed on Friday',
    ]);
  });

  it('parts an Arabic fused verb and a relative clause with its noun', () => {
    expect(clauses('ar', 'زار الوفد المصنع وافتتح قسما جديدا')).toEqual(['زار الوفد المصنع', 'وافتتح قسما جديدا']);
    expect(clauses('ar', 'بلغت الكلفة مليونا في المدينة ، التي تقع على النهر')).toContain(
      'المدينة ، التي تقع على النهر',
    );
  });

  it('keeps a condition with what follows from it', () => {
    expect(clauses('fr', 'Si le barrage cède, la vallée sera noyée')).toHaveLength(1);
  });
});
