import { execFile, spawn } from 'node:child_process';

export interface Executed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Where {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether an exit code is for the caller to judge. */
  readonly anyExit?: boolean;
}

/** Runs a program to its end. Throws with all that it printed where it fails and nobody asked for that. */
export function execute(
  program: string,
  argv: readonly string[],
  where: Where = {},
): Promise<Executed> {
  const { anyExit = false, ...options } = where;
  return new Promise((resolve, reject) => {
    execFile(program, [...argv], { ...options, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      if (exitCode === 0 || anyExit) return resolve({ exitCode, stdout, stderr });
      reject(new Error(`${program} ${argv.join(' ')} exits with ${exitCode}\n${stdout}${stderr}`));
    });
  });
}

export interface Served {
  /** The first address that it printed, without its path. */
  readonly origin: string;
  readonly end: () => Promise<void>;
}

/** Starts a server and waits until it says where it listens. */
export async function serve(
  program: string,
  argv: readonly string[],
  where: Where,
): Promise<Served> {
  const child = spawn(program, [...argv], {
    cwd: where.cwd,
    env: where.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void child.on('exit', () => resolve()));
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`${argv.join(' ')} has ended: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin, end };
}
