import { expect, test } from 'vitest';
import { stringOf } from '../../scripts/base/json.ts';
import { valueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { annotateDocument } from '../../scripts/docs/annotate-document.ts';
import { comparePaging } from '../../scripts/docs/compare/paging.ts';
import { loadKiosk } from '../mock/kiosk.ts';

const kiosk = await loadKiosk();
const document = annotateDocument({ api: kiosk, site: [kiosk] });
const textAt = (pointer: Pointer) => stringOf(valueAt(document, pointer)) ?? '';

test.each<[what: string, at: Pointer, words: string]>([
  [
    'pages that lead to the next by a cursor',
    '#/paths/~1notes/get',
    '**Pages** `after` in the query takes `next` of the page before, which the last page does not have. ' +
      'Pages follow each other so, and `limit` sets their size: 2 unless told otherwise, at most 50.',
  ],
  [
    'pages that lead to the next by a link',
    '#/paths/~1posters/get',
    '**Pages** The header `Link` leads with `rel="next"` from page to page, and `per_page` sets their size: at most 50.',
  ],
  [
    'pages that skip items',
    '#/paths/~1orders/get',
    '**Pages** `skip` in the query says how many items come before a page, and `take` sets their size',
  ],
  [
    'keys that are answered as the first time',
    '#/paths/~1notes/post',
    '**Repeating** The same request with the same `Idempotency-Key` is answered as the first time and not ' +
      'carried out again, another one with that key is answered 422. A key is remembered for 60 minutes.',
  ],
  [
    'keys that are refused',
    '#/paths/~1posters/post',
    '**Repeating** The same request with the same `Idempotency-Key` is answered 409 and not carried out again',
  ],
  [
    'what is known again',
    '#/paths/~1notes~1{noteId}/get',
    '**Conditions** Answers have an `ETag` that compares strongly. With that in `If-None-Match` the ' +
      'answer is 304 until something has changed.',
  ],
  [
    'what a write depends on',
    '#/paths/~1orders~1{orderId}/put',
    '`If-Match` of another tag is answered 412, and a request without it 428.',
  ],
])('tells %s', (_, at, words) => {
  expect(textAt(`${at}/description` as Pointer)).toContain(words);
});

test('compares how pages are asked for', () => {
  const html = JSON.stringify(comparePaging([kiosk]));
  for (const words of ['items to skip', 'of the page before', 'in <code>Link</code>'])
    expect(html).toContain(words);
});
