import type { Command } from '@commander-js/extra-typings';
import { UserError } from '../../base/user-error.ts';
import type { CommandContext } from '../command.ts';
import { addTestCommand } from '../contract/test-options.ts';
import { settingsOf } from '../settings.ts';

/** `kiln test`: tries every property on a server. */
export function addTest(program: Command, { io, finish }: CommandContext): void {
  addTestCommand(program).action(async (names, options) => {
    const { target, mock, replay, start } = options;
    if (replay !== undefined) {
      const { replayViolation } = await import('../contract/replay.ts');
      finish(await replayViolation(io, names, { ...options, id: replay }));
      return;
    }
    const { apis } = await settingsOf(io);
    // Checked here, so that a mistyped --target is reported as such and not as a missing one. A description that is
    // named may say itself where its server is.
    if (target === undefined && mock === undefined && names.length === 0 && apis.size === 0) {
      throw new UserError('no-target', 'There is no --target to test', {
        hint: `Start a mock with "kiln mock" and pass the address it prints: --mock http://127.0.0.1:4010. "kiln init" writes down where your own server is.`,
      });
    }
    const isOne = names.length === 1 || (names.length === 0 && apis.size === 1);
    if ((target !== undefined || start !== undefined) && !isOne) {
      const flag = target === undefined ? '--start' : '--target';
      throw new UserError('one-target', `A ${flag} serves one API`, {
        hint: 'Name the API: kiln test NAME --target URL. A "kiln mock" serves several: --mock URL.',
      });
    }
    const { testAll } = await import('../contract/test-all.ts');
    finish(await testAll(io, names, options));
  });
}
