import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import { tryProperty, type Reply, type Server } from './try-property.ts';

const KEY = { security: [{ key: [] }] };
const TEXT = { description: 'text', content: { 'text/plain': {} } };
const OK = { '200': TEXT };
const FINE: Reply = { status: 200, headers: [['content-type', 'text/plain']], body: 'fine' };
const FLAKY: Server = (_, times) => (times === 1 ? { status: 500 } : FINE);

function grounds({ violations }: CheckResult): string[] {
  return violations.map(({ property, ground }) => `${property}: ${ground}`);
}

const documenting = (status: string, name: string) => ({
  ...OK,
  [status]: {
    description: 'no',
    headers: { [name]: { required: true, schema: { type: 'string' } } },
  },
});
const unless = (method: string, reply: Reply): Server => {
  return (request) => (request.method === method ? FINE : reply);
};
const toStrangers = (reply: Reply): Server => {
  return ({ headers, url }) => (JSON.stringify([headers, url]).includes('k-123456') ? FINE : reply);
};

describe('what a violation rests on:', () => {
  test.for<[what: string, property: string, JsonObject, Server, want: string[]]>([
    [
      'HEAD',
      'method.head',
      { responses: OK },
      unless('GET', { status: 405 }),
      ['method.head: standard'],
    ],
    [
      'Allow',
      'method.allow',
      { responses: OK },
      unless('GET', { status: 405 }),
      ['method.allow: standard'],
    ],
    [
      'a documented Allow',
      'method.allow',
      { responses: documenting('405', 'Allow') },
      unless('GET', { status: 405 }),
      ['method.allow: contract'],
    ],
    [
      'a challenge',
      'auth.challenge',
      { ...KEY, responses: { ...OK, '401': { description: 'no' } } },
      toStrangers({ status: 401 }),
      ['auth.challenge: standard'],
    ],
    [
      'a documented challenge',
      'auth.challenge',
      { ...KEY, responses: documenting('401', 'WWW-Authenticate') },
      toStrangers({ status: 401 }),
      ['auth.challenge: contract'],
    ],
    [
      'another refusal of strangers than 401',
      'auth.missing',
      { ...KEY, responses: OK },
      toStrangers({ status: 403 }),
      ['auth.missing: standard'],
    ],
    [
      'another refusal where 401 is documented',
      'auth.missing',
      { ...KEY, responses: { ...OK, '401': { description: 'no' }, '403': { description: 'no' } } },
      toStrangers({ status: 403 }),
      ['auth.missing: contract'],
    ],
    [
      'a stranger who is let in',
      'auth.missing',
      { ...KEY, responses: OK },
      () => FINE,
      ['auth.missing: contract'],
    ],
    [
      'a failure that nobody documents, whatever was tried',
      'media.undocumented',
      { responses: OK },
      ({ headers }) => (JSON.stringify(headers).includes('x-kiln') ? { status: 500 } : FINE),
      ['media.undocumented: contract'],
    ],
    [
      'a method that is served beside those that are documented',
      'method.undocumented',
      { responses: OK },
      ({ url }) => (url.includes('no-such-path') ? { status: 404 } : FINE),
      ['method.undocumented: standard'],
    ],
  ])('%s', async ([, property, operation, server, want]) => {
    expect(grounds(await tryProperty(property, operation, server)).toSorted()).toEqual(
      want.toSorted(),
    );
  });
});

const BODY = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
const taking = (example: object, responses: JsonObject): JsonObject => ({
  requestBody: { required: true, content: { 'application/json': { schema: BODY, ...example } } },
  responses,
});
const REFUSED = { ...OK, '422': { description: 'no' } };

describe('nobody is blamed for', () => {
  test.for<[what: string, property: string, JsonObject, Server, reason: string]>([
    [
      'a documented refusal that no schema can say',
      'input.accepted',
      taking({}, REFUSED),
      () => ({ status: 422 }),
      'a request that breaks no constraint is answered 422',
    ],
    [
      'a quota that is used up',
      'encoding.malformed',
      taking({}, { ...OK, '429': { description: 'later' } }),
      () => ({ status: 429 }),
      'a quota is used up: answered 429',
    ],
    [
      'a page at every path',
      'path.unknown',
      { responses: OK },
      () => ({ status: 200, headers: [['content-type', 'text/html; charset=utf-8']] }),
      'answered 200 with text/html',
    ],
    [
      'a server that does anything at every path',
      'method.undocumented',
      { responses: OK },
      () => FINE,
      'methods that are not documented are answered 200',
    ],
    [
      'silence that does not last',
      'conformance',
      { responses: OK },
      (_, times) => (times === 1 ? 'silence' : FINE),
      'it did not repeat: gives no answer',
    ],
    [
      'a status that does not come again',
      'conformance',
      { responses: OK },
      (_, times) => (times === 1 ? { status: 418 } : FINE),
      'it did not repeat: answers 418',
    ],
    [
      'what a plain request shows as well',
      'input.respelled',
      taking({ example: { name: 'a' } }, REFUSED),
      () => ({ status: 422 }),
      'the plain request is answered 422 as well',
    ],
  ])('%s', async ([, property, operation, server, reason]) => {
    const result = await tryProperty(property, operation, server);
    expect(grounds(result)).toEqual([]);
    expect(result.undetermined.map((it) => it.reason).join('; ')).toContain(reason);
    expect(result.outcome).toBe(property === 'conformance' ? 'held' : 'skipped');
  });
});

describe('a server is blamed for', () => {
  test('refusing a documented example', async () => {
    const operation = taking({ example: { name: 'a' } }, REFUSED);
    const result = await tryProperty('input.accepted', operation, () => ({ status: 422 }));
    expect(grounds(result)).toEqual(['input.accepted: contract']);
  });

  test('a status that it does not document, once and as what it is', async () => {
    const operation = taking({ example: { name: 'a' } }, REFUSED);
    const result = await tryProperty('input.accepted', operation, () => ({ status: 500 }));
    expect(grounds(result)).toEqual(['conformance: contract']);
  });

  test('a failure that does not come again, with how often it came', async () => {
    const { violations } = await tryProperty('conformance', { responses: OK }, FLAKY);
    expect(violations[0]?.proof.seen).toContain('answered 500 in 1 of 2');
  });
});

test.for<[string, JsonObject, string[]]>([
  ['is a note where another one is documented for refusals', REFUSED, ['conformance: standard']],
  ['is nothing where none is documented', OK, []],
])('a status nobody documents, for a body that is not UTF-8, %s', async ([, responses, want]) => {
  const operation = taking({ example: { name: 'a' } }, responses);
  const result = await tryProperty('encoding.malformed', operation, ({ bytes, body }) => {
    if (bytes && String(body).includes('\uFFFD')) return { status: 400 };
    return body === '{"name":"a"}' ? FINE : { status: 422 };
  });
  const about = result.violations.filter(({ proof }) => proof.seen.includes('400'));
  expect(grounds({ ...result, violations: about })).toEqual(want);
});
