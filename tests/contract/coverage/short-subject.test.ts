import { expect, test } from 'vitest';
import { shortSubject, toldSubject } from '../../../scripts/contract/coverage/short-subject.ts';
import { loadText } from '../../load/load-files.ts';
import { withOperation } from '../../hostile/describe.ts';

const PLACE = '#/paths/~1things';

test.for([
  { subject: `${PLACE}/get/parameters/0/schema/type`, short: '#…/get/parameters/0/schema/type' },
  { subject: `${PLACE}/parameters/3/required`, short: '#…/parameters/3/required' },
  { subject: `${PLACE}~1others/get`, short: '#…~1others/get' },
  { subject: '#/components/schemas/A/type', short: '#/components/schemas/A/type' },
  { subject: 'query limit', short: 'query limit' },
  { subject: '200', short: '200' },
])('$subject is kept as $short', async ({ subject, short }) => {
  const [operation] = (await loadText(withOperation({}))).operations;
  if (!operation) throw new Error('no operation');
  expect(shortSubject(operation, subject)).toBe(short);
  expect(toldSubject(operation, short)).toBe(subject);
});

test('reports do not repeat a place of thousands of characters', async () => {
  const [operation] = (await loadText(withOperation({}))).operations;
  if (!operation) throw new Error('no operation');
  const place = `#/paths/~1${'long'.repeat(300)}` as const;
  const long = { ...operation, pointer: `${place}/get` as const };
  expect(toldSubject(long, `${place}/get/responses/200`)).toBe('#…/get/responses/200');
  expect(toldSubject(long, 'query limit')).toBe('query limit');
});
