import { filterOf, orderOf, readInboxQuery, VIEWS, writeInboxQuery } from './views';

const read = (search: string) => readInboxQuery(new URLSearchParams(search));

it('begins with what is worth checking', () => {
  expect(read('').view).toBe('worth');
  expect(writeInboxQuery(read('')).toString()).toBe('');
});

it.each([...VIEWS])('has an address for the view %s', (view) => {
  expect(read(writeInboxQuery({ ...read(''), view }).toString()).view).toBe(view);
});

it('keeps every chip in the address', () => {
  const query = { ...read('view=denied'), kind: 'CLAIM', language: 'ar', speaker: 'سامر', text: 'مياه نظيفة' } as const;
  expect(read(writeInboxQuery(query).toString())).toEqual(query);
});

it('takes what it does not know for not said', () => {
  expect(read('view=everything&kind=RUMOUR&order=LUCK')).toEqual(read(''));
});

it('joins the view and the chips', () => {
  expect(filterOf(read('view=review&kind=QUOTE&text=%20water%20'))).toEqual({
    status: ['IN_REVIEW'],
    kind: 'QUOTE',
    text: 'water',
  });
});

it('reads a text from its beginning, and all else from the top', () => {
  expect(orderOf(read('order=TEXT_POSITION')).direction).toBe('ASC');
  expect(orderOf(read('')).direction).toBe('DESC');
});
