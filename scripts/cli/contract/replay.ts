import type { Violation } from '../../result/contract-run.ts';
import { UserError } from '../../base/user-error.ts';
import { causesOf } from '../../result/causes.ts';
import type { Screen } from '../../report/terminal/screen.ts';
import { renderLineOn } from '../../report/terminal/terminal-line.ts';
import { tellFindings } from '../../report/terminal/told-findings.ts';
import { loadApis } from '../descriptions.ts';
import type { Io } from '../io.ts';
import type { FinishCode } from '../command.ts';
import { outputsOf } from '../settings.ts';
import { withServer } from './started-server.ts';
import { planTest, type GivenPlan } from './test-plan.ts';
import { findRecorded, type RecordedCheck } from './find-recorded.ts';
import { obtainTokens } from './obtain-tokens.ts';
import { replayCheck } from './replay-check.ts';
import { withListener } from './with-listener.ts';

/** Milliseconds in which a request must have been answered. */
const TIMEOUT = 10_000;

/** As for a run; the server is where the report says unless it is told. */
interface ReplayOptions extends GivenPlan {
  readonly id: string;
  /** Milliseconds in which a request must have been answered. */
  readonly timeout?: number | undefined;
}

/**
 * Tries the check again that found a violation, prints what comes of it, and gives 1 where it is still there. Throws a
 * UserError where no answer could have shown it.
 */
export async function replayViolation(
  io: Io,
  names: readonly string[],
  { id, ...options }: ReplayOptions,
): Promise<FinishCode> {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) {
    throw new UserError('one-replay', 'A --replay is of one API', {
      hint: `Name the API whose report has the violation: kiln test NAME --replay ${id}.`,
    });
  }
  const [api] = await loadApis(io, [name]);
  if (!api) throw new Error(`${name} was not loaded`);
  const recorded = await findRecorded(io, api, id);
  const { mock, tokenUrl, target = mock === undefined ? recorded.target : undefined } = options;
  const plan = await planTest(io, api, { ...options, target });
  const { targets, isMock, start, options: again } = plan;
  const repeat = { reports: (await outputsOf(io)).reports, options: again };
  return await withServer(io, start, async () => {
    const { profiles } = await obtainTokens(io, api, plan.profiles, { targets, isMock, tokenUrl });
    const against = {
      targets,
      isMock,
      profiles,
      headers: options.header,
      writes: options.allowWrites === true,
      isThrowAway: options.throwAway === true,
      timeout: options.timeout ?? TIMEOUT,
      repeat,
    };
    const violation = await withListener(io, [api], options.webhookPort, (letterbox) =>
      replayCheck(io, api, recorded, { ...against, letterbox }),
    );
    io.out(renderReplay(io.screen, recorded, violation));
    return violation === undefined ? 0 : 1;
  });
}

/** Says how a replay went. */
function renderReplay(
  screen: Screen | undefined,
  recorded: RecordedCheck,
  violation: Violation | undefined,
): string {
  const { operation, property, seed, runs } = recorded;
  const { id } = recorded.violation;
  const [cause] = violation ? causesOf([violation]) : [];
  if (cause) {
    const told = tellFindings([cause], { screen, isVerbose: true });
    return `${told}${renderLineOn(screen, `${id} is still violated`, ['red', 'bold'])}\n`;
  }
  const same = `the same requests (--seed ${seed} --runs ${runs})`;
  const line = `${id} holds now: ${operation} ${property}, ${same}`;
  return `${renderLineOn(screen, line, ['green', 'bold'])}\n`;
}
