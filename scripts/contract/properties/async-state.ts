import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { textOf } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Bench } from '../bench.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { placeIn, withPlace } from '../flows/places.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import { insist } from '../flows/insist.ts';
import type { Property } from '../property.ts';

/** Milliseconds after which a state is asked for again, where time can pass; the sum is patience. */
const PAUSES = [60_000, 24 * 60 * 60 * 1000, 1000];

export const asyncState: Property = {
  id: 'async.state',
  title: 'what was submitted has a documented state, and keeps the one that is final',
  writes: true,
  unless: ({ api, operation }) =>
    submissionsTo(api, operation).length > 0 ? undefined : 'it tells the state of nothing',
  check: (all) =>
    insist(all, async (bench) => {
      for (const submission of submissionsTo(bench.api, bench.operation)) {
        await follow(bench, submission);
      }
    }),
};

function submissionsTo({ operations }: ApiModel, { id }: Operation): Operation[] {
  return operations.filter((it) => it.async?.statusOperation === id);
}

async function follow(bench: Bench, submission: Operation): Promise<void> {
  const { api, exchange, passTime, learnNothing } = bench;
  const [submitted] = exampleDrafts(api, submission);
  const { async: policy } = submission;
  if (!submitted || !policy) return;
  const accepted = successJson(await exchange(submitted, { operation: submission }));
  const id = accepted === undefined ? undefined : valueAt(accepted, policy.id);
  if (id === undefined) return learnNothing('the submission of the document is not accepted');
  const draft = withPlace(asking(bench, submitted), bench.operation, policy.parameter, id);
  const told: { readonly state: string; readonly answered: Exchange }[] = [];
  for (const pause of [0, ...PAUSES]) {
    if (pause > 0) await passTime?.(pause);
    const answered = await exchange(draft, {});
    const state = stateIn(bench, submission, answered);
    if (state === undefined) return;
    told.push({ state, answered });
  }
  judgeStates(bench, submission, told);
}

/** A question about a submission: where both name the same thing, such as its owner, it is the same. */
function asking({ api, operation }: Bench, submitted: Draft): Draft {
  const [draft] = exampleDrafts(api, operation);
  const shared = submitted.parameters.filter(({ parameter }) => parameter.in === 'path');
  return shared.reduce<Draft>(
    (all, { parameter, value }) =>
      placeIn(all, parameter.name) === undefined
        ? all
        : withPlace(all, operation, parameter.name, value),
    draft ?? { parameters: [], body: undefined },
  );
}

/** The state that an answer tells; undefined, and a complaint, where it tells none that is known. */
function stateIn(
  { complain }: Bench,
  submission: Operation,
  answered: Exchange,
): string | undefined {
  const { async: policy } = submission;
  if (!policy || !answered.response) return undefined;
  const blame = (at: keyof typeof policy, message: string, states: string) => {
    const seen = `status ${answered.response.status}: ${shorten(answered.response.body)}`;
    complain({ message, clause: clauseOf(submission, at), states, seen }, answered);
    return undefined;
  };
  if (!isSuccess(answered)) {
    // Too many questions are no answer.
    if (answered.response.status === 429) return undefined;
    return blame('id', 'what was submitted is not known', `${policy.statusOperation} tells of it`);
  }
  const state = valueAt(successJson(answered) ?? null, policy.state);
  const states = [...policy.pending, ...policy.succeeded, ...policy.failed];
  if (typeof state === 'string' && states.includes(state)) return state;
  return blame('state', 'the state is none that is documented', states.join(', '));
}

function judgeStates(
  { complain, passTime }: Bench,
  submission: Operation,
  told: readonly { readonly state: string; readonly answered: Exchange }[],
): void {
  const { async: policy } = submission;
  const last = told.at(-1);
  if (!policy || !last) return;
  const isFinal = ({ state }: { readonly state: string }) => !policy.pending.includes(state);
  const first = told.findIndex(isFinal);
  const seen = told.map(({ state }) => textOf(state)).join(', then ');
  const changed = told.find(
    ({ state }, i) => first >= 0 && i > first && state !== told[first]?.state,
  );
  if (changed) {
    const message = 'a state that is final does not last';
    const states = `final: ${[...policy.succeeded, ...policy.failed].join(', ')}`;
    complain({ message, clause: clauseOf(submission, 'pending'), states, seen }, changed.answered);
  }
  // A state that is documented not to be the last must have one after it.
  if (first < 0 && passTime) {
    const message = 'what was submitted is still pending after a day';
    const states = `pending is not final: ${policy.pending.join(', ')}`;
    complain({ message, clause: clauseOf(submission, 'pending'), states, seen }, last.answered);
  }
}

function clauseOf({ pointer }: Operation, at: string): Pointer {
  return append(pointer, 'x-async', at);
}
