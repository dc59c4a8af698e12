import type { ApiModel } from '../../model/api-model.ts';
import { textOf } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { AsyncPolicy } from '../../model/policies.ts';
import type { JobOutcome } from '../../model/job-progress.ts';
import { parameterOf, withValue, type Step, type Surroundings } from '../behaviour/step.ts';
import { DEFAULT_NAMESPACE } from '../../wire/namespace.ts';
import { groupOf } from '../state/namespace.ts';
import type { Store } from '../state/store.ts';

/** Something accepted, to be worked off. */
interface Job {
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** What it will come to. */
  readonly outcome: JobOutcome;
  /** Set where somebody has decided by hand. */
  readonly settled?: JobOutcome;
}

/** Jobs are remembered for a day. */
const LIFETIME = 24 * 60 * 60 * 1000;
const MOST_JOBS = 10_000;

/** `x-async`: an accepted submission becomes a job under the id in its answer. */
export function toSubmissionStep(
  { api, store, clock, jobs: { failEvery } }: Surroundings,
  policy: AsyncPolicy,
): Step {
  return async ({ namespace, operation, preferences }, draft) => {
    const id = valueAt(draft.value, policy.id);
    if (id === undefined) return draft;
    const number = await store.increment(groupOf(namespace, 'jobs', api.name), operation.id);
    const isUnlucky = failEvery !== undefined && number % failEvery === 0;
    const created = clock.now();
    const outcome = preferences.outcome ?? (isUnlucky ? 'failed' : 'succeeded');
    const job: Job = { created, outcome };
    const keep = { until: created + LIFETIME, most: MOST_JOBS };
    const group = jobGroup(api, namespace, policy.statusOperation);
    await store.set(group, textOf(id), JSON.stringify(job), keep);
    return draft;
  };
}

/** The status operation tells how far a job is; an id that was never given out shows the example. */
export function toStatusStep(
  { api, store, clock, jobs: { progress } }: Surroundings,
  policy: AsyncPolicy,
): Step {
  return async (accepted, draft) => {
    const { namespace, operation } = accepted;
    const id = textOf(parameterOf(accepted, policy.parameter));
    const group = jobGroup(api, namespace, operation.id);
    const stored = await store.get(group, id);
    if (stored === undefined) return draft;
    const job: Job = JSON.parse(stored);
    const isDone = async (): Promise<boolean> => {
      switch (progress.kind) {
        case 'time':
          return clock.now() >= job.created + progress.milliseconds;
        case 'polls': {
          const keep = { until: job.created + LIFETIME };
          const asked = groupOf(namespace, 'polls', api.name, operation.id);
          return (await store.increment(asked, id, keep)) > progress.polls;
        }
        case 'at-once':
          return true;
        case 'by-hand':
          return false;
      }
    };
    const outcome = job.settled ?? ((await isDone()) ? job.outcome : 'pending');
    const states = policy[outcome];
    const documented = draft.media?.examples.find(({ value }) =>
      states.includes(textOf(valueAt(value, policy.state))),
    );
    const shown = documented?.value ?? withValueAt(draft.value, policy.state, states[0] ?? outcome);
    return withValue(api, draft, shown);
  };
}

/** A job, and what it is to come to. */
export interface DecidedJob {
  readonly namespace?: string | undefined;
  /** As the answer to its submission told it. */
  readonly id: string;
  readonly outcome: JobOutcome;
}

/** Decides a job by hand, whatever the progress; tells whether there is a job of that id. */
export async function settleJob(
  store: Store,
  api: string,
  { namespace = DEFAULT_NAMESPACE, ...job }: DecidedJob,
): Promise<boolean> {
  const entries = await store.list(groupOf(namespace, 'job', api));
  const found = entries.filter(({ id }) => id === job.id);
  for (const { group, id, value } of found) {
    const decided: Job = { ...JSON.parse(value), settled: job.outcome };
    const keep = { until: decided.created + LIFETIME };
    await store.set(group, id, JSON.stringify(decided), keep);
  }
  return found.length > 0;
}

function jobGroup({ name }: ApiModel, namespace: string, statusOperation: string): string {
  return groupOf(namespace, 'job', name, statusOperation);
}
