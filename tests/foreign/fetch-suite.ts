import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Json } from '../../scripts/base/json.ts';
import { arrayOf, objectOf, textOf } from '../../scripts/base/json.ts';
import { parseJson } from '../../scripts/base/json-text.ts';
import type { SuiteCase } from './json-schema-suite.ts';

const run = promisify(execFile);

/** The package of another implementation carries the suite. */
const PACKAGE = 'jsonschema';
const VERSION = '4.26.0';
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/json-schema-suite');

export interface Suite {
  readonly cases: readonly SuiteCase[];
  /** Documents that its schemas refer to, by address. */
  readonly remotes: ReadonlyMap<string, Json>;
}

/** The JSON Schema Test Suite for 2020-12, fetched once; or why there is none. */
export async function fetchSuite(): Promise<Suite | { readonly reason: string }> {
  const root = join(CACHE, `${PACKAGE}-${VERSION}`, 'json');
  try {
    if (!existsSync(root)) await download();
    return { cases: await readCases(root), remotes: await readRemotes(root) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: reason.split('\n', 1)[0] ?? reason };
  }
}

async function download(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const python = (...args: readonly string[]) => run('python3', args, { cwd: CACHE });
  const source = ['--no-deps', '--no-binary', PACKAGE, `${PACKAGE}==${VERSION}`];
  await python('-m', 'pip', 'download', '--quiet', ...source);
  await python('-m', 'tarfile', '-e', `${PACKAGE}-${VERSION}.tar.gz`, '.');
}

async function readCases(root: string): Promise<SuiteCase[]> {
  const folder = join(root, 'tests/draft2020-12');
  const cases = (await filesIn(folder)).map(async (file): Promise<SuiteCase[]> => {
    const groups = arrayOf(await readJson(join(folder, file)));
    return groups.flatMap((group) => {
      const { description, schema = null, tests } = objectOf(group);
      return arrayOf(tests).map((test): SuiteCase => {
        const { description: what, data = null, valid } = objectOf(test);
        return {
          group: file.replace(/\.json$/, ''),
          name: `${textOf(description)}: ${textOf(what)}`,
          schema,
          value: data,
          isValid: valid === true,
        };
      });
    });
  });
  return (await Promise.all(cases)).flat();
}

async function readRemotes(root: string): Promise<Map<string, Json>> {
  const folder = join(root, 'remotes');
  // Those of other drafts are for the suites of these.
  const files = (await filesIn(folder)).filter((it) => !/^draft(?!2020-12\/)/.test(it));
  const remotes = files.map(async (file) => {
    return [`http://localhost:1234/${file}`, await readJson(join(folder, file))] as const;
  });
  return new Map(await Promise.all(remotes));
}

async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.json')).toSorted();
}

async function readJson(file: string): Promise<Json> {
  const reading = parseJson(await readFile(file, 'utf8'));
  if ('reason' in reading) throw new Error(`${file}: ${reading.reason}`);
  return reading.value;
}
