import { toCorrection } from './correction';

const published = { id: 'f', version: 3, title: 'T', summary: 'S', claimReviewed: 'C', rationale: 'R' };
const written = {
  ...{ class: 'TYPO' as const, publicNote: ' A letter. ', rating: 'FALSE' },
  ...{ title: 'T', summary: 'S', claimReviewed: 'C', rationale: 'R' },
};

it('proposes only what was changed', () => {
  expect(toCorrection(published, { ...written, title: 'Title' })).toEqual({
    ...{ factCheckId: 'f', class: 'TYPO', publicNote: 'A letter.', title: 'Title', expectedVersion: 3 },
  });
});

it('proposes a rating only where the class says that it changes', () => {
  expect(toCorrection(published, { ...written, class: 'RATING_CHANGED' })).toMatchObject({ rating: 'FALSE' });
  expect(toCorrection(published, { ...written, class: 'RATING_UNCHANGED' })).not.toHaveProperty('rating');
});

it('changes no text with a retraction', () => {
  const retraction = toCorrection(published, { ...written, class: 'RETRACTION', rationale: 'Other' });
  expect(retraction).not.toHaveProperty('rationale');
});

it('is nothing without a class', () => {
  expect(toCorrection(published, { ...written, class: '' })).toBeNull();
});
