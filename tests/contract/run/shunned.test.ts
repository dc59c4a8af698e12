import { expect, test } from 'vitest';
import { withOptional } from '../../../scripts/contract/generation/draft.ts';
import { createShunned } from '../../../scripts/contract/run/shunned.ts';
import type { Draft } from '../../../scripts/contract/generation/draft.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';
import { loadText } from '../../load/load-files.ts';

const VERSION = '{name: X-Version, in: header, schema: {type: string}}';
const SIZE = '{name: size, in: query, schema: {type: integer}}';
const get = (path: string, parameters: string) =>
  `  ${path}: {get: {parameters: [${parameters}], responses: {'200': {description: ok}}}}`;
const api = await loadText(`openapi: 3.1.0
info: {title: Things, version: '1'}
paths:
${['/a', '/b', '/c'].map((path) => get(path, `${VERSION}, ${SIZE}`)).join('\n')}
`);
const [operation] = api.operations;
if (!operation) throw new Error('no operation');
const full = withOptional(api, operation, { parameters: [], body: undefined });
const names = ({ parameters }: Draft) => parameters.map(({ parameter }) => parameter.name);
const answered = (status: number): Exchange => ({
  request: { method: 'GET', url: 'http://things.test/a', headers: [], body: undefined },
  response: { status, headers: [], body: '' },
});

test('an optional text that alone is refused is told once, and left out from then on', async () => {
  const shunned = createShunned(api);
  expect(names(shunned.without(full))).toEqual(['X-Version', 'size']);
  const ask = (draft: Draft) =>
    Promise.resolve(answered(names(draft).includes('X-Version') ? 400 : 200));
  const said = await shunned.learn(operation, full, answered(400), ask);
  expect(said).toContain('any header parameter X-Version');
  expect(names(shunned.without(full))).toEqual(['size']);
  const broken = { ...full, broken: 'type at header parameter X-Version' };
  expect(names(shunned.without(broken))).toEqual(['X-Version', 'size']);
});

test('each operation is asked once with what is left out, and with nothing else that may be', async () => {
  const shunned = createShunned(api);
  expect(shunned.untold(operation, full)).toBe(undefined);
  const ask = (draft: Draft) =>
    Promise.resolve(answered(names(draft).includes('X-Version') ? 400 : 200));
  await shunned.learn(operation, full, answered(400), ask);
  // Where it was learnt it was asked.
  expect(shunned.untold(operation, full)).toBe(undefined);
  const others = api.operations.slice(1);
  const told = () =>
    others.map((it) => {
      const draft = shunned.untold(it, withOptional(api, it, { parameters: [], body: undefined }));
      return draft && names(draft);
    });
  expect(told()).toEqual([['X-Version'], ['X-Version']]);
  expect(told()).toEqual([undefined, undefined]);
});

test.for([404, 401, 500, 200])('of %i a parameter is not the reason', async (status) => {
  const shunned = createShunned(api);
  const said = await shunned.learn(operation, full, answered(status), () =>
    Promise.resolve(answered(200)),
  );
  expect(said).toBe(undefined);
});

test('what is refused without it too is no reason either', async () => {
  const shunned = createShunned(api);
  const said = await shunned.learn(operation, full, answered(400), () =>
    Promise.resolve(answered(400)),
  );
  expect(said).toBe(undefined);
  expect(names(shunned.without(full))).toEqual(['X-Version', 'size']);
});
