import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import kilnPackage from '../../../package.json' with { type: 'json' };
import { FILES } from './adopter.ts';
import { execute, serve, type Executed } from './processes.ts';

/**
 * `npm run test:packed`: packs Kiln, installs the package into an empty folder outside of the repository, and does there
 * what an adopter does. `--node 22` has it done by that Node, `--tarball FILE` takes a package that is there.
 */
const { values: options } = parseArgs({
  options: { node: { type: 'string' }, tarball: { type: 'string' } },
});
const ROOT = resolve(import.meta.dirname, '../../..');
const PLACE = mkdtempSync(join(tmpdir(), 'kiln-packed-'));
const ADOPTER = mkdtempSync(join(tmpdir(), 'kiln-adopter-'));

try {
  const tarball = options.tarball ? resolve(options.tarball) : await pack();
  await holdsOnlyWhatIsNeeded(tarball);
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(ADOPTER, file), text);
  const wanted = [tarball, `@types/node@${kilnPackage.devDependencies['@types/node']}`];
  await execute('npm', ['install', '--no-audit', '--no-fund', '-D', ...wanted], { cwd: ADOPTER });
  runsNoScripts();
  const env = await withNode(options.node);
  const kiln = (...argv: string[]) =>
    execute('npx', ['kiln', ...argv], { cwd: ADOPTER, env, anyExit: true });
  await (options.node === '20' ? isTooOld(kiln) : runsEverywhere(kiln, env));
  process.stdout.write('the package does what an adopter wants\n');
} finally {
  for (const folder of [PLACE, ADOPTER]) rmSync(folder, { recursive: true, force: true });
}

type Kiln = (...argv: string[]) => Promise<Executed>;

async function pack(): Promise<string> {
  const argv = ['pack', '--json', '--pack-destination', PLACE];
  await execute('npm', argv, { cwd: ROOT });
  const name = kilnPackage.name.replace('@', '').replace('/', '-');
  return join(PLACE, `${name}-${kilnPackage.version}.tgz`);
}

async function holdsOnlyWhatIsNeeded(tarball: string): Promise<void> {
  const { stdout } = await execute('tar', ['-tzf', tarball]);
  const files = stdout.trim().split('\n');
  const known =
    /^package\/(dist\/.+|scripts\/cli\/kiln\.mjs|redocly\.yaml|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
  assert.deepEqual(
    files.filter((it) => !known.test(it)),
    [],
    'files that an adopter does not need',
  );
  said('packed', `${files.length} files, none of them a test or a description of ours`);
}

function runsNoScripts(): void {
  const file = join(ADOPTER, 'node_modules/.package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
  };
  const scripted = Object.keys(packages).filter((it) => packages[it]?.hasInstallScript);
  assert.deepEqual(scripted, [], 'packages that run something when they are installed');
  assert.equal(packages['node_modules/node'], undefined, 'a Node before that of the adopter');
  said('installed', `${Object.keys(packages).length} packages, no install script`);
}

/** The environment in which another Node is found first. */
async function withNode(version: string | undefined): Promise<NodeJS.ProcessEnv> {
  if (version === undefined) return process.env;
  const argv = ['install', '--no-audit', '--no-fund', '--prefix', PLACE, `node@${version}`];
  await execute('npm', argv, { cwd: PLACE });
  const path = [join(PLACE, 'node_modules/node/bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path };
}

async function isTooOld(kiln: Kiln): Promise<void> {
  const { exitCode, stderr } = await kiln('lint', 'api.yaml');
  assert.match(
    stderr,
    /^error: Kiln needs Node \S+ or newer, and this is Node 20\.\S+ \(node-too-old\)\nhint: /,
  );
  assert.equal(exitCode, 2);
}

async function runsEverywhere(kiln: Kiln, env: NodeJS.ProcessEnv): Promise<void> {
  const { stdout: node } = await execute('node', ['--version'], { cwd: ADOPTER, env });
  await expectExit(kiln, 0, `${kilnPackage.version}\n`, '--version');
  const { stdout: own } = await execute('npm', ['exec', '-c', 'node --version'], {
    cwd: ADOPTER,
    env,
  });
  assert.equal(own, node, "the adopter's scripts run on another Node than the adopter's");
  await expectExit(kiln, 0, 'api', 'lint', 'api.yaml', '--profile', 'recommended');
  const sound = await serve('node', ['server.mjs'], { cwd: ADOPTER, env });
  await expectExit(kiln, 0, 'held', 'test', 'api.yaml', '--target', sound.origin);
  await sound.end();
  const broken = await serve('node', ['broken-server.mjs'], { cwd: ADOPTER, env });
  await expectExit(kiln, 1, 'title', 'test', 'api.yaml', '--target', broken.origin);
  await broken.end();
  // npx does not hand a signal on to the program that it runs.
  const mock = await serve('node_modules/.bin/kiln', ['mock', 'api.yaml', '--port', '0'], {
    cwd: ADOPTER,
    env,
  });
  const answer = (await (await fetch(`${mock.origin}/papers/3`)).json()) as object;
  assert.ok('title' in answer, 'the mock answers as described');
  await mock.end();
  await expectExit(kiln, 0, '', 'generate', 'api.yaml');
  await expectExit(kiln, 0, '', 'docs', 'api.yaml');
  // Threads of their own, which are started by the address of their module.
  await expectExit(kiln, 0, '3 of 3 faults', 'prove', 'api.yaml', '--sample', '4', '--jobs', '2');
  await isCalledFromCode(env);
  const { stdout, stderr } = await kiln('schemathesis', 'api.yaml');
  assert.match(stdout + stderr, /Schemathesis is not installed/, 'nothing is installed unasked');
}

/** What its declarations promise, and a test for each property by the runner of Node. */
async function isCalledFromCode(env: NodeJS.ProcessEnv): Promise<void> {
  const compile = [
    'tsc',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--strict',
    '--skipLibCheck',
    'library.ts',
  ];
  await execute('npx', [...compile, '--types', 'node'], { cwd: ADOPTER, env });
  const { stdout } = await execute('node', ['library.js'], { cwd: ADOPTER, env });
  assert.equal(stdout, 'getPaper 0 true\n');
  said('from code', 'a mock, an exchange and a contract');
  for (const [file, code] of [
    ['server.mjs', 0],
    ['broken-server.mjs', 1],
  ] as const) {
    const server = await serve('node', [file], { cwd: ADOPTER, env });
    const target = { ...env, TARGET: server.origin };
    const argv = ['--test', '--test-reporter', 'tap', 'contract.test.mjs'];
    const ran = await execute('node', argv, { cwd: ADOPTER, env: target, anyExit: true });
    await server.end();
    assert.equal(ran.exitCode, code, ran.stdout);
    assert.match(
      ran.stdout,
      code === 0 ? /^ *ok \d+ - conformance/m : /^ *not ok \d+ - conformance/m,
    );
  }
  said('node --test', 'fails the test whose property is broken');
}

async function expectExit(
  kiln: Kiln,
  code: number,
  part: string,
  ...argv: string[]
): Promise<void> {
  const { exitCode, stdout, stderr } = await kiln(...argv);
  assert.equal(exitCode, code, `kiln ${argv.join(' ')}\n${stdout}${stderr}`);
  assert.ok(stdout.includes(part), `kiln ${argv.join(' ')} does not say ${part}:\n${stdout}`);
  said(`kiln ${argv[0] ?? ''}`, `exit ${exitCode}`);
}

function said(what: string, how: string): void {
  process.stdout.write(`${what}: ${how}\n`);
}
