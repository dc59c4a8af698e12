import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import kilnPackage from '../../../package.json' with { type: 'json' };
import { FILES } from './adopter.ts';
import { APPLICATION } from './application.ts';
import { neededBy, type InstalledPackage } from './needed-by.ts';
import { execute, serve } from './processes.ts';
import { said, type Kiln } from './say.ts';
import { useInApplication } from './use-in-application.ts';

/**
 * `npm run test:packed`: packs Kiln, installs the package into an empty repository of an application, and does there, and
 * in a folder beside it, what an adopter does. `--node 24 --node 22` has it done by one Node after the other, from one
 * installation; `--tarball FILE` takes a package that is there, `--installed FOLDER` also one that is installed there.
 */
const { values: options } = parseArgs({
  options: {
    node: { type: 'string', multiple: true },
    tarball: { type: 'string' },
    installed: { type: 'string' },
  },
});
const ROOT = resolve(import.meta.dirname, '../../..');
const PLACE = mkdtempSync(join(tmpdir(), 'kiln-packed-'));
const ADOPTER = mkdtempSync(join(tmpdir(), 'kiln-adopter-'));
/** The repository of the application. */
const BOOKS = options.installed
  ? resolve(options.installed)
  : mkdtempSync(join(tmpdir(), 'kiln-books-'));
const [OWN = ''] = process.versions.node.split('.');

/** What the application's tests run with: the versions of this repository, where it has them. */
const { devDependencies: pinned } = kilnPackage;
const BESIDE = [
  `@types/node@${pinned['@types/node']}`,
  `fastify@${kilnPackage.dependencies.fastify}`,
  `vitest@${pinned.vitest}`,
  `@playwright/test@${pinned['playwright-core']}`,
  'jest@30.5.2',
];

try {
  const tarball = options.tarball ? resolve(options.tarball) : await pack();
  await holdsOnlyWhatIsNeeded(tarball);
  await makeRepository(tarball);
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(ADOPTER, file), text);
  symlinkSync(join(BOOKS, 'node_modules'), join(ADOPTER, 'node_modules'), 'dir');
  for (const version of options.node ?? [OWN]) {
    const env = await withNode(version);
    const kilnIn =
      (cwd: string): Kiln =>
      (...argv) =>
        execute('npx', ['kiln', ...argv], { cwd, env, anyExit: true });
    if (version === '20') {
      await isTooOld(kilnIn(ADOPTER));
      continue;
    }
    await runsEverywhere(kilnIn(ADOPTER), env);
    await useInApplication({ folder: BOOKS, env, kiln: kilnIn(BOOKS) });
  }
  process.stdout.write('the package does what an adopter wants\n');
} finally {
  const made = [PLACE, ADOPTER, ...(options.installed ? [] : [BOOKS])];
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/** An empty repository takes the package, beside what its own tests run with. */
async function makeRepository(tarball: string): Promise<void> {
  const port = await freePort();
  for (const [file, text] of Object.entries(APPLICATION)) {
    mkdirSync(dirname(join(BOOKS, file)), { recursive: true });
    writeFileSync(join(BOOKS, file), text.replaceAll('PORT', String(port)));
  }
  if (!options.installed) {
    const argv = ['install', '--no-audit', '--no-fund', '-D', tarball, ...BESIDE];
    await execute('npm', argv, { cwd: BOOKS });
  }
  runsNoScripts();
  await execute('git', ['init', '--quiet'], { cwd: BOOKS });
  await execute('git', ['add', '--all'], { cwd: BOOKS });
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  await execute('git', [...author, 'commit', '--quiet', '-m', 'books'], { cwd: BOOKS });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function pack(): Promise<string> {
  const argv = ['pack', '--json', '--pack-destination', PLACE];
  await execute('npm', argv, { cwd: ROOT });
  const name = kilnPackage.name.replace('@', '').replace('/', '-');
  return join(PLACE, `${name}-${kilnPackage.version}.tgz`);
}

async function holdsOnlyWhatIsNeeded(tarball: string): Promise<void> {
  const { stdout } = await execute('tar', ['-tzf', tarball]);
  const files = stdout.trim().split('\n');
  // The README leads to the last three: what extensions there are, and what continuous integration copies.
  const known =
    /^package\/(dist\/.+|scripts\/cli\/kiln\.mjs|redocly\.yaml|package\.json|README\.md|LICENSE|CHANGELOG\.md|specs\/EXTENSIONS\.md|action\.yml|\.ci\/templates\/gitlab\.yml)$/;
  assert.deepEqual(
    files.filter((it) => !known.test(it)),
    [],
    'files that an adopter does not need',
  );
  said('packed', `${files.length} files, none of them a test or a description of ours`);
}

function runsNoScripts(): void {
  const file = join(BOOKS, 'node_modules/.package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, InstalledPackage>>;
  };
  const kilns = neededBy(kilnPackage.name, packages);
  const scripted = kilns.filter((it) => packages[it]?.hasInstallScript);
  assert.deepEqual(scripted, [], 'packages that run something when they are installed');
  assert.equal(packages['node_modules/node'], undefined, 'a Node before that of the adopter');
  said('installed', `${kilns.length} packages, no install script`);
}

/** The environment in which a Node is found first: this one, or another that is installed for it. */
async function withNode(version: string): Promise<NodeJS.ProcessEnv> {
  if (version === OWN) {
    const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
    return { ...process.env, PATH: path };
  }
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
  const mock = await serve('npx', ['kiln', 'mock', 'api.yaml', '--port', '0'], {
    cwd: ADOPTER,
    env,
  });
  const answer = (await (await fetch(`${mock.origin}/papers/3`)).json()) as object;
  assert.ok('title' in answer, 'the mock answers as described');
  await mock.end();
  await isGone(mock.origin);
  await expectExit(kiln, 0, '', 'generate', 'api.yaml');
  await expectExit(kiln, 0, '', 'docs', 'api.yaml');
  // Threads of their own, which are started by the address of their module.
  await expectExit(kiln, 0, '3 of 3 faults', 'prove', 'api.yaml', '--sample', '4', '--jobs', '2');
  await isCalledFromCode(env);
  const { stdout, stderr } = await kiln('schemathesis', 'api.yaml');
  assert.match(stdout + stderr, /Schemathesis is not installed/, 'nothing is installed unasked');
  // A package's own folder is cleared by the next install.
  assert.match(stdout + stderr, /93 MB in \.kiln\/schemathesis/);
}

/** npx ends on a signal and hands it on to nobody: what it has started notices. */
async function isGone(origin: string): Promise<void> {
  const latest = performance.now() + 20_000;
  for (;;) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (!isThere) return said('kiln mock', 'ends with npx');
    assert.ok(performance.now() < latest, 'the mock outlives npx');
    await sleep(200);
  }
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
  assert.equal(stdout, 'getPaper 0 true\n200 200 1\n');
  said('from code', 'a mock, an exchange, a contract, and both kinds of fetch');
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
