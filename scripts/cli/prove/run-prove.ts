import type { ApiModel } from '../../model/api-model.ts';
import type { FaultRun, SeededFault, FaultTrial } from '../../result/fault-trial.ts';
import { moduleBeside } from '../../base/beside.ts';
import { UserError } from '../../base/user-error.ts';
import { nearest } from '../../base/nearest.ts';
import { PROPERTIES } from '../../contract/properties.ts';
import { dealUnits, type UnitProgress, type Unit } from '../../prove/prove.ts';
import { sampleFaults } from '../../prove/sample.ts';
import { createProgress } from '../contract/progress.ts';
import { rootToLoad } from '../descriptions.ts';
import type { Io } from '../io.ts';
import { reachOf } from '../../faults/fault.ts';
import { OPERATORS_OF_CONTRACTS, seededFaults } from './mock-stand.ts';
import { proveUnits } from './prove-units.ts';

export interface ProveOptions {
  /** Ids of operators; all when there are none. */
  readonly operators: readonly string[];
  /** Ids of operations; all when there are none. */
  readonly operations: readonly string[];
  /** Faults of each description; all when left out. */
  readonly sample: number | undefined;
  /** Of the faults of each description, the part that is tried; all when left out. */
  readonly share: number | undefined;
  readonly seeds: readonly number[];
  readonly runs: number;
  /** Threads; this one alone for 1. */
  readonly jobs: number;
}

const WORKER = moduleBeside('./prove-worker.ts', import.meta.url);

/** Tries the faults of each description and gathers what came of them, in their own order. */
export async function runProve(
  io: Io,
  apis: readonly ApiModel[],
  options: ProveOptions,
): Promise<FaultRun> {
  const { seeds, runs, jobs } = options;
  checkNames(apis, options);
  const plans = apis.map((api) => ({ api, ...chooseFaults(api, options) }));
  const units = plans.flatMap(({ api, chosen }) => toUnits(api, chosen));
  const all = plans.reduce((total, { chosen }) => total + chosen.length, 0);
  const trials = new Map<string, FaultTrial>();
  const clean = new Map<string, string[]>();
  const progress = createProgress(io);
  progress.update(`0 of ${all} faults, in ${units.length} operations: getting ready`);
  const onMessage = (message: UnitProgress): void => {
    if ('clean' in message) {
      clean.set(message.root, [...(clean.get(message.root) ?? []), message.clean]);
      return;
    }
    const { trial, root } = message;
    trials.set(`${root} ${trial.fault.name}`, trial);
    const missed = [...trials.values()].filter(({ outcome }) => MISSED.has(outcome)).length;
    progress.update(`${trials.size} of ${all} faults, ${missed} missed; now ${trial.fault.name}`);
  };
  const hands = dealUnits(units, Math.max(1, jobs));
  const loaded = new Map(apis.map((api) => [rootToLoad(api), api]));
  const inputs = hands.map((own) => ({ units: own, seeds, runs }));
  await (inputs.length > 1
    ? Promise.all(
        inputs.map((it) => io.openThread(WORKER).run(it, (it2) => onMessage(it2 as UnitProgress))),
      )
    : Promise.all(inputs.map((it) => proveUnits(io, it, onMessage, loaded))));
  progress.clear();
  const nulls = OPERATORS_OF_CONTRACTS.filter((it) => it.class === 'null').length;
  return {
    apis: plans.map(({ api, chosen, faults }) => ({
      api: api.name,
      title: api.title,
      operations: api.operations.length,
      faults,
      reach: reachOf(api, OPERATORS_OF_CONTRACTS),
      trials: chosen.flatMap(({ name }) => trials.get(`${api.source} ${name}`) ?? []),
      clean: (clean.get(api.source) ?? []).toSorted(),
    })),
    seeds,
    runs,
    operators: OPERATORS_OF_CONTRACTS.length - nulls,
    nullOperators: nulls,
    properties: PROPERTIES.length,
  };
}

const MISSED: ReadonlySet<string> = new Set(['survived', 'misjudged', 'alarmed']);

function chooseFaults(
  api: ApiModel,
  { operators, operations, sample, share = 1, seeds }: ProveOptions,
): { readonly chosen: readonly SeededFault[]; readonly faults: number } {
  const every = seededFaults(api);
  const wanted = every.filter(
    ({ operator, operation }) =>
      (operators.length === 0 || operators.includes(operator)) &&
      (operations.length === 0 || operations.includes(operation)),
  );
  const count = sample ?? Math.ceil(wanted.length * share);
  return { chosen: sampleFaults(wanted, count, seeds[0] ?? 1), faults: every.length };
}

function toUnits(api: ApiModel, faults: readonly SeededFault[]): readonly Unit[] {
  return [...Map.groupBy(faults, (it) => it.operation)].map(([operation, own]) => ({
    root: rootToLoad(api),
    operation,
    faults: own.map(({ name }) => name),
  }));
}

function checkNames(
  apis: readonly ApiModel[],
  { operators, operations }: Pick<ProveOptions, 'operators' | 'operations'>,
): void {
  const known = apis.flatMap((api) => api.operations.map(({ id }) => id));
  check(
    operators,
    OPERATORS_OF_CONTRACTS.map(({ id }) => id),
    'operator',
    'kiln mock --list-faults lists them all.',
  );
  check(operations, known, 'operation', `The operations are: ${known.join(', ')}.`);
}

function check(
  names: readonly string[],
  known: readonly string[],
  what: string,
  list: string,
): void {
  const unknown = names.find((it) => !known.includes(it));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  throw new UserError(`unknown-${what}`, `There is no ${what} "${unknown}"`, {
    hint: meant ? `Did you mean ${meant}?` : list,
  });
}
