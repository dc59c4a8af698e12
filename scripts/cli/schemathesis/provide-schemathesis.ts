import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPackage } from '../../base/beside.ts';
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

const CLONE = fileURLToPath(new URL('../../../', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('../../schemathesis/requirements.txt', import.meta.url));
/** A clone has it in its own folder, whoever uses the package in theirs: a package's folder is cleared by the next install. */
const SHOWN = isPackage(import.meta.url) ? '.kiln/schemathesis' : ENVIRONMENT;
const FOLDER = isPackage(import.meta.url) ? resolve(SHOWN) : `${CLONE}${ENVIRONMENT}`;
/** Says which requirements an environment was made from; it is written last. */
const STAMP = `${FOLDER}/kiln-requirements`;

/** Milliseconds in which everything must be installed. */
const PATIENCE = 300_000;

/** What an installation takes, for whoever has to agree to it. */
const SIZE = '93 MB';

/** The program, where it is installed as the requirements say. */
export async function installedSchemathesis(io: Io): Promise<string | undefined> {
  const program = programIn(FOLDER, 'schemathesis', io.isWindows);
  const isThere = (await io.exists(STAMP)) && (await io.exists(program));
  if (!isThere || (await io.readText(STAMP)).trim() !== (await digestOf(io))) return undefined;
  return program;
}

async function digestOf(io: Io): Promise<string> {
  return createHash('sha256')
    .update(await io.readText(REQUIREMENTS))
    .digest('hex');
}

/** The program. Throws a UserError where it is not installed: nobody downloads so much unasked. */
export async function requireSchemathesis(io: Io): Promise<string> {
  const program = await installedSchemathesis(io);
  if (program !== undefined) return program;
  throw new UserError('not-installed', 'Schemathesis is not installed', {
    hint: `Run "kiln schemathesis --install": it downloads Schemathesis and what it needs from the Python package index, ${SIZE} in ${SHOWN}.`,
  });
}

/** Installs Schemathesis unless it is there. Throws a UserError where that cannot be done. */
export async function provideSchemathesis(io: Io, say: (line: string) => void): Promise<string> {
  const installed = await installedSchemathesis(io);
  if (installed !== undefined) return installed;
  const program = programIn(FOLDER, 'schemathesis', io.isWindows);
  const python = await findPython(io);
  say(`installing Schemathesis into ${SHOWN} (${SIZE})`);
  await io.remove(STAMP);
  await makeEnvironment(io, python);
  await install(io);
  await io.writeText(STAMP, `${await digestOf(io)}\n`);
  return program;
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
    hint: 'Try "kiln schemathesis --install" again where the package index can be reached.',
  });
}
