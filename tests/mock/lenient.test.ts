import { expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { isOnlyInferred } from '../../scripts/model/only-inferred.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { startMock } from './pets.ts';

const [api] = await loadApis(nodeIo, ['clayva']);
if (!api) throw new Error('there is no such description');

async function statusOf(path: string, body: object, options: Partial<MockOptions>) {
  const mock = await startMock(api ? [api] : [], options);
  const headers = { authorization: 'Bearer kiln_clayva_enterprise' };
  const { status } = await mock.send('POST', `http://mock.invalid/clayva/v1${path}`, {
    body,
    headers,
  });
  return status;
}

const EVENT = { event: 'Opened' };

test.each<[string, string, object, number, number]>([
  ['no event at all, which is only inferred', '/events/batch', { events: [] }, 200, 400],
  [
    'an event too many, as is documented',
    '/events/batch',
    { events: Array.from({ length: 1001 }, () => EVENT) },
    400,
    400,
  ],
  [
    'a time that is none, as is documented',
    '/events/track',
    { ...EVENT, timestamp: 'soon' },
    400,
    400,
  ],
  ['nothing', '/events/track', EVENT, 200, 200],
])('%s: a request that breaks it', async (_, path, body, lenient, strict) => {
  expect(await statusOf(path, body, { isLenient: true })).toBe(lenient);
  expect(await statusOf(path, body, {})).toBe(strict);
});

test('tells what only a claim says that no source states', () => {
  const schema = '#/components/schemas/EventBatchInput/properties/events';
  expect(isOnlyInferred(api, `${schema}/minItems`)).toBe(true);
  expect(isOnlyInferred(api, `${schema}/maxItems`)).toBe(false);
  expect(isOnlyInferred({ ...api, ledger: undefined }, `${schema}/minItems`)).toBe(false);
});
