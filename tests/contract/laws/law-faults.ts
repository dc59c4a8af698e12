import type { Ground } from '../../../scripts/result/ground.ts';
import type { LawFault } from './library.ts';

/** A fault of the library, the property of an operation that must find it, what it says was seen, and what that rests on. */
export const LAW_FAULTS: readonly (readonly [
  fault: LawFault,
  property: string,
  operation: string,
  seen: string,
  ground: Ground,
])[] = [
  ['location-of-nothing', 'http.location', 'addBook', 'readBook there is answered 404', 'contract'],
  ['location-of-another', 'http.location', 'addBook', 'leads to 2, and', 'contract'],
  ['put-grows', 'state.repeat-put', 'replaceBook', 'tags is ["new"] after one', 'standard'],
  ['put-adds', 'state.repeat-put', 'replaceBook', 'is new', 'standard'],
  [
    'put-fails-again',
    'state.repeat-put',
    'replaceBook',
    'the second time the answer is 500',
    'contract',
  ],
  [
    'delete-fails-again',
    'state.repeat-delete',
    'removeBook',
    'the second time the answer is 500',
    'contract',
  ],
  ['etag-in-vain', 'http.conditional', 'readBook', '200 has that ETag', 'standard'],
  ['etag-without-quotes', 'http.conditional', 'readBook', 'ETag: "v1"', 'standard'],
  ['etag-of-all', 'http.conditional', 'readBook', 'and the answer is 304', 'standard'],
  ['etag-stays', 'http.entity-tag', 'readBook', 'before replaceBook and after', 'standard'],
  ['if-match-in-vain', 'http.if-match', 'replaceBook', 'the answer is 200', 'contract'],
  ['writes-on-412', 'http.if-match', 'replaceBook', 'is shown as', 'contract'],
  ['key-in-vain', 'http.idempotency-key', 'lendBook', 'by the same key', 'contract'],
  ['key-for-all-bodies', 'http.idempotency-key', 'lendBook', 'by the same key', 'contract'],
  ['next-repeats', 'paging.link', 'listBooks', 'is on the pages 1 and 2', 'contract'],
  ['next-is-longer', 'paging.link', 'listBooks', 'page 2 has 2 items, not 1', 'contract'],
  ['next-is-nothing', 'paging.link', 'listBooks', 'is answered 400', 'contract'],
  ['keeps-what-it-refuses', 'state.refused-write', 'replaceBook', 'is shown as', 'standard'],
  ['adds-what-it-refuses', 'state.refused-write', 'addBook', 'is listed', 'standard'],
  ['options-fail', 'method.options', 'readBook', 'OPTIONS is answered 500', 'standard'],
  ['options-forget', 'method.options', 'readBook', 'GET is not in Allow: PATCH', 'standard'],
  ['trace-tells-all', 'method.trace', 'readBook', 'what was sent in Authorization', 'standard'],
  ['wants-a-tag', 'input.unstated', 'addBook', '[] → 400', 'contract'],
];
