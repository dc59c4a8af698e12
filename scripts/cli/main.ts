import { Command, CommanderError } from '@commander-js/extra-typings';
import kilnPackage from '../../package.json' with { type: 'json' };
import { UserError } from '../core/user-error.ts';
import type { CommandContext, FinishCode } from './command.ts';
import { addBundle } from './commands/bundle.ts';
import { addCheck } from './commands/check.ts';
import { addDocs } from './commands/docs.ts';
import { addEvidence } from './commands/evidence.ts';
import { addGenerate } from './commands/generate.ts';
import { addLint } from './commands/lint.ts';
import { addMerge } from './commands/merge.ts';
import { addMock } from './commands/mock.ts';
import { addProve } from './commands/prove.ts';
import { addRun } from './commands/run.ts';
import { addSchemathesis } from './commands/schemathesis.ts';
import { addTest } from './commands/test.ts';
import { addWorkflows } from './commands/workflows.ts';
import type { Io } from './io.ts';

/** 0 it holds, 1 findings, 2 the user must change something, 3 our bug, 130 and 143 a signal. */
export type ExitCode = FinishCode | 3;

/** The whole program as a function, so that tests run it without a process. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('kiln')
    .version(kilnPackage.version)
    .description('turn API documentation into contracts that run')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(add --help for the options)');
  const context: CommandContext = { io, finish: (code) => (exitCode = code) };
  for (const add of COMMANDS) add(program, context);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, io);
  }
}

const COMMANDS: readonly ((program: Command, context: CommandContext) => void)[] = [
  addRun,
  addLint,
  addBundle,
  addGenerate,
  addMock,
  addTest,
  addProve,
  addCheck,
  addMerge,
  addWorkflows,
  addSchemathesis,
  addDocs,
  addEvidence,
];

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
