import { Command, CommanderError } from '@commander-js/extra-typings';
import kilnPackage from '#package' with { type: 'json' };
import { UserError } from '../base/user-error.ts';
import type { CommandContext, FinishCode } from './command.ts';
import type { Io } from './io.ts';
import { refuseOutside } from './output-place.ts';

/** 0 it holds, 1 findings, 2 the user must change something, 3 our bug, 130 and 143 a signal. */
export type ExitCode = FinishCode | 3;

/**
 * The whole program as a function, so that tests run it without a process. It rejects only when a
 * command's own modules cannot be loaded.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('kiln')
    .version(kilnPackage.version)
    .description('turn API documentation into contracts that run')
    .option(
      '--root <folder>',
      'folder that a description may read from (default: the working folder)',
    )
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(add --help for the options)');
  const world = guarded({
    ...io,
    get root() {
      return program.opts().root ?? io.root;
    },
  });
  const context: CommandContext = { io: world, finish: (code) => (exitCode = code) };
  for (const load of neededFor(argv)) (await load())(program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, io);
  }
}

/** Nothing is written through a link in a folder that Kiln writes to. */
function guarded(io: Io): Io {
  const world: Io = Object.defineProperties(
    {
      ...io,
      writeText: async (path, text) => {
        await refuseOutside(path, await (await import('./settings.ts')).outputsOf(world));
        await io.writeText(path, text);
      },
      remove: async (path) => {
        await refuseOutside(path, await (await import('./settings.ts')).outputsOf(world));
        await io.remove(path);
      },
    } satisfies Io,
    { root: { get: () => io.root } },
  );
  return world;
}

type AddCommand = (program: Command, context: CommandContext) => void;

const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import('./commands/run.ts')).addRun,
  lint: async () => (await import('./commands/lint.ts')).addLint,
  bundle: async () => (await import('./commands/bundle.ts')).addBundle,
  generate: async () => (await import('./commands/generate.ts')).addGenerate,
  mock: async () => (await import('./commands/mock.ts')).addMock,
  test: async () => (await import('./commands/test.ts')).addTest,
  prove: async () => (await import('./commands/prove.ts')).addProve,
  check: async () => (await import('./commands/check.ts')).addCheck,
  merge: async () => (await import('./commands/merge.ts')).addMerge,
  workflows: async () => (await import('./commands/workflows.ts')).addWorkflows,
  schemathesis: async () => (await import('./commands/schemathesis.ts')).addSchemathesis,
  docs: async () => (await import('./commands/docs.ts')).addDocs,
  init: async () => (await import('./commands/init.ts')).addInit,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
  upgrade: async () => (await import('./commands/upgrade.ts')).addUpgrade,
  new: async () => (await import('./commands/new.ts')).addNew,
  evidence: async () => (await import('./commands/evidence.ts')).addEvidence,
};

/** A command that is named needs no other, the version none; help, and a name that is none, need them all. */
function neededFor([name = '']: readonly string[]): readonly (() => Promise<AddCommand>)[] {
  if (name === '--version' || name === '-V') return [];
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

function explain(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    io.err(`error: ${error.message} (${error.code})\n`);
    if (error.hint) io.err(`hint: ${error.hint}\n`);
    return 2;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  io.err(`bug in kiln, please report it:\n${trace}\n`);
  return 3;
}
