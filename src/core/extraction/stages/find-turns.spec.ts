import { extract } from '../extract.js';

const answers = (text: string, language: string): [string | undefined, string][] =>
  extract(text, { language })
    .quotes.filter(({ rule }) => /labelled-answer|answer-to-question/.test(rule))
    .map(({ speaker, spans }): [string | undefined, string] => [speaker?.name, spans[0]?.text ?? '']);

describe('interviews', () => {
  it('reads labels that come back, and leaves the questions out', () => {
    const text = `Rosa Lind on the harbour

Engineer Rosa Lind has rebuilt four harbours. We met her on the quay.

The Mail: Why this one?

Lind: Because it was sinking. Nobody measured it for ten years.

TM: Was that expensive?

Lind: (laughs) Two million crowns. It was worth it.

TM: Will it hold?

Rosa Lind: It will hold.`;
    expect(answers(text, 'en')).toEqual([
      ['Rosa Lind', 'Because it was sinking. Nobody measured it for ten years'],
      ['Rosa Lind', 'Two million crowns. It was worth it'],
      ['Rosa Lind', 'It will hold'],
    ]);
  });

  it('reads pairs of lines of which the first asks', () => {
    const text = `Le port vu par Rosa Lind

L'ingénieure Rosa Lind a reconstruit quatre ports. Elle répond à nos questions.

Pourquoi celui-ci ?
Parce qu'il s'enfonçait. Personne ne le mesurait.

On le dit très cher.
C'est faux. Il a coûté deux millions.

Tiendra-t-il ?
Oui, trente ans au moins.`;
    expect(answers(text, 'fr').map(([name]) => name)).toEqual(['Rosa Lind', 'Rosa Lind', 'Rosa Lind']);
  });

  it('reads the letters of questions and answers', () => {
    const text = `حوار مع المهندسة روز حداد

التقينا المهندسة روز حداد في مكتبها.

س: لماذا هذا المرفأ؟
ج: لأنه كان يغرق ولم يقسه أحد.

س: وهل سيصمد؟
ج: نعم، ثلاثين عاما على الأقل.`;
    expect(answers(text, 'ar').map(([name]) => name)).toEqual(['روز حداد', 'روز حداد']);
  });

  it('leaves an article alone that only asks', () => {
    const text = `The bridge is shut

What happened? The bridge was shut on Monday. Who pays? The town does, its mayor said.

What comes next?

Work begins in May.`;
    expect(answers(text, 'en')).toEqual([]);
  });

  it('reads voices side by side, each to the end of its paragraph', () => {
    const text = `What readers say

Ann Lee, 34, nurse: I never saw it coming. The mayor said it would hold.

Karl Brandt, a fisherman in Port Hale: The town has forgotten us.`;
    const { quotes } = extract(text, { language: 'en' });
    expect(quotes.map(({ speaker, spans }) => [speaker?.name, spans[0]?.text])).toEqual([
      ['Ann Lee', 'I never saw it coming. The mayor said it would hold'],
      ['Karl Brandt', 'The town has forgotten us'],
    ]);
  });
});
