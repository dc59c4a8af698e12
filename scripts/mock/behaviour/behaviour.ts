import type { Operation } from '../../core/api-model.ts';
import { isJsonType } from '../../core/exchange.ts';
import { toStatusStep, toSubmissionStep } from '../async/jobs.ts';
import { servedAs } from '../http/media-type.ts';
import { toReflectStep } from '../reflect/reflect.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { toSessionStep } from '../session/session.ts';
import { toResourceStep } from '../state/resources.ts';
import { toVetoSteps } from '../webhooks/veto.ts';
import { toIdStep } from './new-id.ts';
import type { Asked, Draft, Step, Surroundings } from './step.ts';

/** What happens besides the example, by the policies that an operation is named in; often nothing. */
export function toSteps(surroundings: Surroundings, operation: Operation): readonly Step[] {
  const { session } = surroundings.api.policies;
  const { async: submission, resource } = operation;
  const asking = surroundings.api.operations.find(
    (it) => it.async?.statusOperation === operation.id,
  )?.async;
  const steps = [
    ...toVetoSteps(surroundings, operation),
    asking && toStatusStep(surroundings, asking),
    isReflecting(operation) ? toReflectStep(surroundings) : undefined,
    submission && toIdStep(surroundings, submission.id),
    submission && toSubmissionStep(surroundings, submission),
    resource && toResourceStep(surroundings, operation, resource),
    session?.issuedBy === operation.id ? toSessionStep(surroundings, session) : undefined,
  ];
  return steps.filter((step) => step !== undefined);
}

/** A request that says nothing leaves the example as it is. */
function isReflecting({ parameters, body }: Operation): boolean {
  return body !== undefined || parameters.some((it) => it.in === 'path' || it.in === 'query');
}

/** Takes the steps one after the other; the first refusal ends the request. */
export async function takeSteps(
  steps: readonly Step[],
  asked: Asked,
  draft: Draft,
): Promise<Draft | Refusal> {
  let shaped = draft;
  for (const step of steps) {
    const next = await step(asked, shaped);
    if (isRefusal(next)) return next;
    shaped = next;
  }
  // What steps make is JSON; other content stays as documented.
  const isText = draft.media !== undefined && !isJsonType(servedAs(draft.media.mediaType));
  return isText ? { ...shaped, value: draft.value } : shaped;
}
