import { NOBODY, readAttribution } from './attribution';

const text = 'وقال الوزير سامر الحلو: "لن ترتفع التعرفة".';
const quote = { start: text.indexOf('لن'), end: text.indexOf('"', text.indexOf('لن')) };
const slice = (place: { start: number; end: number } | null | undefined) => place && text.slice(place.start, place.end);

it('finds the speaker and the cue in the text', () => {
  const { speaker, cue, cueIsMissing } = readAttribution(text, [quote], {
    ...{ name: ' سامر الحلو ', kind: 'PERSON', anonymous: false, cue: 'قال' },
  });
  expect(speaker).toMatchObject({ name: 'سامر الحلو', kind: 'PERSON', anonymous: false });
  expect([slice(speaker!.mention), slice(cue), cueIsMissing]).toEqual(['سامر الحلو', 'قال', false]);
});

it('says that a cue is nowhere, and takes a name that the article does not have', () => {
  const { speaker, cueIsMissing } = readAttribution(text, [quote], { ...NOBODY, name: 'مصدر', cue: 'أكد' });
  expect([speaker!.mention, cueIsMissing]).toEqual([null, true]);
});

it('is nobody without a name', () => {
  expect(readAttribution(text, [quote], NOBODY)).toEqual({ speaker: null, cue: null, cueIsMissing: false });
});
