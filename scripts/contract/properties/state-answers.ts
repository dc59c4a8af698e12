import type { ApiModel } from '../../model/api-model.ts';
import { isEqual, textOf, type Json } from '../../base/json.ts';
import { append, pointerOf, tokensOf, valueAt } from '../../base/json-pointer.ts';
import type { AnswersPolicy } from '../../model/resource-policy.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { withPlace } from '../flows/places.ts';
import { caseTold } from '../flows/told-case.ts';
import { aboutThing, createThing, type Acting, type Thing } from '../flows/things.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateAnswers: Property = {
  id: 'state.answers',
  title: 'an answer is the one for the state that the thing is in',
  runsAlone: true,
  writes: true,
  unless({ api, operation: { answers } }) {
    if (!answers) return 'its answer depends on the state of nothing';
    return doing(api, answers, 'create') ? undefined : `no operation creates a ${answers.about}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, learnNothing } = bench;
      const { answers } = operation;
      const creator = answers && doing(api, answers, 'create');
      const thing = creator && (await createThing(bench, creator, `${operation.id} answers`));
      if (!answers || !thing) return learnNothing('nothing could be created');
      const body = successJson(thing.answered) ?? null;
      const told = valueAt(body, creator.policy.item ?? '#') ?? null;
      const key = valueAt(told, answers.key);
      const state = valueAt(told, answers.state);
      if (key === undefined || state === undefined)
        return learnNothing('its creation does not tell its state');
      await ask(bench, answers, key, state);
      for (const { is } of answers.cases) {
        if (isEqual(is, state)) continue;
        if (await change(bench, answers, thing, is)) await ask(bench, answers, key, is);
      }
    }),
};

function doing(
  { operations }: Pick<ApiModel, 'operations'>,
  { about }: AnswersPolicy,
  action: 'create' | 'update',
): Acting | undefined {
  for (const operation of operations) {
    const { resource: policy } = operation;
    if (policy?.name === about && policy.action === action) return { operation, policy };
  }
  return undefined;
}

/** Brings the thing into a state; tells whether it is in it. */
async function change(
  { api, exchange }: Bench,
  answers: AnswersPolicy,
  thing: Thing,
  state: Json,
): Promise<boolean> {
  const updater = doing(api, answers, 'update');
  const about = updater && aboutThing(api, updater, thing);
  if (!updater || !about) return false;
  const place = append(pointerOf(updater.policy.input ?? '#'), ...tokensOf(answers.state));
  const draft = withPlace(about, updater.operation, place, state);
  if (readDraft(api, updater.operation, draft).length > 0) return false;
  const body = successJson(await exchange(draft, { operation: updater.operation }));
  const told = body === undefined ? undefined : valueAt(body, updater.policy.item ?? '#');
  return told !== undefined && isEqual(valueAt(told, answers.state) ?? null, state);
}

/** The operation is asked about the thing, and must answer with the example of its state. */
async function ask(
  { api, operation, exchange, complain }: Bench,
  answers: AnswersPolicy,
  key: Json,
  state: Json,
): Promise<void> {
  const [example] = exampleDrafts(api, operation);
  if (!example) return;
  const answered = await exchange(withPlace(example, operation, answers.id, key), {});
  const body = successJson(answered);
  const shown = body === undefined ? undefined : caseTold(operation, answers, body);
  const wanted = answers.cases.findIndex(({ is }) => isEqual(is, state));
  if (shown === undefined || wanted < 0 || shown === wanted) return;
  complain(
    {
      message: 'the answer is the one for another state',
      clause: append(operation.pointer, 'x-answers', 'cases', wanted),
      states: `${answers.state} of ${answers.about} is ${shorten(state)}`,
      seen: `the ${answers.about} ${textOf(key)} is answered as if it were ${shorten(answers.cases[shown]?.is)}`,
    },
    answered,
  );
}
