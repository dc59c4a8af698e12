import { get } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock, type RunningMock } from '../../scripts/library/start-mock.ts';
import { HEAD } from './memory-descriptions.ts';

let mock: RunningMock;

const LANGUAGE = `{name: Accept-Language, in: header, schema: {enum: [en, de]}}`;
const OBJECT = `{name: accept-Language, in: header, schema: {type: object, additionalProperties: false, properties: {tag: {type: string}}}}`;
const NEEDED = `{name: Accept-Language, in: header, required: true, schema: {enum: [en, de]}}`;
const ANY = `{name: Accept-Language, in: header, schema: {type: string, minLength: 1}}`;
const OTHER = `{name: X-Language, in: header, schema: {enum: [en, de]}}`;
const answers = `responses: {'200': {description: OK.}, '400': {description: No.}}`;

beforeAll(async () => {
  const paths = { language: LANGUAGE, object: OBJECT, needed: NEEDED, any: ANY, other: OTHER };
  const items = Object.entries(paths).map(
    ([path, parameter]) =>
      `  /${path}:\n    get:\n      parameters: [${parameter}]\n      ${answers}\n`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'kiln-languages-'));
  const file = join(folder, 'openapi.yaml');
  await writeFile(file, `${HEAD}paths:\n${items.join('')}`);
  mock = await startMock(file);
  await rm(folder, { recursive: true });
});
afterAll(() => mock.close());

const statusOf = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(`${mock.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

test.each([
  ['/language', {}, 200],
  ['/language', { 'accept-language': '*' }, 200],
  ['/language', { 'accept-language': 'de' }, 200],
  ['/language', { 'accept-language': 'fr' }, 400],
  ['/language', { 'accept-language': '*, fr' }, 400],
  ['/object', { 'accept-language': '*' }, 200],
  ['/object', { 'accept-language': 'tag' }, 400],
  ['/object', { 'accept-language': 'tag,x' }, 200],
  // Whoever has to say something says nothing by it.
  ['/needed', { 'accept-language': '*' }, 400],
  ['/any', { 'accept-language': '*' }, 200],
  ['/other', { 'x-language': '*' }, 400],
])('GET %s with %j is answered %i', async (path, headers, want) => {
  expect(await statusOf(path, headers)).toBe(want);
});

test('fetch, which sends that it takes any language unasked, is not refused for it', async () => {
  for (const path of ['/language', '/object', '/any', '/other']) {
    expect([path, (await fetch(`${mock.url}${path}`)).status]).toEqual([path, 200]);
  }
});
