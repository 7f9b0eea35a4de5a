import { filterOf, readListQuery, writeListQuery } from './filter';

it('reads back what it wrote', () => {
  const query = { status: 'CORRECTED', language: 'ar', text: ' الأسلحة ', pending: true } as const;
  expect(readListQuery(writeListQuery(query))).toEqual(query);
});

it('leaves out of the address and the filter what is not asked', () => {
  const nothing = readListQuery(new URLSearchParams('status=WRONG&language=de&pending=yes'));
  expect(writeListQuery(nothing).toString()).toBe('');
  expect(filterOf(nothing)).toEqual({});
});

it('filters as the service does', () => {
  expect(filterOf(readListQuery(new URLSearchParams('status=RETRACTED&text=+x+&pending=1')))).toEqual({
    status: ['RETRACTED'],
    text: 'x',
    pendingCorrection: true,
  });
});
