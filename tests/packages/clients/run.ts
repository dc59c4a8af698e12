import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KEEPER_CALLS, renderCaller } from '../../generate/keeper-calls.ts';
import { renderRow, TYPE_ROWS, TYPE_ROWS_DOCUMENT } from '../../generate/type-rows/type-rows.ts';
import { execute } from '../packed/processes.ts';
import { isHeldByTools } from './held-by-tools.ts';
import { runPages } from './run-pages.ts';

/**
 * `npm run test:clients`: packs the clients of our descriptions and of made-up ones, installs the package into an empty
 * folder, and holds what a user of it would: other people's checkers of packages, three versions of TypeScript, and
 * every sample of its pages, compiled and run on several versions of Node against the mock. `--typescript 5.9.3,…` and
 * `--node 20,…` choose others, or none.
 */
const { values: options } = parseArgs({
  options: {
    typescript: { type: 'string', default: '5.9.3,6.0.3,7.0.2' },
    node: { type: 'string', default: '20,22,24' },
    tools: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const ROOT = resolve(import.meta.dirname, '../../..');
const NAME = '@example/clients';
const OURS = readdirSync(join(ROOT, 'specs'), { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map(({ name }) => name);
const place = mkdtempSync(join(tmpdir(), 'kiln-clients-'));
const user = join(place, 'user');

try {
  const tarball = await packClients();
  if (options.tools) await isHeldByTools(tarball, join(place, 'tools'));
  const versions = listOf(options.typescript);
  const wanted = versions.map((it) => `${aliasOf(it)}@npm:typescript@${it}`);
  write('package.json', '{ "name": "user", "private": true, "type": "module" }\n');
  await install(user, tarball, '@types/node@24', ...wanted);
  const pages = writeModules();
  for (const version of versions) await compiles(version);
  const nodes = listOf(options.node);
  const bins = nodes.map((it) => `${aliasOf(it)}@npm:node@${it}`);
  if (bins.length > 0) await install(user, ...bins);
  for (const it of nodes) {
    const node = join(user, 'node_modules', aliasOf(it), 'bin/node');
    await runPages(pages, { node, folder: user, root: ROOT });
    const { stdout } = await execute(node, ['--version']);
    said(`Node ${stdout.trim()}`, `${pages.length} samples of the pages run on the mock`);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}

function listOf(text: string): string[] {
  return text.split(',').filter(Boolean);
}

function aliasOf(version: string): string {
  return version.includes('.') ? `typescript-${version}` : `node-${version}`;
}

function said(what: string, how: string): void {
  process.stdout.write(`${what}: ${how}\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(user, path)), { recursive: true });
  writeFileSync(join(user, path), text);
}

async function install(cwd: string, ...packages: string[]): Promise<void> {
  await execute('npm', ['install', '--no-audit', '--no-fund', '-D', ...packages], { cwd });
}

/** The package of clients, as `npm pack` makes it. */
async function packClients(): Promise<string> {
  const rows = join(place, 'rows.json');
  writeFileSync(rows, JSON.stringify(TYPE_ROWS_DOCUMENT));
  const out = join(place, 'clients');
  const keepers = 'keepers=tests/generate/cases/keepers/openapi.yaml';
  const kiln = ['scripts/cli/kiln.mjs', 'generate', ...OURS, keepers, `rows=${rows}`];
  const flags = ['--out', out, '--name', NAME];
  await execute(process.execPath, [...kiln, ...flags], { cwd: ROOT });
  const again = await execute(process.execPath, [...kiln, ...flags, '--check'], { cwd: ROOT });
  assert.match(again.stdout, /is up to date/, 'what was generated is what is generated');
  const { stdout } = await execute('npm', ['pack', '--json', '--pack-destination', place], {
    cwd: out,
  });
  const [packed] = JSON.parse(stdout) as { readonly filename: string; readonly size: number }[];
  said('packed', `${OURS.length + 2} APIs, ${((packed?.size ?? 0) / 1000).toFixed(0)} kB`);
  return join(place, packed?.filename ?? '');
}

/** What the user writes: the rows of types, calls, and every sample of the pages. */
function writeModules(): string[] {
  for (const [name, row] of Object.entries(TYPE_ROWS)) {
    write(`rows/${name.replaceAll(/\W/g, '-')}.ts`, renderRow(row, `${NAME}/rows/types`));
  }
  for (const [name, calls] of Object.entries(KEEPER_CALLS)) {
    const text = renderCaller(calls, `${NAME}/keepers`, `${NAME}/keepers/types`);
    write(`calls/${name.replaceAll(/\W/g, '-')}.ts`, text);
  }
  const samples = OURS.flatMap((api) => {
    const page = readFileSync(join(user, 'node_modules', NAME, api, 'README.md'), 'utf8');
    const blocks = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
    assert.ok(blocks.length >= 2, `the page of ${api} has samples`);
    return blocks.map((code, index) => [`pages/${api}-${index}.ts`, code] as const);
  });
  for (const [path, code] of samples) write(path, code);
  return samples.map(([path]) => path);
}

async function compiles(version: string): Promise<void> {
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    outDir: 'out',
    rootDir: '.',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    types: ['node'],
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['rows', 'calls', 'pages'] }));
  const tsc = join(user, 'node_modules', aliasOf(version), 'bin/tsc');
  const began = performance.now();
  await execute(process.execPath, [tsc, '-p', '.'], { cwd: user });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  said(
    `TypeScript ${version}`,
    `strict, exact optional properties, libraries checked, ${seconds} s`,
  );
}
