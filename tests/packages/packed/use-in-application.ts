import { strict as assert } from 'node:assert';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ACTION, filledIn, runAsRunner } from '../../adopt/run-action.ts';
import { findChromium } from '../../browser/find-chromium.ts';
import { execute } from './processes.ts';
import { said, type Kiln } from './say.ts';

interface Where {
  /** The repository of the application, with everything installed and committed. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly kiln: Kiln;
}

/** What an application's team does in its first minutes, and what is to be left behind then: nothing else. */
export async function useInApplication(where: Where): Promise<void> {
  const { folder, kiln } = where;
  const { stdout: did } = await kiln('init');
  assert.match(did, /^wrote kiln\.config\.yaml: openapi\.yaml$/m);
  const ran = await kiln('run');
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
  assert.match(ran.stdout, /^The contract holds on its mock\.$/m);
  said('kiln init, kiln run', 'the contract holds on the mock');
  await failsInRunners(where);
  await showsMock(where);
  runsAction(where);
  await leavesNothing(where);
  for (const made of ['.kiln', 'kiln.config.yaml']) {
    rmSync(join(folder, made), { recursive: true, force: true });
  }
  await execute('git', ['checkout', '--quiet', '.'], { cwd: folder });
}

const RUNNERS: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['Vitest', ['npx', 'vitest', 'run', '--dir', 'with-vitest']],
  ['node --test', ['node', '--test', 'with-node/contract.test.js']],
  ['Jest', ['npx', 'jest', '--rootDir', '.', 'with-jest']],
];

/** Each runner is green where the application does as it says, and names what is broken where it does not. */
async function failsInRunners({ folder, env }: Where): Promise<void> {
  // A runner of CI would take its colours, and the test's, for its own.
  const own = { ...env, NODE_OPTIONS: '--experimental-vm-modules', NO_COLOR: '1' };
  for (const [name, [program = '', ...argv]] of RUNNERS) {
    for (const [broken, code] of [
      [{}, 0],
      [{ BROKEN: 'yes' }, 1],
    ] as const) {
      const { exitCode, stdout, stderr } = await execute(program, argv, {
        cwd: folder,
        env: { ...own, ...broken },
        anyExit: true,
      });
      assert.equal(exitCode, code, `${name}\n${stdout}${stderr}`);
      if (code === 1) assert.match(stdout + stderr, /body\/title is absent/);
    }
    said(name, 'is green, and red where the application breaks its contract');
  }
}

/** A page of a test of Playwright gets what a mock in that test answers. */
async function showsMock({ folder, env }: Where): Promise<void> {
  const CHROMIUM = findChromium();
  if (CHROMIUM === undefined && process.env['CI'] !== 'true') {
    said('Playwright', 'skipped: no Chromium is installed here');
    return;
  }
  const { stdout } = await execute('npx', ['playwright', 'test'], {
    cwd: folder,
    env: { ...env, CHROMIUM },
  });
  assert.match(stdout, /1 passed/);
  said('Playwright', 'a page shows what the mock answers');
}

/** The action's steps one by one, as a runner does them: on an application that breaks its contract. */
function runsAction({ folder, env }: Where): void {
  const inputs = { start: 'node server.js', args: '--runs 3 --seed 1' };
  for (const step of ACTION.runs.steps) {
    if (step.run !== undefined) {
      const done = runAsRunner(step, inputs, { cwd: folder, env: { ...env, BROKEN: 'yes' } });
      assert.equal(done.status, 1, done.text);
      assert.equal(done.outputs, 'exit-code=1\n');
      assert.match(done.text, /^::error file=openapi\.yaml,line=\d+.*required/m);
      assert.match(done.summary, /body\/title is absent/);
      continue;
    }
    // What comes from elsewhere keeps files: it has to be told where they are.
    assert.match(step.uses ?? '', /^actions\/upload-artifact@v\d+$/);
    const kept = join(folder, filledIn(String(step.with?.['path']), inputs));
    const files = globSync('**/*.*', { cwd: kept }).map((it) => it.replaceAll('\\', '/'));
    for (const wanted of ['html', 'junit.xml', 'run.json', 'sarif', 'report.md', 'server.log']) {
      assert.ok(
        files.some((it) => it.endsWith(wanted)),
        `no ${wanted} among ${files.join(' ')}`,
      );
    }
  }
  const log = readFileSync(join(folder, '.kiln/reports/books.server.log'), 'utf8');
  said('action.yml', `annotations, summary and reports; the application ran ${log.split('\n')[0]}`);
}

async function leavesNothing({ folder, env }: Where): Promise<void> {
  const argv = ['status', '--porcelain', '--ignored'];
  const { stdout } = await execute('git', argv, { cwd: folder });
  assert.deepEqual(stdout.trimEnd().split('\n').toSorted(), [
    ' M .gitignore',
    '!! .kiln/',
    '!! node_modules/',
    '?? kiln.config.yaml',
  ]);
  const { stdout: own } = await execute('node', ['--version'], { cwd: folder, env });
  const log = readFileSync(join(folder, '.kiln/reports/books.server.log'), 'utf8');
  assert.match(log, new RegExp(`^on Node ${own.trim()}$`, 'm'), 'the application has its own Node');
  said('files', 'kiln.config.yaml and a line of .gitignore; all else below .kiln/');
}
