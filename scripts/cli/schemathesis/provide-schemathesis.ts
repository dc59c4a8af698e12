import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../base/user-error.ts';
import {
  ENVIRONMENT,
  isNewEnough,
  pipArguments,
  programIn,
  PYTHONS,
  TELL_VERSION,
  toPipFailure,
} from '../../schemathesis/installation.ts';
import type { Io } from '../io.ts';

const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('../../schemathesis/requirements.txt', import.meta.url));
const FOLDER = `${PACKAGE}${ENVIRONMENT}`;
/** Says which requirements an environment was made from; it is written last. */
const STAMP = `${FOLDER}/kiln-requirements`;

/** Milliseconds in which everything must be installed. */
const PATIENCE = 300_000;

/** The `schemathesis` program. Throws a UserError where it is not installed: nobody gets 93 MB unasked. */
export async function findSchemathesis(io: Io): Promise<string> {
  const { program, isThere } = await lookFor(io);
  if (isThere) return program;
  const message = 'Schemathesis is not installed ("npx kiln schemathesis --install" does it)';
  throw new UserError('no-schemathesis', message, {
    hint: 'It needs 93 MB, Python 3.10 or newer, and the package index of Python.',
  });
}

/** The `schemathesis` program, installed first if need be. Throws a UserError where it cannot be installed. */
export async function provideSchemathesis(io: Io, say: (line: string) => void): Promise<string> {
  const { program, digest, isThere } = await lookFor(io);
  if (isThere) return program;
  const python = await findPython(io);
  say(`installing Schemathesis into ${ENVIRONMENT}`);
  await io.remove(STAMP);
  await makeEnvironment(io, python);
  await install(io);
  await io.writeText(STAMP, `${digest}\n`);
  return program;
}

interface Found {
  /** Where the program is, or would be. */
  readonly program: string;
  /** Of the requirements of today. */
  readonly digest: string;
  /** Whether it is there, made from these requirements. */
  readonly isThere: boolean;
}

async function lookFor(io: Io): Promise<Found> {
  const program = programIn(FOLDER, 'schemathesis', io.isWindows);
  const digest = createHash('sha256')
    .update(await io.readText(REQUIREMENTS))
    .digest('hex');
  const isMade = (await io.exists(STAMP)) && (await io.exists(program));
  return { program, digest, isThere: isMade && (await io.readText(STAMP)).trim() === digest };
}

/** The first Python that is new enough. */
async function findPython(io: Io): Promise<string> {
  const hint = 'Install Python 3.10 or newer, and put it on the PATH.';
  let old: string | undefined;
  for (const name of PYTHONS) {
    const { exitCode, stdout } = await io.execute(name, ['-c', TELL_VERSION]);
    const version = stdout.trim();
    if (exitCode !== 0) continue;
    if (isNewEnough(version)) return name;
    old ??= version;
  }
  if (old === undefined) throw new UserError('no-python', 'There is no Python here', { hint });
  throw new UserError('python-too-old', `Python ${old} is too old for Schemathesis`, { hint });
}

async function makeEnvironment(io: Io, python: string): Promise<void> {
  const argv = ['-m', 'venv', '--clear', FOLDER];
  const { exitCode, stdout, stderr } = await io.execute(python, argv, { timeout: PATIENCE });
  if (exitCode === 0) return;
  const [line = ''] = `${stdout}\n${stderr}`.split('\n').filter((it) => it.trim() !== '');
  throw new UserError('no-venv', `Python cannot make a virtual environment: ${line.trim()}`, {
    hint: 'Install its venv module: the package python3-venv of Debian and Ubuntu.',
  });
}

async function install(io: Io): Promise<void> {
  const python = programIn(FOLDER, 'python', io.isWindows);
  const options = { timeout: PATIENCE };
  const { exitCode, stdout, stderr } = await io.execute(
    python,
    pipArguments(REQUIREMENTS),
    options,
  );
  if (exitCode === 0) return;
  const { code, message } = toPipFailure(`${stdout}\n${stderr}`);
  throw new UserError(code, message, {
    hint: 'Try "npx kiln schemathesis --install" again where the package index can be reached.',
  });
}
