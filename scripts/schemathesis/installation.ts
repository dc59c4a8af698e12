/** Where the virtual environment is made in a clone. */
export const ENVIRONMENT = '.venv-schemathesis';

/** Commands that may start Python, the likeliest first. */
export const PYTHONS = [
  'python3',
  'python',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
] as const;

/** The oldest Python that the locked versions support. */
const OLDEST = [3, 10] as const;

/** Prints the version of the Python that runs it. */
export const TELL_VERSION = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';

/** Whether a version such as `3.11.7` is new enough. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Path of a program in a virtual environment (PEP 405 leaves its folder to the system). */
export function programIn(environment: string, name: string, isWindows: boolean): string {
  return isWindows ? `${environment}/Scripts/${name}.exe` : `${environment}/bin/${name}`;
}

/** Wheels only, so that nothing of a package runs before its hash is known. */
const PIP =
  '-m pip install --quiet --no-input --disable-pip-version-check --retries 1 --timeout 20 --only-binary :all: --require-hashes --requirement';

/** Arguments of a Python that has pip install what a file of requirements names. */
export function pipArguments(requirements: string): string[] {
  return [...PIP.split(' '), requirements];
}

/** Why pip failed, in one line, of all that it printed. */
export function toPipFailure(printed: string): {
  readonly code: 'index-unreachable' | 'hash-mismatch' | 'not-installed';
  readonly message: string;
} {
  if (/DO NOT MATCH THE HASHES/.test(printed)) {
    const message = 'A package of Schemathesis is not the one that requirements.txt names';
    return { code: 'hash-mismatch', message };
  }
  if (
    /Max retries|NewConnectionError|ConnectionError|timed out|Retrying|resolution/.test(printed)
  ) {
    return { code: 'index-unreachable', message: 'The package index of Python cannot be reached' };
  }
  const lines = printed.split('\n').map((it) => it.trim());
  const [last = 'pip says nothing'] = lines.filter((it) => it !== '').slice(-1);
  return { code: 'not-installed', message: `Schemathesis cannot be installed: ${last}` };
}
