import { expect, test } from 'vitest';
import { objectOf, type JsonObject } from '../../../scripts/base/json.ts';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { richDrafts } from '../../../scripts/contract/generation/broken-draft.ts';
import { PROPERTIES } from '../../../scripts/contract/properties.ts';
import { createSuccesses } from '../../../scripts/contract/run/successes.ts';
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

interface Engine {
  readonly engine?: unknown;
  readonly model?: unknown;
  readonly size?: unknown;
}

/** What is found in a server that for reasons of its own takes no request that is made up first. */
async function findIn(id: string, answer: (said: Engine) => number): Promise<readonly string[]> {
  const { api, operation } = await describeOperation(OPERATION, '/engines', {}, 'post');
  const targets = new Map(api.servers.map(({ url }) => [url, 'http://engines.test']));
  const successes = createSuccesses();
  const madeUp = richDrafts(api, operation).map(({ body }) => objectOf(body?.value)['engine']);
  const options = {
    api,
    targets,
    successes,
    profiles: NO_PROFILES,
    seed: 1,
    writes: true,
    now: () => 0,
    passTime: undefined,
    send: (request: { readonly body: string | undefined }) => {
      const said: Engine = objectOf(JSON.parse(request.body ?? '{}'));
      const status = madeUp.some((it) => it === said.engine) ? 400 : answer(said);
      return Promise.resolve({ request, response: { status, headers: [], body: '' } });
    },
  };
  const check = async (wanted: string, runs: number) => {
    const property = PROPERTIES.find((it) => it.id === wanted);
    if (!property) throw new Error(wanted);
    return await runCheck({ ...options, runs } as never, operation, property);
  };
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
