import { extract } from '../../extract.js';

const speakers = (language: string, text: string): (string | undefined)[] =>
  extract(text, { language }).quotes.map(({ speaker }) => speaker?.name);

describe('speakers in English', () => {
  it.each([
    [
      'a surname by its full name, also with a letter wrong',
      'Engineer Rosa Lindquist said the quay was sinking. "It is worse than we feared," Lindqvist said.',
      ['Rosa Lindquist', 'Rosa Lindquist'],
    ],
    [
      'an office by who holds it',
      'Ann Lee, the harbour director, said the port would close. The director said ships had been told.',
      ['Ann Lee', 'Ann Lee'],
    ],
    [
      'a noun that goes round the office',
      'Chief executive Ann Lee said sales fell. The boss warned that jobs would go.',
      ['Ann Lee', 'Ann Lee'],
    ],
    [
      'a name after its office and a long complement',
      'The head of the Association of Ferry Owners, Karl Brandt, accused the port of greed.',
      ['Karl Brandt'],
    ],
    [
      'a name after the body it belongs to',
      'Member of the Provincial Council Suhad Amin said the contract was void.',
      ['Suhad Amin'],
    ],
    [
      'a subject before an aside with a participle',
      'Karl Brandt, sent off in May for the same words, insisted he was right.',
      ['Karl Brandt'],
    ],
    [
      'who wrote a memo',
      'Rosa Lind runs the library fund. Lind\'s memo warns that the fund "will be empty by June".',
      ['Rosa Lind'],
    ],
    [
      'a subject before a relative clause that names a month',
      'Engineer Rosa Lind, who joined the firm in May and left it in June, warned that the quay was sinking.',
      ['Rosa Lind'],
    ],
    [
      'a pronoun past a man whom his given name shows',
      '"The toll is unfair," said Rosa Lind, who runs the port. "It will go," added Karl Brandt. She also said the mill was safe.',
      ['Rosa Lind', 'Karl Brandt', 'Rosa Lind'],
    ],
    ['who made a poll', 'A poll by Acme Research found that most voters oppose the toll.', ['Acme Research']],
    [
      'one of a group',
      'Two former members of the board denied the report. "He was in the room," one of them said.',
      ['Two former members of the board', 'Two former members of the board'],
    ],
    [
      'her view',
      'Rosa Lind said the plan was sound. In her view, the council had no choice.',
      ['Rosa Lind', 'Rosa Lind'],
    ],
    [
      'records at the end of a sentence',
      'At least nine people died in the fire, county records show.',
      ['county records'],
    ],
  ])('reads %s', (_what, text, names) => expect(speakers('en', text)).toEqual(names));

  it('marks one unnamed person as a source, not who speaks for a body', () => {
    const { quotes } = extract('A nurse said the ward was full. A spokesman for the clinic said it was not.', {
      language: 'en',
    });
    expect(quotes.map(({ speaker }) => speaker?.anonymous)).toEqual([true, false]);
  });
});

describe('speakers in French', () => {
  it.each([
    [
      'a subject after where it was said',
      '« Un magicien sans lapin », ironise sur les ondes la sénatrice Maëlle Drouin.',
      ['Maëlle Drouin'],
    ],
    [
      'an auxiliary and its participle far apart',
      'La ministre Anne Leroy a pour sa part assuré que le pont tiendrait.',
      ['Anne Leroy'],
    ],
    ['the place where nobody in person speaks', '« Rien ne presse », souffle-t-on au ministère.', ['ministère']],
    [
      'a source by its own pronoun',
      'Anne Leroy affirme que le pont tiendra. À ses yeux, le chantier a trop tardé.',
      ['Anne Leroy', 'Anne Leroy'],
    ],
    ['a view set off by a comma', "Pour la direction, le compte n'y est pas.", ['direction']],
    ['a clause that announces', 'La présidente Odile Kerbrat a tiqué : « Vous les aviez reçus. »', ['Odile Kerbrat']],
    [
      'a pronoun past a man with a foreign given name',
      '« Le péage est injuste », a lancé Rosa Lind. « Il disparaîtra », a renchéri Karl Brandt. Elle a indiqué que le moulin tenait.',
      ['Rosa Lind', 'Karl Brandt', 'Rosa Lind'],
    ],
    ['a reflexive verb', "« Ce témoin ment », s'est insurgé Paul Roux, avocat du port.", ['Paul Roux']],
    [
      'an entrepreneur by his age',
      "Le gérant Bertrand Lassalle a parlé hier. L'entrepreneur de 56 ans affirme qu'il ignorait tout.",
      ['Bertrand Lassalle'],
    ],
  ])('reads %s', (_what, text, names) => expect(speakers('fr', text)).toEqual(names));
});
