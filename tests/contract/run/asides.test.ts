import { expect, test } from 'vitest';
import { RunStopped } from '../../../scripts/contract/wire/govern.ts';
import { tryProperty } from '../try-property.ts';

const OPERATION = {
  parameters: [
    { name: 'size', in: 'query', required: true, schema: { type: 'integer' }, example: 1 },
  ],
  responses: {
    '200': { description: 'ok' },
    '422': { description: 'no', content: { 'text/plain': {} } },
  },
};

test('what answers show by the way is told although the run ends before the check', async () => {
  let left = 6;
  const { outcome, violations } = await tryProperty('input.rejected', OPERATION, ({ url }) => {
    left -= 1;
    if (left < 0) throw new RunStopped('the time is over');
    const isValid = /^\d+$/.test(new URL(url).searchParams.get('size') ?? '');
    const headers = [['content-type', 'application/json']] as const;
    return isValid ? { status: 200 } : { status: 422, headers };
  });
  expect(outcome).toBe('failed');
  expect(violations.map(({ message }) => message)).toEqual(['answers 422 in another media type']);
});
