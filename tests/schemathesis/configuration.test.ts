import { expect, test } from 'vitest';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { objectOf } from '../../scripts/base/json.ts';
import { toAuthentication } from '../../scripts/schemathesis/authentication.ts';
import { renderConfiguration } from '../../scripts/schemathesis/configuration.ts';
import { toLogin } from '../../scripts/schemathesis/login.ts';
import { toPace } from '../../scripts/schemathesis/pace.ts';
import { retarget } from '../../scripts/schemathesis/retarget.ts';
import { renderToml } from '../../scripts/schemathesis/toml.ts';
import { loadParcels } from './parcels.ts';

const SECRETS = new Map([
  ['key', 'a "quoted" secret'],
  ['account', 'placeholder'],
]);

test('secrets go into the environment, and the configuration names their variables', async () => {
  const authentication = toAuthentication(await loadParcels(), SECRETS);
  const text = renderConfiguration({
    base: 'http://127.0.0.1:9/v1',
    seed: 3,
    budget: 20,
    maxExamples: undefined,
    authentication,
    excluded: ['createParcel'],
    tryOtherMethods: false,
    files: { hooks: 'hooks.py', events: 'events.ndjson' },
  });
  for (const secret of SECRETS.values()) expect(text).not.toContain(secret);
  expect(text).toContain('"key" = {"api_key" = "${KILN_SECRET_0}"}');
  expect(Object.values(authentication.environment)).toEqual([...SECRETS.values()]);
  expect(text).toContain('"operations" = [{"include-operation-id" = ["createParcel"]');
  expect(text).toContain('"unexpected-methods" = []');
});

const HARBOUR = 'tests/schemathesis/cases/harbour/openapi.yaml';
const HARBOUR_ADDRESSES = new Map([['https://harbour.test/v1', 'http://127.0.0.1:9/v1']]);

test('no documented address is left for it to call, also where nobody gave another', async () => {
  const document = retarget(await loadDescription(nodeIo, HARBOUR), HARBOUR_ADDRESSES);
  expect(document['servers']).toEqual([{ url: 'http://127.0.0.1:9/v1' }]);
  const { get } = objectOf(objectOf(document['paths'])['/weather']) as { get: object };
  expect(get).toMatchObject({ servers: [{ url: 'http://127.0.0.1:9/v1' }] });
});

test('requests of a category are as far apart as its smallest quota asks', async () => {
  const api = await loadParcels();
  const { groups, intervals } = toPace(api);
  expect(intervals).toEqual({ reading: 720 });
  const counted = api.operations.filter(({ rateCategory }) => rateCategory === 'reading');
  expect(Object.keys(groups)).toHaveLength(counted.length);
  expect(counted.length).toBeGreaterThan(0);
});

test.each([
  ['a quote', { key: 'a"b' }, '"key" = "a\\"b"\n'],
  ['a line break', { key: 'a\nb' }, '"key" = "a\\nb"\n'],
  ['the delete character', { key: '\u007F' }, '"key" = "\\u007F"\n'],
  ['a table in a list', { key: [{ deep: [1, true] }] }, '"key" = [{"deep" = [1, true]}]\n'],
])('writes %s as TOML has it', (_, value, want) => {
  expect(renderToml(value)).toBe(want);
});

test.each([
  { name: 'the example', given: [], byExample: true, want: 'Ada' },
  {
    name: 'what the user gave',
    given: [
      ['name', 'Eve'],
      ['word', 'own'],
    ],
    byExample: false,
    want: 'Eve',
  },
] as const)('a session is opened with $name', async ({ given, byExample, want }) => {
  const api = await loadDescription(nodeIo, HARBOUR);
  const options = {
    addresses: HARBOUR_ADDRESSES,
    given: new Map<string, string>(given),
    byExample,
  };
  const session = toLogin(api, options);
  expect(JSON.parse(session?.body ?? '')).toMatchObject({ name: want, remember: null });
  expect(session?.login).toEqual({
    method: 'POST',
    url: 'http://127.0.0.1:9/v1/login',
    mediaType: 'application/json',
    token: { from: 'cookie', at: 'pass' },
    sent: { in: 'cookie', name: 'pass', prefix: '' },
    operations: ['listShips', 'getWeather'],
    renewal: 1800,
  });
});

test('no session is opened with the example of a description on the server of somebody', async () => {
  const api = await loadDescription(nodeIo, HARBOUR);
  const given = new Map([['name', 'Eve']]);
  const options = { addresses: HARBOUR_ADDRESSES, given, byExample: false };
  expect(toLogin(api, options)).toBeUndefined();
});
