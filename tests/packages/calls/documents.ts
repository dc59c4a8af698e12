import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { generateClient } from '../../../scripts/library/generate-client.ts';
import { startMock } from '../../../scripts/library/start-mock.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { execute } from '../packed/processes.ts';
import { callEveryMethod, missedCalls, type ClientModules } from './call-every-method.ts';

/**
 * `node tests/packages/calls/documents.ts [--tsc PATH] [--no-calls] FILE…`: makes a client of each document, compiles
 * it strictly where a compiler is named, and calls every method once on a mock of it. It exits 1 where a client does
 * not compile, or a method does not reach its operation.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { tsc: { type: 'string' }, calls: { type: 'boolean', default: true } },
});
const ROOT = resolve(import.meta.dirname, '../../..');

for (const file of positionals) {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-clients-'));
  try {
    const began = performance.now();
    for (const { path, text } of await generateClient(file)) {
      await nodeIo.writeText(join(folder, path), text);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const made = ((performance.now() - began) / 1000).toFixed(1);
    const api = await loadDescription(nodeIo, file);
    say(`${file}: ${api.operations.length} operations, made in ${made} s`);
    if (options.tsc !== undefined) await compile(folder, api, options.tsc);
    if (options.calls) await call(folder, api, file);
  } catch (error) {
    fail(`failed: ${String(error).slice(0, 2000)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compile(folder: string, { name }: ApiModel, tsc: string): Promise<void> {
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: [],
    lib: ['es2022', 'dom', 'dom.iterable'],
  };
  const modules = ['client', 'calls', 'models'].map((it) => `./${name}/${it}.js`);
  const use = modules.map((it, index) => `import type * as m${index} from '${it}';`);
  writeFileSync(
    join(folder, 'use.ts'),
    `${use.join('\n')}\nexport type Used = [typeof m0, typeof m1, typeof m2];\n`,
  );
  const project = join(folder, 'tsconfig.json');
  writeFileSync(project, JSON.stringify({ compilerOptions, include: ['use.ts'] }));
  const began = performance.now();
  const native = !tsc.endsWith('.js');
  const argv = native ? ['-p', project] : [tsc, '-p', project];
  const ran = await execute(native ? tsc : process.execPath, argv, { anyExit: true });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (ran.exitCode === 0) return say(`  compiles in ${seconds} s`);
  const problems = ran.stdout
    .trim()
    .split('\n')
    .filter((it) => it.includes('error TS'));
  fail(`${problems.length} problems: ${problems.slice(0, 8).join('\n    ')}`);
}

async function call(folder: string, api: ApiModel, file: string): Promise<void> {
  await using mock = await startMock(file, { auth: 'any', limits: false });
  const load = async (module: string): Promise<ClientModules['client']> => {
    const path = join(folder, api.name, module);
    if (!existsSync(path)) throw new Error(`there is no ${path}`);
    return (await import(path)) as ClientModules['client'];
  };
  const calls = await callEveryMethod(
    api,
    { client: await load('client.js'), calls: await load('calls.js') },
    mock,
  );
  const missed = missedCalls(calls);
  say(`  ${calls.length - missed.length} of ${calls.length} calls reached their operation`);
  if (missed.length > 0) fail(missed.slice(0, 12).join('\n    '));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(line: string): void {
  process.exitCode = 1;
  say(`  ${line}`);
}
