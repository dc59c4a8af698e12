import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { samplesOf } from '../../../scripts/docs/samples/samples-of.ts';
import { sampleCalls } from '../../../scripts/generate/sample-call.ts';
import { startMock, type RunningMock } from '../../../scripts/library/start-mock.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { startRecorder, type Recorder } from './recorder.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');
const apis = await loadApis(nodeIo, []);

/** A Python that has Requests: the environment of Schemathesis brings it, and so may the system. */
async function findPython(): Promise<string | undefined> {
  for (const python of [join(root, '.venv-schemathesis/bin/python'), 'python3']) {
    const has = await run(python, ['-c', 'import requests']).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return undefined;
}

const python = await findPython();
if (python === undefined)
  process.stderr.write('Samples in Python are not run: Requests is not installed here.\n');
const LANGUAGES = ['curl', 'TypeScript', 'JavaScript', ...(python === undefined ? [] : ['Python'])];

let mock: RunningMock;
let recorder: Recorder;
let folder = '';

beforeAll(async () => {
  mock = await startMock(
    apis.map(({ name }) => name),
    { limits: false },
  );
  recorder = await startRecorder((name) => mock.urls[name] ?? '');
  folder = await mkdtemp(join(tmpdir(), 'kiln-samples-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(root, 'generated'), join(folder, 'node_modules/kiln-clients'));
});
afterAll(async () => {
  await recorder[Symbol.asyncDispose]();
  await mock.close();
  await rm(folder, { recursive: true });
});

describe.each(apis.map((api) => [api.name, api] as const))('the samples of %s', (_, api) => {
  const call = sampleCalls(api);
  const samples = api.operations.map((operation) => {
    const all = samplesOf(api, operation, () => call(operation));
    return { operation, sources: new Map(all.map(({ label, source }) => [label, source])) };
  });

  test('are there in every language, for every operation', () => {
    for (const { sources } of samples) {
      expect([...sources.keys()]).toEqual(['curl', 'TypeScript', 'JavaScript', 'Python']);
    }
  });

  test('send the same request whatever the language, and the mock takes it', async () => {
    for (const language of LANGUAGES) {
      // What one language has deleted, the next one deletes again.
      await mock.reset();
      const texts = samples.map(({ operation, sources }) => ({
        id: operation.id,
        text: aimed(
          sources.get(language) ?? '',
          api,
          operation.servers[0]?.url ?? '',
          `${language}-${operation.id}`,
        ),
      }));
      await RUNNERS[language]?.(texts, environmentOf(api));
    }
    for (const { operation } of samples) {
      const calls = LANGUAGES.map((language) => recorder.calls.get(`${language}-${operation.id}`));
      const [first] = calls;
      expect(calls).toEqual(LANGUAGES.map(() => first));
      // The example may name a thing that nobody has made; a request that is wrong is refused otherwise.
      expect([`${operation.id}: 2xx`, `${operation.id}: 404`]).toContain(
        `${operation.id}: ${first && first.status < 300 ? '2xx' : first?.status}`,
      );
    }
  });
});

test('in TypeScript fit the types of the client', async () => {
  const files: string[] = [];
  for (const api of apis) {
    const call = sampleCalls(api);
    for (const operation of api.operations) {
      const file = join(folder, `${api.name}-${operation.id}.mts`);
      await writeFile(file, `${call(operation)}\n`);
      files.push(file);
    }
  }
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--skipLibCheck',
    '--types',
    'node',
    '--typeRoots',
    join(root, 'node_modules/@types'),
  ];
  const { stdout } = await run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...files],
    {
      cwd: folder,
    },
  ).catch((error: { readonly stdout: string }) => error);
  expect(stdout).toBe('');
});

/** A sample that asks the recorder instead of the vendor. */
function aimed(source: string, { name, servers }: ApiModel, server: string, label: string): string {
  const address = `${recorder.address}/${label}/${name}`;
  const isTyped = source.includes("from 'kiln-clients/");
  const start = (server === '' ? (servers[0]?.url ?? '') : server).replace(/\/$/, '');
  const moved = `baseUrl: '${address}', baseUrls: { '${server}': '${address}' }`;
  return isTyped
    ? source.replace(/Client\((?:\{ |(?=\)))/, (it) =>
        it.endsWith('{ ') ? `Client({ ${moved}, ` : `Client({ ${moved} }`,
      )
    : source.replace(start, address);
}

function upper(text: string): string {
  const words = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return words.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}

/** Credentials under the names of all languages; each operation of a sample takes the first alternative. */
function environmentOf({ name, securitySchemes }: ApiModel): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [id, scheme] of securitySchemes) {
    const known = mock.credentials[name]?.filter((it) => it.scheme === id);
    const secret =
      (known?.find(({ access }) => access === 'write') ?? known?.[0])?.secret ?? 'none';
    variables[scheme.type === 'apiKey' ? upper(id) : 'TOKEN'] = secret;
    variables[upper(`${name}_${id}`)] = secret;
  }
  return variables;
}

type Runner = (
  samples: readonly { readonly id: string; readonly text: string }[],
  env: Record<string, string>,
) => Promise<unknown>;

const runModules: Runner = async (samples, env) => {
  const imports: string[] = [];
  for (const { id, text } of samples) {
    await writeFile(join(folder, `${id}.mjs`), text);
    imports.push(`await import('./${id}.mjs').catch(() => {});`);
  }
  await writeFile(join(folder, 'all.mjs'), imports.join('\n'));
  await run(process.execPath, ['all.mjs'], { cwd: folder, env: { ...process.env, ...env } });
};

/** What is installed runs them: other people's clients are the judges of what a sample sends. */
const RUNNERS: Readonly<Record<string, Runner>> = {
  TypeScript: runModules,
  JavaScript: runModules,
  curl: (samples, env) =>
    run('/bin/sh', ['-c', samples.map(({ text }) => `(${text}\n) >/dev/null 2>&1`).join('\n')], {
      cwd: folder,
      env: { ...process.env, ...env },
    }),
  Python: (samples, env) => {
    const program = `import json, sys\nfor text in json.load(sys.stdin):\n    exec(text, {})\n`;
    const child = run(python ?? 'python3', ['-c', program], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    child.child.stdin?.end(JSON.stringify(samples.map(({ text }) => text)));
    return child;
  },
};
