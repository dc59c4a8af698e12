import { expect, test } from 'vitest';
import type { MediaType } from '../../scripts/model/api-model.ts';
import { mediaFor } from '../../scripts/wire/describe-body.ts';

test.each<[sent: string, documented: readonly string[], which: string | undefined]>([
  [
    'application/json;v=2',
    ['application/json;v=1', 'application/json;v=2'],
    'application/json;v=2',
  ],
  [
    'application/json; V="2"',
    ['application/json; v=1', 'application/json; v=2'],
    'application/json; v=2',
  ],
  [
    'application/json; v=2; charset=utf-8',
    ['application/json;v=1', 'application/json;v="2"'],
    'application/json;v="2"',
  ],
  ['application/json', ['application/json;v=1', 'application/json'], 'application/json'],
  ['application/json; v=3', ['application/json;v=1', 'application/*'], 'application/*'],
  ['application/json; v=3', ['application/json;v=1'], 'application/json;v=1'],
  [
    'application/json; v=1; w=2',
    ['application/json;v=1', 'application/json; v=1; w=2'],
    'application/json; v=1; w=2',
  ],
  ['text/csv; charset=ascii', ['text/*', 'text/csv; charset=utf-8'], 'text/csv; charset=utf-8'],
  ['text/csv', ['*/*', 'text/*', 'application/json'], 'text/*'],
  ['image/png', ['text/*', 'application/json'], undefined],
])('%s is one of %s: %s', (sent, documented, which) => {
  expect(mediaFor(documented.map(toMedia), sent)?.mediaType).toBe(which);
});

function toMedia(mediaType: string): MediaType {
  return { mediaType, pointer: '#', schema: undefined, examples: [], encoding: new Map() };
}
