import type { LawFault } from './library.ts';

/** A fault of the library, the property of an operation that must find it, and what it says was seen. */
export const LAW_FAULTS: readonly (readonly [
  fault: LawFault,
  property: string,
  operation: string,
  seen: string,
])[] = [
  ['location-of-nothing', 'http.location', 'addBook', 'readBook there is answered 404'],
  ['put-grows', 'state.repeat-put', 'replaceBook', 'tags is ["new"] after one'],
  ['put-adds', 'state.repeat-put', 'replaceBook', 'is new'],
  ['put-fails-again', 'state.repeat-put', 'replaceBook', 'the second time the answer is 500'],
  ['delete-fails-again', 'state.repeat-delete', 'removeBook', 'the second time the answer is 500'],
  ['etag-in-vain', 'http.conditional', 'readBook', '200 has that ETag'],
  ['etag-without-quotes', 'http.conditional', 'readBook', 'ETag: "v1"'],
  ['if-match-in-vain', 'http.if-match', 'replaceBook', 'the answer is 200'],
  ['writes-on-412', 'http.if-match', 'replaceBook', 'is shown as'],
  ['key-in-vain', 'http.idempotency-key', 'lendBook', 'by the same key'],
  ['key-for-all-bodies', 'http.idempotency-key', 'lendBook', 'by the same key'],
  ['next-repeats', 'paging.link', 'listBooks', 'is on the pages 1 and 2'],
  ['next-is-longer', 'paging.link', 'listBooks', 'page 2 has 2 items, not 1'],
  ['next-is-nothing', 'paging.link', 'listBooks', 'is answered 400'],
  ['keeps-what-it-refuses', 'state.refused-write', 'replaceBook', 'is shown as'],
  ['adds-what-it-refuses', 'state.refused-write', 'addBook', 'is listed'],
  ['options-fail', 'method.options', 'readBook', 'OPTIONS is answered 500'],
  ['options-forget', 'method.options', 'readBook', 'GET is not in Allow: PATCH'],
  ['trace-tells-all', 'method.trace', 'readBook', 'what was sent in Authorization'],
];
