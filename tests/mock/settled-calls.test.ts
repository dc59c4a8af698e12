import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadText, startMock, type TestMock } from './pets.ts';
import { wrongIn } from './settled-answers.ts';
import { SETTLED_CALLS } from './settled-calls.ts';
import { SETTLED_DESCRIPTION } from './settled-description.ts';

let mock: TestMock;
beforeAll(async () => {
  mock = await startMock([
    await loadText(JSON.stringify(SETTLED_DESCRIPTION), undefined, 'settled'),
  ]);
});
afterAll(() => mock.close());

test.for(SETTLED_CALLS)('answers as the specifications settle it: $name', async (call) => {
  const { method, path, headers = {}, body } = call;
  const answer = await mock.inject({
    method,
    url: `/settled${path}`,
    headers: { ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  const { statusCode: status, rawPayload } = answer;
  const came = { status, headers: answer.headers, text: rawPayload.toString('utf8') };
  expect(wrongIn(call, came)).toBeUndefined();
});
