import { expect, test } from 'vitest';
import { negotiate } from '../../scripts/base/negotiate.ts';

const offersOf = (types: string) => types.split(' ').map((mediaType) => ({ mediaType }));

test.each<[accept: string, offers: string, want: string | undefined]>([
  ['', 'application/json text/csv', 'application/json'],
  ['text/csv;q=0.5', 'application/json text/csv', 'text/csv'],
  ['TEXT/CSV', 'application/json text/csv', 'text/csv'],
  ['application/json;q=0.1, */*;q=0.2', 'application/json text/csv', 'text/csv'],
  ['application/json;q=0.001', 'application/json text/csv', 'application/json'],
  ['application/json;q=2', 'application/json text/csv', 'application/json'],
  ['text/*;q=0', 'application/json text/csv', undefined],
  ['application/xml', 'application/json text/csv', undefined],
  ['application/json', 'application/hal+json', undefined],
  ['application/*+json', 'text/csv application/hal+json', 'application/hal+json'],
  [
    'application/json; charset=UTF-8',
    'application/json;charset=utf-8',
    'application/json;charset=utf-8',
  ],
  ['application/json; charset=utf-8', 'application/json', 'application/json'],
  ['a/b;version=2', 'a/b;version=1 a/b;version=2', 'a/b;version=2'],
  ['a/b;version=3', 'a/b;version=1 a/b;version=2', undefined],
  ['a/b;version=1;q=0.1, a/b;q=0.5', 'a/b;version=1 a/b;version=2', 'a/b;version=2'],
  ['a/b;profile="x,y", */*;q=0.1', 'a/b;profile="x,y"', 'a/b;profile="x,y"'],
  ['a/b;profile="x, c/d;y"', 'c/d', undefined],
  ['image/gif', 'image/*', 'image/gif'],
  ['image/*', 'image/*', 'image/png'],
  ['text/html, */*;q=0.8', '*/*', 'text/html'],
  ['nonsense', 'application/json', 'application/json'],
  ['', '*/* application/json', 'application/octet-stream'],
  ['', '*/* application/*', 'text/plain'],
  ['application/json', '*/* application/json', 'application/json'],
  ['application/json, text/html;q=0.5', '*/* application/json', 'application/json'],
])('negotiates "%s" of %s to %s', (accept, offers, want) => {
  expect(negotiate(accept, offersOf(offers))?.mediaType).toBe(want);
});

const isNoPage = (_: unknown, type: string) => type !== 'text/html';

const isNoRange = ({ mediaType }: { readonly mediaType: string }) => mediaType !== '*/*';

test('sends of a range only what can be written', () => {
  const chosen = negotiate('text/html, */*;q=0.8', offersOf('*/*'), isNoPage);
  expect(chosen?.mediaType).toBe('application/json');
});

test.for(['', '*/*', 'application/json', 'application/json;q=0.9, */*;q=0.1'])(
  'leaves to the narrower key what it describes, for Accept "%s"',
  (accept) => {
    const chosen = negotiate(accept, offersOf('*/* application/json'), isNoRange);
    expect(chosen).toEqual({
      offer: { mediaType: 'application/json' },
      mediaType: 'application/json',
    });
  },
);

test('accepts nothing of nothing', () => {
  expect(negotiate('*/*', [])).toBeUndefined();
});
