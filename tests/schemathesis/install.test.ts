import { expect, test } from 'vitest';
import { nodeIo, type Execution, type Io } from '../../scripts/cli/io.ts';
import { provideSchemathesis } from '../../scripts/cli/schemathesis/provide-schemathesis.ts';
import { programIn } from '../../scripts/schemathesis/installation.ts';
import { runKiln } from '../cli/run-kiln.ts';
import { PARCELS } from './parcels.ts';

const OK: Execution = { exitCode: 0, stdout: '', stderr: '' };
const MISSING: Execution = { exitCode: 127, stdout: '', stderr: '' };

/** A machine whose programs answer as told; what is written below the environment stays in memory. */
function machine(answer: (program: string, argv: readonly string[]) => Execution) {
  const files = new Map<string, string>();
  const ran: string[] = [];
  const io: Partial<Io> = {
    isCi: false,
    isWindows: false,
    exists: (path) =>
      path.includes('.venv') ? Promise.resolve(files.has(path)) : nodeIo.exists(path),
    readText: (path) =>
      path.includes('.venv') ? Promise.resolve(files.get(path) ?? '') : nodeIo.readText(path),
    writeText: (path, text) => Promise.resolve(void files.set(path, text)),
    remove: (path) => Promise.resolve(void files.delete(path)),
    execute(program, argv) {
      ran.push([program, ...argv].join(' '));
      const venv = argv.at(-1) ?? '';
      const answered = answer(program, argv);
      // Python makes a folder, pip the program in it.
      if (argv.includes('venv')) files.set(`${venv}/bin/python`, '');
      if (argv.includes('pip') && answered.exitCode === 0) {
        files.set(program.replace(/python$/, 'schemathesis'), '');
      }
      return Promise.resolve(answered);
    },
  };
  return { io, ran, full: { ...nodeIo, ...io } as Io };
}

const python =
  (version: string, later: (argv: readonly string[]) => Execution) =>
  (_: string, argv: readonly string[]): Execution =>
    argv[0] === '-c' ? { ...OK, stdout: `${version}\n` } : later(argv);

test('installs once, with hashes, and not again until the requirements change', async () => {
  const { ran, full } = machine(python('3.11.7', () => OK));
  const said: string[] = [];
  const program = await provideSchemathesis(full, (line) => said.push(line));
  expect(program).toMatch(/\.venv-schemathesis\/bin\/schemathesis$/);
  expect(said).toEqual(['installing Schemathesis into .venv-schemathesis']);
  expect(ran.at(-1)).toContain('--require-hashes --requirement');
  const count = ran.length;
  expect(await provideSchemathesis(full, () => undefined)).toBe(program);
  expect(ran).toHaveLength(count);
});

test('takes another Python where the first is too old', async () => {
  const { ran, full } = machine((program, argv) => {
    if (argv[0] !== '-c') return OK;
    return { ...OK, stdout: program === 'python3.12' ? '3.12.1' : '3.8.18' };
  });
  await provideSchemathesis(full, () => undefined);
  expect(ran.find((line) => line.includes('-m venv'))).toMatch(/^python3\.12 /);
});

const CASES = [
  { name: 'there is no Python', answer: () => MISSING, want: 'There is no Python here' },
  {
    name: 'Python is too old',
    answer: python('3.9.18', () => OK),
    want: 'Python 3.9.18 is too old for Schemathesis',
  },
  {
    name: 'the venv module is missing',
    answer: python('3.11.7', () => ({ exitCode: 1, stdout: 'ensurepip is missing\n', stderr: '' })),
    want: 'Python cannot make a virtual environment: ensurepip is missing',
  },
  {
    name: 'the package index is out of reach',
    answer: python('3.11.7', (argv) =>
      argv.includes('pip')
        ? { exitCode: 1, stdout: '', stderr: 'WARNING: Retrying after connection broken\n' }
        : OK,
    ),
    want: 'The package index of Python cannot be reached',
  },
  {
    name: 'a package is not what was locked',
    answer: python('3.11.7', (argv) =>
      argv.includes('pip')
        ? { exitCode: 1, stdout: '', stderr: 'THESE PACKAGES DO NOT MATCH THE HASHES\n' }
        : OK,
    ),
    want: 'A package of Schemathesis is not the one that requirements.txt names',
  },
];

test('installs nothing unasked: it says in one line that it is not run, and what to do', async () => {
  const { io, ran } = machine(() => OK);
  const want = 'Schemathesis is not installed ("npx kiln schemathesis --install" does it)';
  const written: string[] = [];
  const { exitCode, out } = await runKiln(['schemathesis', PARCELS], {
    ...io,
    writeText: (_, text) => Promise.resolve(void written.push(text)),
  });
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: `parcels: not run: ${want}\n` });
  expect(written.join('\n')).toContain(`Schemathesis was not run: ${want}.`);
  expect(ran).toEqual([]);
});

test('demands it in CI', async () => {
  const { io } = machine(() => OK);
  const { exitCode, out, err } = await runKiln(['schemathesis', PARCELS], { ...io, isCi: true });
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain('error: Schemathesis is not installed (');
  expect(err).toContain('\nhint: ');
});

test.each(CASES)('says why it cannot be installed where $name', async ({ answer, want }) => {
  const { io } = machine(answer);
  const { exitCode, out, err } = await runKiln(['schemathesis', '--install'], io);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toContain(`error: ${want} (`);
  expect(err).toContain('\nhint: ');
});

test('knows where Windows keeps programs', () => {
  expect(programIn('venv', 'python', true)).toBe('venv/Scripts/python.exe');
});
