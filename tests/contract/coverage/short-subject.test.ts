import { expect, test } from 'vitest';
import { fullSubject, shortSubject } from '../../../scripts/contract/coverage/short-subject.ts';
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
  expect(fullSubject(operation, short)).toBe(subject);
});
