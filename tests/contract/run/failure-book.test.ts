import { expect, test } from 'vitest';
import { createFailureBook } from '../../../scripts/contract/run/failure-book.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { createRedactor } from '../../../scripts/contract/wire/redact.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';
import { describeOperation } from '../../values/describe-body.ts';

const answered = (status: number): Exchange => ({
  request: { method: 'POST', url: 'http://things.test/things', headers: [], body: '{}' },
  response: { status, headers: [], body: 'no' },
});

test('a failure that no check tells is told of its operation, once for each status', async () => {
  const { api, operation } = await describeOperation({});
  const toRedactor = () => createRedactor(api, NO_PROFILES, []);
  const book = createFailureBook({ api, seed: 1, toRedactor });
  for (const status of [500, 200, 500, 502, 501, 503, 404]) book.note(operation, answered(status));
  const told = () =>
    book
      .untold()
      .flatMap(({ operation: id, property, violations }) =>
        violations.map((it) => [id, property, it.message, it.ground]),
      );
  expect(told()).toEqual([
    ['send', 'conformance', 'fails with status 500', 'contract'],
    ['send', 'conformance', 'fails with status 502', 'contract'],
  ]);
  book.tell(book.untold().flatMap(({ violations }) => violations.slice(0, 1)));
  expect(told()).toEqual([]);
});
