import { fileURLToPath } from 'node:url';
import { moduleBeside } from '../base/beside.ts';
import { UserError } from '../base/user-error.ts';
import type { Execution, Io } from './io.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.resolve('@redocly/cli/bin/cli.js')));

/** Path of a file inside the Redocly package. */
export function redoclyPath(file: string): string {
  return `${PACKAGE}${file}`;
}

/** Runs the Redocly command line. */
export function redocly(
  io: Io,
  argv: readonly string[],
  variables?: Readonly<Record<string, string>>,
): Promise<Execution> {
  return io.node(redoclyPath('bin/cli.js'), argv, variables);
}

/** Runs a command of it that reads files: what is on other hosts it would fetch without being asked to. */
export function redoclyOffline(io: Io, argv: readonly string[]): Promise<Execution> {
  return redocly(io, argv, preloading(io, OFFLINE));
}

/** Runs workflows with it, whose inputs are in the variables: it speaks to no hosts but those of the addresses. */
export function redoclyRespect(
  io: Io,
  argv: readonly string[],
  addresses: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Execution> {
  const preload = { ...preloading(io, ONLY_HOSTS), KILN_HOSTS: addresses.join(' ') };
  return redocly(io, ['respect', ...argv], { ...variables, ...preload });
}

const OFFLINE = moduleBeside('./without-network.ts', import.meta.url);
const ONLY_HOSTS = moduleBeside('./only-hosts.ts', import.meta.url);

function preloading(io: Io, { href }: URL): Readonly<Record<string, string>> {
  const own = io.variable('NODE_OPTIONS') ?? '';
  return { NODE_OPTIONS: `${own} --import ${href}`.trim() };
}

/** A file as an argument: one whose name begins with a dash would be an option, such as another configuration. */
export function fileArgument(file: string): string {
  return file.replace(/^-/, './-');
}

/** Bundles a multi-file description into one JSON document. */
export async function bundleWithRedocly(io: Io, root: string): Promise<string> {
  const { exitCode, stdout, stderr } = await redoclyOffline(io, [
    'bundle',
    fileArgument(root),
    '--ext',
    'json',
  ]);
  if (exitCode === 0) return stdout;
  throw new UserError('not-bundled', `${root} cannot be bundled: ${stderr.trim()}`, {
    hint: `Run "kiln lint ${root}" to see every problem with its line.`,
  });
}
