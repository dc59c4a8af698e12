import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { misplacedReason, reasonForThings } from '../../scripts/refusal/told-reasons.ts';
import { loadText } from '../mock/pets.ts';

const refusals = (examples: Readonly<Record<string, Json>>): JsonObject => ({
  description: 'no',
  content: {
    'application/json': {
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, value]) => [name, { value }]),
      ),
    },
  },
});
const ERRORS: JsonObject = {
  invalid: { status: 400, response: 'Refused', example: 'wrong', detail: { message: '#/text' } },
  malformed: { status: 400, response: 'Refused', example: 'broken', detail: { message: '#/text' } },
  notFound: { status: 404, response: 'Gone', example: 'thing', noPath: 'path' },
};

async function described(own: JsonObject = {}) {
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Things', version: '1' },
      'x-errors': ERRORS,
      paths: { '/things': { get: { responses: { 200: { description: 'ok' }, ...own } } } },
      components: {
        responses: {
          Refused: refusals({
            wrong: { code: 'WRONG', text: 'gone' },
            broken: { code: 'BROKEN', text: 'broken' },
          }),
          Gone: refusals({
            thing: { code: 'NO_THING', text: 'gone', more: { retry: 0 } },
            path: { code: 'NO_PATH', text: 'nowhere' },
          }),
        },
      },
    }),
  );
  const [operation] = api.operations;
  if (!operation) throw new Error('there is no operation');
  return { api, operation };
}

test.each<[what: string, status: number, body: Json, told: Json | undefined]>([
  ['the code of another status, which has another response', 400, { code: 'NO_THING' }, 'NO_THING'],
  ['the code of another status, the other way round', 404, { code: 'BROKEN' }, 'BROKEN'],
  ['the code for paths with another status', 400, { code: 'NO_PATH', text: '' }, 'NO_PATH'],
  ['a code of its own', 400, { code: 'WRONG' }, undefined],
  ['the code of another kind with the same status', 400, { code: 'BROKEN' }, undefined],
  ['a code that nobody has documented', 400, { code: 'TIRED' }, undefined],
  ['a sentence that another kind has as well', 400, { code: 'WRONG', text: 'nowhere' }, undefined],
  ['a member that its own examples do not have', 400, { more: { retry: 0 } }, undefined],
  ['a status that no kind has', 409, { code: 'NO_THING' }, undefined],
  ['a body that is no object', 400, 'NO_THING', undefined],
])('a refusal with %s', async (_, status, body, told) => {
  const { api, operation } = await described();
  expect(misplacedReason(api, operation, status, body)?.told).toEqual(told);
});

test('an operation may document the code of another status as its own', async () => {
  const { api, operation } = await described({ 400: refusals({ own: { code: 'NO_THING' } }) });
  expect(misplacedReason(api, operation, 400, { code: 'NO_THING' })).toBeUndefined();
  expect(misplacedReason(api, operation, 400, { code: 'NO_PATH' })?.told).toBe('NO_PATH');
});

test.each<[what: string, body: Json, told: Json | undefined]>([
  ['things', { code: 'NO_THING' }, 'NO_THING'],
  ['paths', { code: 'NO_PATH' }, undefined],
  ['neither', { code: 'TIRED' }, undefined],
])('no such path, with the reason for %s', async (_, body, told) => {
  const { api } = await described();
  expect(reasonForThings(api, body)?.told).toEqual(told);
});
