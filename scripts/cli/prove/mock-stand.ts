import { runCheck } from '../../contract/contract.ts';
import { PROPERTIES } from '../../contract/properties.ts';
import { mockProfiles } from '../../contract/wire/profiles.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { OPERATORS } from '../../faults/operators.ts';
import { faultsOf, nameOf, type Fault } from '../../faults/fault.ts';
import { createMock } from '../../mock/mock.ts';
import type { SeededFault } from '../../result/fault-trial.ts';
import type { Stand } from '../../prove/stand.ts';
import { toLetterbox } from '../contract/local-letterbox.ts';
import { targetsOf } from '../run-all.ts';
import { injectInto } from './inject.ts';
import { createLetterbox } from './letterbox.ts';
import { playWitness } from './play-witness.ts';

/** Faults between a server and a client say nothing about a contract. */
export const OPERATORS_OF_CONTRACTS = OPERATORS.filter((it) => it.class !== 'network');

interface StandOptions {
  readonly seed: number;
  /** Generated requests for each property. */
  readonly runs: number;
  /** Milliseconds, by a clock that runs. */
  readonly now: () => number;
}

export interface MockStand extends Stand {
  readonly close: () => Promise<void>;
}

/** A mock of one API whose faults can be switched; its clock stands still unless somebody moves it. */
export async function createMockStand(
  api: ApiModel,
  { seed, runs, now }: StandOptions,
): Promise<MockStand> {
  const start = startFor(api);
  const clock = { at: start, now: () => clock.at };
  const known = new Map(everyFault(api).map((it) => [nameOf(it), it]));
  const letterbox = createLetterbox(api);
  let active: readonly Fault[] = [];
  const mock = await createMock([api], {
    clock,
    limits: true,
    seed,
    webhooks: letterbox.targets,
    deliver: letterbox.deliver,
    faults: { faults: [], switched: () => active, seed, wait: async () => {} },
  });
  const begin = async (fault: SeededFault | undefined): Promise<void> => {
    const chosen = fault && known.get(fault.name);
    active = chosen ? [chosen] : [];
    clock.at = start;
    letterbox.answerWith(undefined);
    letterbox.empty();
    await mock.reset();
  };
  const options = {
    api,
    targets: targetsOf(mock, api, 'http://mock.invalid'),
    profiles: mockProfiles(api, start),
    seed,
    runs,
    writes: true,
    send: injectInto(mock),
    passTime: (milliseconds: number) => Promise.resolve(void (clock.at += milliseconds)),
    now: clock.now,
    skipsCoverage: true,
    letterbox: toLetterbox(letterbox),
  };
  return {
    properties: PROPERTIES.map(({ id }) => id),
    now,
    async play(fault, isFaulty) {
      await begin(isFaulty ? fault : undefined);
      const place = known.get(fault.name)?.place;
      return place ? playWitness(api, mock, clock, letterbox, place) : [];
    },
    async check(fault, operation, property) {
      await begin(fault);
      const wanted = api.operations.find(({ id }) => id === operation);
      const tried = PROPERTIES.find(({ id }) => id === property);
      if (!wanted || !tried) throw new Error(`there is no ${property} on ${operation}`);
      return runCheck(options, wanted, tried);
    },
    close: () => mock.close(),
  };
}

/** All faults of a description that say something about its contract. */
export function seededFaults(api: ApiModel): readonly SeededFault[] {
  return everyFault(api).map(toSeeded);
}

const FAULTS = new WeakMap<ApiModel, readonly Fault[]>();

/** Found once: of a large description that takes longer than to try a few. */
function everyFault(api: ApiModel): readonly Fault[] {
  const faults =
    FAULTS.get(api) ?? OPERATORS_OF_CONTRACTS.flatMap((operator) => faultsOf(api, operator));
  FAULTS.set(api, faults);
  return faults;
}

/** The first midnight of 2026, or that after the last fixture has ended, so that it has. */
function startFor({ fixtures }: ApiModel): number {
  const day = 24 * 60 * 60 * 1000;
  const ends = fixtures.credentials.map(({ expires = '2026-01-01' }) => Date.parse(expires));
  return Math.max(Date.parse('2026-01-01'), ...ends.map((it) => Math.ceil(it / day) * day));
}

function toSeeded(fault: Fault): SeededFault {
  const { operator, operation, place } = fault;
  const name = nameOf(fault);
  const { id, class: family, difficulty, title } = operator;
  const { clause } = place;
  return { name, operator: id, family, difficulty, title, operation: operation.id, clause };
}
