import { expect, test } from 'vitest';
import { runCheck } from '../../../scripts/contract/contract.ts';
import { conformance } from '../../../scripts/contract/properties/conformance.ts';
import { createShunned } from '../../../scripts/contract/run/shunned.ts';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { headerOf, type WireRequest } from '../../../scripts/wire/exchange.ts';
import { loadText } from '../../load/load-files.ts';

const VERSION = '{name: X-Version, in: header, schema: {type: string}}';
const get = (path: string) =>
  `  ${path}: {get: {parameters: [${VERSION}], responses: {'200': {description: ok}, '422': {description: no}}}}`;

const versioned = (it: WireRequest) => headerOf(it, 'x-version') !== undefined;

test('what is refused everywhere is told of every operation, and hides nothing', async () => {
  const api = await loadText(`openapi: 3.1.0
info: {title: Things, version: '1'}
servers: [{url: 'http://things.test'}]
paths:
${['/a', '/b', '/c', '/d'].map(get).join('\n')}
`);
  const shunned = createShunned(api);
  const found = [];
  for (const operation of api.operations) {
    const sent: WireRequest[] = [];
    const result = await runCheck(
      {
        api,
        targets: new Map([['http://things.test', 'http://things.test']]),
        profiles: NO_PROFILES,
        seed: 1,
        runs: 20,
        writes: true,
        shunned,
        now: () => 0,
        send(request) {
          sent.push(request);
          const status = versioned(request) ? 400 : 200;
          return Promise.resolve({ request, response: { status, headers: [], body: '' } });
        },
      },
      operation,
      conformance,
    );
    found.push({
      path: operation.path,
      messages: result.violations.map(({ message }) => message),
      plain: sent.filter((it) => !versioned(it)).length,
      versioned: sent.filter(versioned).length,
    });
  }
  const message = 'answers 400, which is not documented';
  expect(found.map(({ messages }) => messages)).toEqual(found.map(() => [message]));
  // Asked once, and once more to make sure.
  expect(found.slice(1).map((it) => it.versioned)).toEqual([2, 2, 2]);
  expect(found.every(({ plain }) => plain > 15)).toBe(true);
});
