import type { CheckOptions, Targets } from '../../contract/check-options.ts';
import { runCheck } from '../../contract/contract.ts';
import type { Repeat } from '../../contract/complaint.ts';
import { remake, type Remade } from '../../contract/again/remake.ts';
import { whyUndecided } from '../../contract/again/why-undecided.ts';
import { PROPERTIES } from '../../contract/properties.ts';
import { govern } from '../../contract/wire/govern.ts';
import type { Letterbox } from '../../contract/letterbox.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import { createSender } from '../../contract/wire/send.ts';
import { createDoorman } from '../../contract/run/doorman.ts';
import { roundOf, seedOfRound } from '../../contract/run/seed-of.ts';
import { createShunned } from '../../contract/run/shunned.ts';
import { createSuccesses } from '../../contract/run/successes.ts';
import { createPool } from '../../contract/things/pool.ts';
import { toAsk } from '../../contract/things/to-ask.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Violation } from '../../result/contract-run.ts';
import type { PremiseRequest } from '../../result/premise.ts';
import { UserError } from '../../base/user-error.ts';
import type { Exchange, HeaderFields } from '../../wire/exchange.ts';
import type { Io } from '../io.ts';
import { renderCleaning } from './cleaning.ts';
import type { RecordedCheck } from './find-recorded.ts';
import { isLocal } from './is-local.ts';
import { probe } from './probe.ts';
import { profilesFor } from './profiles-for.ts';

/** The property of which each operation is tried first, and most. */
const FIRST = 'conformance';
/** Unanswered requests in a row after which the server counts as gone. */
const PATIENCE = 20;
/** Milliseconds after which nothing more is deleted of what was made. */
const CLEANING = 10_000;
/** Bytes of a response body that are read. */
const LARGEST = 64 * 1024 * 1024;

interface Against {
  readonly targets: Targets;
  readonly isMock: boolean;
  readonly profiles: Profiles;
  readonly headers: HeaderFields | undefined;
  readonly writes: boolean;
  readonly isThrowAway: boolean;
  readonly timeout: number;
  readonly letterbox: Letterbox | undefined;
  readonly repeat: Repeat;
}

/**
 * Makes what a violation is about once more, runs the check again that found it, and says whether it is still there:
 * the violation as it is now, or undefined where the contract holds. Throws a UserError where no answer could have
 * shown it. What was made is deleted again.
 */
export async function replayCheck(
  io: Io,
  api: ApiModel,
  recorded: RecordedCheck,
  { targets, isMock, profiles, headers, writes, isThrowAway, timeout, letterbox, repeat }: Against,
): Promise<Violation | undefined> {
  const { operation, property } = checkOf(api, recorded);
  const addresses = [...targets.values()];
  await Promise.all(addresses.map((address) => probe(address, timeout)));
  const sender = createSender({ timeout, largest: LARGEST });
  const mayWrite = writes || addresses.every(isLocal);
  const pool = isMock
    ? undefined
    : createPool({ api, targets: addresses, writes: mayWrite, isThrowAway });
  const { violation: before } = recorded;
  const round = roundOf(recorded.seed, recorded.operation, recorded.property, before.seed);
  const governed = govern(sender.send, { patience: PATIENCE });
  const exchanges: Exchange[] = [];
  const options: CheckOptions = {
    api,
    targets,
    profiles: profilesFor(io, api, { targets: addresses, isMock }, profiles),
    headers,
    seed: seedOfRound(recorded.seed, round),
    runs: recorded.runs,
    isRepeated: round > 0,
    writes: mayWrite,
    async send(request, sending) {
      const exchange = await governed(request, sending);
      exchanges.push(exchange);
      return exchange;
    },
    now: io.now,
    letterbox,
    repeat,
    pool,
    successes: isMock ? undefined : createSuccesses(),
    shunned: isMock ? undefined : createShunned(api),
    doorman: isMock ? undefined : createDoorman(api, pool),
  };
  const ask = toAsk({ ...options, send: sender.send });
  const makings = before.premise?.makings ?? [];
  const salt = `${io.now()}`;
  const remade: Remade = mayWrite
    ? await remake(makings, { api, ask, salt })
    : withoutWriting(makings);
  // What a run knew by then is found out first.
  const conformance = PROPERTIES.find(({ id }) => id === FIRST);
  if (!isMock && property.usesSuccesses && conformance)
    await runCheck(options, operation, conformance);
  exchanges.length = 0;
  const result = await runCheck(options, operation, property);
  const began = io.now();
  const cleaning = await pool?.cleanUp(ask, () => io.now() - began > CLEANING);
  sender.close();
  if (cleaning) io.err(renderCleaning(cleaning));
  const { id } = before;
  const violation = result.violations.find((it) => it.id === id);
  if (violation) return violation;
  if ('reason' in remade) throw notDecided(remade.reason);
  if (['failed', 'skipped', 'unchecked'].includes(result.outcome)) {
    throw new UserError('not-replayed', `${id} cannot be tried again: ${result.reason ?? ''}`, {
      hint: 'Pass the options of the run that found it: --mock, --credentials, --header, --server, --allow-writes, --webhook-port.',
    });
  }
  const reason = whyUndecided({ api, violation: before, exchanges, ids: remade.ids });
  if (reason !== undefined) throw notDecided(reason);
  return undefined;
}

function checkOf(api: ApiModel, recorded: RecordedCheck) {
  const operation = api.operations.find(({ id }) => id === recorded.operation);
  const property = PROPERTIES.find(({ id }) => id === recorded.property);
  if (operation && property) return { operation, property };
  const gone = operation ? recorded.property : recorded.operation;
  throw new UserError('check-gone', `There is no ${gone} any more`, {
    hint: 'Run the whole test again.',
  });
}

function withoutWriting([first]: readonly PremiseRequest[]): Remade {
  if (!first) return { ids: [] };
  return { reason: `${first.request} has to be sent again for it, which takes --allow-writes` };
}

function notDecided(reason: string): UserError {
  return new UserError('not-decided', `Not decided: ${reason}`, {
    hint: 'Neither gone nor still there: make the server answer as it did, and replay it, or run the whole test again.',
  });
}
