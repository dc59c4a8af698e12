import type { Operation } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { toStatusStep, toSubmissionStep } from '../async/jobs.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { servedAs } from '../../base/media-type.ts';
import { toReflectStep } from '../reflect/reflect.ts';
import { toRepeatsStep } from '../reflect/repeats.ts';
import { isRefusal, type Refusal } from '../../refusal/refusal.ts';
import { toSessionStep } from '../session/session.ts';
import { toAnswersStep } from '../state/answers.ts';
import { toSqlStep } from '../sql/sql-step.ts';
import { toResourceStep } from '../state/resources.ts';
import type { Unshaped } from '../state/seeds.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { toVetoSteps } from '../webhooks/veto.ts';
import { toIdStep } from './new-id.ts';
import type { Asked, AnswerDraft, Step, Surroundings } from './step.ts';

/** What happens besides the example, by the policies that an operation is named in; often nothing. */
export function toSteps(
  surroundings: Surroundings,
  operation: Operation,
  shown: Unshaped,
): readonly Step[] {
  const { session } = surroundings.api.policies;
  const { async: submission } = operation;
  const resource = surroundings.remembers ? resourceOf(operation) : undefined;
  const asking = surroundings.api.operations.find(
    (it) => it.async?.statusOperation === operation.id,
  )?.async;
  const steps = [
    ...toVetoSteps(surroundings, operation),
    asking && toStatusStep(surroundings, asking),
    isReflecting(operation) ? toReflectStep(surroundings) : undefined,
    operation.repeats && toRepeatsStep(surroundings, operation.repeats),
    operation.answers && surroundings.remembers
      ? toAnswersStep(surroundings, operation, operation.answers)
      : undefined,
    operation.sql && surroundings.remembers
      ? toSqlStep(surroundings, operation, operation.sql)
      : undefined,
    submission && toIdStep(surroundings, submission.id),
    submission && toSubmissionStep(surroundings, submission),
    resource && toResourceStep(surroundings, operation, resource, shown),
    session?.issuedBy === operation.id ? toSessionStep(surroundings, session) : undefined,
  ];
  return steps.filter((step) => step !== undefined);
}

/** A request that says nothing leaves the example as it is. */
function isReflecting({ parameters, body }: Operation): boolean {
  return body !== undefined || parameters.some((it) => it.in === 'path' || it.in === 'query');
}

/** Takes the steps one after the other; the first refusal ends the request. */
export function takeSteps(
  steps: readonly Step[],
  asked: Asked,
  draft: AnswerDraft,
): Eventual<AnswerDraft | Refusal> {
  const taken = takeFrom(0, steps, asked, draft);
  return taken === draft ? draft : whenThere(taken, (shaped) => asDocumented(draft, shaped));
}

function takeFrom(
  first: number,
  steps: readonly Step[],
  asked: Asked,
  draft: AnswerDraft,
): Eventual<AnswerDraft | Refusal> {
  let shaped = draft;
  for (let index = first; index < steps.length; index += 1) {
    const next = steps[index]?.(asked, shaped) ?? shaped;
    if (next instanceof Promise) {
      return next.then((it) => (isRefusal(it) ? it : takeFrom(index + 1, steps, asked, it)));
    }
    if (isRefusal(next)) return next;
    shaped = next;
  }
  return shaped;
}

/** What steps make is JSON; other content stays as documented. */
function asDocumented(draft: AnswerDraft, shaped: AnswerDraft | Refusal): AnswerDraft | Refusal {
  const isText = draft.media !== undefined && !isJsonType(servedAs(draft.media.mediaType));
  return isText && !isRefusal(shaped) ? { ...shaped, value: draft.value } : shaped;
}
