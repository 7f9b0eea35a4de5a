import { readExportOptions } from './export-options.js';

const format = 'csv';

it('reads the filters of each kind', () => {
  const tasks = { format, status: 'open, in_review', taskKind: 'quote', stance: 'DENIED', priorityAtLeast: '80' };
  expect(readExportOptions('tasks', { ...tasks, updatedAfter: '2026-01-01T00:00:00+03:00' })).toEqual({
    kind: 'TASKS',
    filter: expect.objectContaining({
      ...{ status: ['OPEN', 'IN_REVIEW'], kind: 'QUOTE', stance: 'DENIED', priorityAtLeast: 80 },
      updatedAfter: new Date('2025-12-31T21:00:00Z'),
    }),
  });
  expect(readExportOptions('fact-checks', { format, rating: 'FALSE', status: 'CORRECTED' })).toEqual({
    kind: 'FACT_CHECKS',
    filter: expect.objectContaining({ rating: 'FALSE', status: ['CORRECTED'] }),
  });
  expect(readExportOptions('audit', { format, action: 'A,B', article: 'x', since: '2026-01-01' })).toEqual({
    kind: 'AUDIT',
    filter: expect.objectContaining({ action: ['A', 'B'], articleId: 'x', since: new Date('2026-01-01T00:00:00Z') }),
  });
});

it.each([
  ['members', {}, 'There is no export of members'],
  ['toString', {}, 'There is no export of toString'],
  ['tasks', { rating: 'FALSE' }, '--rating is not for tasks'],
  ['audit', { updatedAfter: '2026-01-01' }, '--updated-after is not for audit'],
  ['tasks', { status: 'OPEN,LOST' }, 'but not LOST'],
  ['tasks', { stance: 'DENIED,REPORTED' }, '--stance takes one of'],
  ['fact-checks', { status: 'OPEN' }, 'but not OPEN'],
  ['audit', { since: 'yesterday' }, '--since must be an ISO 8601 time'],
  ['tasks', { priorityAtLeast: 'high' }, '--priority-at-least must be a number'],
])('refuses %s with %j', (kind, options, said) => {
  expect(() => readExportOptions(kind, { format, ...options })).toThrow(said);
});
