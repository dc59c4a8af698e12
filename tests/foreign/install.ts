import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { pipArguments } from '../../scripts/schemathesis/installation.ts';
import { CACHE, GO, JAVA, PYTHON, SERVERS, type ForeignProgram } from './server.ts';

const execute = promisify(execFile);

/** Milliseconds for one step: downloads included. */
const PATIENCE = 400_000;

interface Recipe {
  readonly program: ForeignProgram;
  /** Below `servers/`: what the program is made of. */
  readonly folder: string;
  readonly steps: readonly (readonly [command: string, argv: readonly string[]])[];
}

const python = `${CACHE}python`;
const RECIPES: readonly Recipe[] = [
  {
    program: PYTHON,
    folder: 'python',
    steps: [
      ['python3', ['-m', 'venv', '--clear', python]],
      [`${python}/bin/python`, pipArguments(`${SERVERS}python/requirements.txt`)],
    ],
  },
  {
    program: GO,
    folder: 'go',
    steps: [['go', ['build', '-C', `${SERVERS}go`, '-o', `${CACHE}go/judge`, '.']]],
  },
  {
    program: JAVA,
    folder: 'spring',
    steps: [
      [
        'mvn',
        ['-q', '-B', '-f', `${SERVERS}spring/pom.xml`, `-DbuildDirectory=${CACHE}java`, 'package'],
      ],
    ],
  },
];

/**
 * Installs and builds what is not there yet, or was made from other sources. What a machine has no
 * toolchain for is left out with a line that says so.
 */
export async function installPrograms(say: (line: string) => void): Promise<boolean> {
  let isWhole = true;
  for (const { program, folder, steps } of RECIPES) {
    const digest = await digestOf(folder);
    const stamp = await readFile(program.built, 'utf8').catch(() => '');
    if (stamp === digest) continue;
    const begun = Date.now();
    try {
      await rm(program.built, { force: true });
      await mkdir(`${CACHE}${program.name.toLowerCase()}`, { recursive: true });
      for (const [command, argv] of steps) await execute(command, argv, { timeout: PATIENCE });
      await writeFile(program.built, digest);
      say(`${program.name}: installed in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
    } catch (error) {
      isWhole = false;
      const reason = error instanceof Error ? error.message.split('\n', 2).join(': ') : '';
      say(`${program.name}: not installed, its servers are left out (${reason})`);
    }
  }
  return isWhole;
}

/** Of the sources that a program is built from. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const files = globSync(`${SERVERS}${folder}/**/*.{txt,mod,sum,go,java,xml}`).toSorted();
  for (const file of files) hash.update(file.slice(SERVERS.length)).update(await readFile(file));
  return hash.digest('hex');
}
