import type { Operation } from '../../model/api-model.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { shorten } from '../judges/words.ts';
import { asyncState } from '../properties/async-state.ts';
import type { Judgement, PassiveProperty } from './judgement.ts';
import { createLru } from './lru.ts';
import { isAfter, requestPlace, type RecordedStep } from './recorded-step.ts';
import { isStandIn } from './stand-in.ts';

/** What is known of a submission; times in milliseconds. */
interface Job {
  readonly submitted: number;
  /** The final state that was told, and when that had come. */
  final: { readonly state: string; readonly ended: number } | undefined;
}

/** Submissions that are remembered at once. */
const MOST_JOBS = 10_000;

/** Statements about what is accepted now and worked off later (`x-async`). */
export const JOB_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'async.state',
    title: asyncState.title,
    unless: ({ operations }, { id }) =>
      operations.some((it) => it.async?.statusOperation === id)
        ? undefined
        : 'it tells the state of nothing',
    lacking: 'nobody asked for the state of a submission that was recorded',
    begin() {
      const jobs = createLru<Job>(MOST_JOBS);
      let known = 0;
      return (step) => {
        submit(jobs, step);
        const { api, operation, exchange } = step;
        const [submission] = api.operations.filter(
          (it) => it.async?.statusOperation === operation.id,
        );
        const policy = submission?.async;
        if (!policy || step.isCached || !step.hasContent) return 'irrelevant';
        const id = requestPlace(step, policy.parameter);
        const job = id === undefined ? undefined : jobs.get(keyOf(step, submission, id));
        const blame = (at: keyof typeof policy, message: string, states: string) => {
          const seen = `status ${exchange.response?.status}: ${shorten(exchange.response?.body)}`;
          return { message, clause: append(submission.pointer, 'x-async', at), states, seen };
        };
        if (!isSuccess(exchange)) {
          const isLost = exchange.response?.status === statusOfRefusal(operation, 'notFound');
          if (!job || !isLost || !isAfter(step, job.submitted)) return 'irrelevant';
          const why = 'whoever else may have withdrawn it was not recorded';
          const doubt = { about: shorten(id), why, contrary: () => known };
          const states = `${policy.statusOperation} tells of it`;
          return [{ ...blame('id', 'what was submitted is not known', states), doubt }];
        }
        if (job) known += 1;
        const state = valueAt(successJson(exchange) ?? null, policy.state);
        const states = [...policy.pending, ...policy.succeeded, ...policy.failed];
        if (typeof state !== 'string' || !states.includes(state))
          return [blame('state', 'the state is none that is documented', states.join(', '))];
        return job ? follow(job, step, state, policy.pending.includes(state), blame) : [];
      };
    },
  },
];

function follow(
  job: Job,
  step: RecordedStep,
  state: string,
  isPending: boolean,
  blame: (
    at: 'pending',
    message: string,
    states: string,
  ) => Exclude<Judgement, 'irrelevant'>[number],
): Judgement {
  const { final } = job;
  if (final && final.state !== state && isAfter(step, final.ended)) {
    const remark = blame('pending', 'a state that is final does not last', `final: ${final.state}`);
    return [{ ...remark, seen: `${final.state}, then ${state}` }];
  }
  if (!isPending && step.ended !== undefined) job.final ??= { state, ended: step.ended };
  return [];
}

function submit(jobs: ReturnType<typeof createLru<Job>>, step: RecordedStep): void {
  const { operation, exchange, ended } = step;
  const body = operation.async && step.hasContent ? successJson(exchange) : undefined;
  const id = operation.async && body !== undefined ? valueAt(body, operation.async.id) : undefined;
  if (id === undefined || ended === undefined) return;
  jobs.set(keyOf(step, operation, id), { submitted: ended, final: undefined });
}

/** Whose submission it is: what another client submitted may be hidden from this one. */
function keyOf({ who, base, presented }: RecordedStep, submission: Operation, id: unknown): string {
  const whose = [...presented.values()].some(isStandIn) ? 'hidden' : (who ?? '');
  return [submission.id, base, whose, String(id)].join('\n');
}
