import { expect, test } from 'vitest';
import { objectOf, type JsonObject } from '../../../scripts/base/json.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { richDrafts } from '../../../scripts/contract/generation/broken-draft.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createSuccesses } from '../../../scripts/contract/run/successes.ts';
import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import type { WireRequest } from '../../../scripts/wire/exchange.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { describeOperation } from '../../values/describe-body.ts';

const schema: JsonObject = {
  type: 'object',
  required: ['engine', 'model', 'size'],
  properties: {
    engine: { enum: ['none', 'steam', 'water', 'wind'] },
    model: { type: 'string' },
    size: { type: 'integer', minimum: 1, maximum: 100 },
  },
};
const content = { 'application/json': { schema } };
const OPERATION: JsonObject = {
  requestBody: { required: true, content },
  responses: { '201': { description: 'made' }, '400': { description: 'no' } },
};

/** A run on a server that answers with a status alone. */
function startRun(api: ApiModel, operation: Operation, statusOf: (request: WireRequest) => number) {
  const successes = createSuccesses();
  const options = {
    api,
    targets: new Map(api.servers.map(({ url }) => [url, 'http://engines.test'])),
    successes,
    profiles: NO_PROFILES,
    seed: 1,
    writes: true,
    now: () => 0,
    passTime: undefined,
    send: (request: WireRequest) =>
      Promise.resolve({ request, response: { status: statusOf(request), headers: [], body: '' } }),
  };
  const check = async (wanted: string, runs: number) => {
    const property = PROPERTIES.find((it) => it.id === wanted);
    if (!property) throw new Error(wanted);
    return await runCheck({ ...options, runs }, operation, property);
  };
  return { successes, check };
}

interface Engine {
  readonly engine?: unknown;
  readonly model?: unknown;
  readonly size?: unknown;
}

test('of many alternatives the one that is taken is looked for before anything is tried often', async () => {
  const kinds = ['a', 'b', 'c', 'd'];
  const pair = { type: 'object', required: ['one', 'other'] } as const;
  const both = { ...pair, properties: { one: { enum: kinds }, other: { enum: kinds } } };
  const ofPairs = { 'application/json': { schema: both } };
  const { api, operation } = await describeOperation(
    { requestBody: { required: true, content: ofPairs }, responses: OPERATION['responses'] ?? {} },
    '/pairs',
    {},
    'post',
  );
  const { successes, check } = startRun(api, operation, ({ body }) => {
    const { one, other } = objectOf(JSON.parse(body ?? '{}'));
    // It says so nowhere, as those do whose reasons are in their code.
    return one === 'c' && other === 'b' ? 201 : 400;
  });
  await check('conformance', 1);
  expect(successes.of(operation)).toBeDefined();
});

/** What is found in a server that for reasons of its own takes no request that is made up first. */
async function findIn(id: string, answer: (said: Engine) => number): Promise<readonly string[]> {
  const { api, operation } = await describeOperation(OPERATION, '/engines', {}, 'post');
  const madeUp = richDrafts(api, operation).map(({ body }) => objectOf(body?.value)['engine']);
  const { check } = startRun(api, operation, ({ body }) => {
    const said: Engine = objectOf(JSON.parse(body ?? '{}'));
    return madeUp.some((it) => it === said.engine) ? 400 : answer(said);
  });
  await check('conformance', 20);
  const { violations } = await check(id, 1);
  return violations.map(({ message }) => message);
}

const takesAll = () => 201;
const letsLargeIn = ({ engine, model, size }: Engine) => {
  const isRight = ['none', 'steam', 'water', 'wind'].some((it) => it === engine);
  return isRight && typeof model === 'string' && Number.isInteger(size) && Number(size) >= 1
    ? 201
    : 400;
};

test.for<[id: string, answer: (said: Engine) => number, messages: RegExp[]]>([
  ['input.hostile', takesAll, []],
  [
    'input.hostile',
    ({ model }) => (String(model).isWellFormed() ? 201 : 500),
    [/half of a surrogate pair is answered 500/],
  ],
  ['input.rejected', letsLargeIn, [/maximum/]],
  ['input.accepted', takesAll, []],
  ['input.accepted', ({ size }) => (size === 100 ? 500 : 201), [/500/]],
])('%s asks what is taken where what is made up first is refused', async ([id, answer, want]) => {
  const found = await findIn(id, answer);
  expect(found).toEqual(want.map((it): unknown => expect.stringMatching(it)));
});
