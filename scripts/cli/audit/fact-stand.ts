import { textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { parseJson } from '../../base/json-text.ts';
import { createMock } from '../../mock/mock.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { FactStep, SendStep, StatedFact } from '../../model/stated-fact.ts';
import { valueProblems } from '../../result/value-problems.ts';
import { filledIn } from './filled-in.ts';
import { sendStep, type StepAnswer } from './send-step.ts';

/** A mock of one API on a clock that stands, where each fact is tried as if it were the first. */
export interface FactStand {
  /** What the mock did otherwise than the fact says; a UserError for steps that cannot be taken. */
  readonly try: (fact: StatedFact) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Beginning of a minute, and so of most windows. */
const START = Date.parse('2026-01-01T00:00:00Z');

/** Nobody listens there: what would be sent is kept instead. */
const RECEIVER = { name: undefined, url: 'http://127.0.0.1:1/' };

export async function openStand(api: ApiModel): Promise<FactStand> {
  const hooks: { status: number; body: Json | undefined } = { status: 200, body: undefined };
  const clock = { at: START, now: () => clock.at };
  const mock = await createMock([api], {
    clock,
    limits: true,
    progress: { kind: 'time', milliseconds: 2000 },
    webhooks: api.webhooks.length > 0 ? [RECEIVER] : [],
    deliver: ({ body }) => {
      const parsed = parseJson(body);
      hooks.body = 'value' in parsed ? parsed.value : undefined;
      return Promise.resolve(hooks.status);
    },
  });
  const take = async (step: FactStep, kept: Map<string, Json>, id: string): Promise<string[]> => {
    if ('wait' in step) clock.at += step.wait * 1000;
    else if ('hooks' in step) hooks.status = step.hooks;
    else if ('decide' in step) {
      const job = textOf(filledIn(step.decide, kept));
      const isThere = await mock.settle(api.name, { id: job, outcome: step.outcome });
      return isThere ? [] : [`there is no job ${job}`];
    } else {
      const answer = await sendStep({ api, mock, now: START }, filledIn(step, kept), id);
      keep(step, answer, kept);
      return answerProblems(filledIn(step, kept).gives ?? {}, answer, hooks.body);
    }
    return [];
  };
  return {
    close: () => mock.close(),
    async try({ id, tried }) {
      await mock.reset();
      clock.at = START;
      hooks.status = 200;
      hooks.body = undefined;
      const kept = new Map<string, Json>();
      const problems: string[] = [];
      for (const [index, step] of tried.entries()) {
        const what = 'send' in step ? `step ${index + 1}, ${step.send}` : `step ${index + 1}`;
        const found = await take(step, kept, id);
        problems.push(...found.map((problem) => `${what}: ${problem}`));
      }
      return problems;
    },
  };
}

function keep(
  { keep: values = {}, keepHeaders = {} }: SendStep,
  answer: StepAnswer,
  kept: Map<string, Json>,
) {
  for (const [name, at] of Object.entries(values)) {
    kept.set(name, (answer.body === undefined ? undefined : valueAt(answer.body, at)) ?? null);
  }
  for (const [name, at] of Object.entries(keepHeaders)) {
    kept.set(name, textOf(valueAt(answer.headers, at)).replace(/;.*$/s, ''));
  }
}

function answerProblems(
  { status, headers = [], body = [], hook = [] }: NonNullable<SendStep['gives']>,
  answer: StepAnswer,
  hooked: Json | undefined,
): string[] {
  const isAsked = status === undefined || status === answer.status;
  const told = answer.text.length > 200 ? `${answer.text.slice(0, 199)}…` : answer.text;
  return [
    ...(isAsked ? [] : [`the status is ${answer.status}, not ${status}: ${told}`]),
    ...valueProblems(answer.headers, headers),
    ...valueProblems(answer.body, body),
    ...valueProblems(hooked, hook),
  ];
}
