import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import { renderCurl } from '../../scripts/docs/curl-sample.ts';
import { describeOperation } from '../values/describe-body.ts';
import { loadMill, loadOrchard } from './orchard.ts';

const api = await loadOrchard();

/** What curl would get from a shell, with `$NAME` for each variable that is set. */
function argumentsOf(id: string): string[] {
  const operation = api.operations.find((it) => it.id === id);
  const sample = operation ? renderCurl(api, operation) : '';
  const script = `curl() { printf '%s\\0' "$@"; }\n${sample}`;
  const env = { API_KEY: 'key', TOKEN: 'token', TREE_ID: 't9' };
  const { stdout, stderr } = spawnSync('/bin/sh', ['-eu', '-c', script], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

test.each([
  ['readHealth', ['https://api.orchard.example/v2/health']],
  [
    'listTrees',
    [
      'https://api.orchard.example/v2/trees?species=apple',
      '--header',
      'X-Reader: Ada & $BOB',
      '--header',
      'Authorization: Token key',
    ],
  ],
  [
    'recordHarvest',
    [
      'https://api.orchard.example/v2/trees/t9/harvests',
      '--header',
      'Authorization: Token key',
      '--header',
      'Authorization: Bearer token',
      '--data-urlencode',
      'kilograms=12.5',
      '--data-urlencode',
      'by=Ada & Bob',
    ],
  ],
  [
    'fellTree',
    [
      '--request',
      'DELETE',
      'https://api.orchard.example/v2/trees/t1',
      '--header',
      'Authorization: Token key',
    ],
  ],
  [
    'changeTree',
    [
      '--request',
      'PATCH',
      'https://api.orchard.example/v2/trees/t1',
      '--header',
      'Authorization: Token key',
      '--header',
      'Content-Type: application/json',
      '--data-binary',
      '@body',
    ],
  ],
])('asks a shell to call %s', (id, expected) => {
  expect(argumentsOf(id)).toEqual(expected);
});

test('keeps the body of the first example intact through the shell', () => {
  expect(JSON.parse(argumentsOf('plantTree').at(-1) ?? '')).toEqual({
    species: 'apple',
    note: "it's young",
  });
});

test('names the example where there are several', () => {
  const operation = api.operations.find((it) => it.id === 'replaceTree');
  expect(operation && renderCurl(api, operation)).toMatch(/^# It bears pears now\ncurl /);
});

test('asks the server of the operation', async () => {
  const mill = await loadMill();
  const operation = mill.operations.find((it) => it.id === 'openDoor');
  expect(operation && renderCurl(mill, operation)).toContain('"https://gate.mill.example/doors"');
});

test.for<readonly [type: string, media: JsonObject, want: readonly string[]]>([
  [
    'multipart/form-data',
    {
      schema: { properties: { file: { type: 'string', format: 'binary' } } },
      example: { id: 'a;b', meta: { a: '"' }, file: 'x', tags: ['1', '2'] },
    },
    [
      "--form-string 'id=a;b'",
      String.raw`--form 'meta="{\"a\":\"\\\"\"}";type=application/json'`,
      "--form 'file=@file.bin;type=application/octet-stream'",
      "--form-string 'tags=1'",
      "--form-string 'tags=2'",
    ],
  ],
  [
    'application/x-www-form-urlencoded',
    { encoding: { flat: { explode: false } }, example: { flat: ['a', 'b'], none: null } },
    ["--data-raw 'flat=a,b'"],
  ],
  [
    'application/xml',
    { schema: { type: 'object', xml: { name: 'pet' } }, example: { id: 1 } },
    ["--data-raw '<pet><id>1</id></pet>'"],
  ],
])('writes an example in %s as the media type says', async ([type, media, want]) => {
  const { api: described, operation } = await describeOperation({
    requestBody: { content: { [type]: media } },
  });
  const lines = renderCurl(described, operation).split(' \\\n  ');
  expect(lines).toEqual(expect.arrayContaining([...want]));
});
