import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { Answer } from '../../wire/answer.ts';
import { successOf } from '../../model/documented-response.ts';
import { isCarriedOut } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, FaultPlace, SeenExchange, WitnessStep } from '../operator.ts';

/** A place of an operation that needs no name. */
export const WHOLE_ANSWER = '';

/** Requests of which the last shows something; none where no example says how. */
export function stepsOf(...drafts: readonly (RequestDraft | undefined)[]): readonly WitnessStep[] {
  const known = drafts.filter((it) => it !== undefined);
  return known.length === drafts.length ? known.map((send) => ({ send })) : [];
}

/** An operator that changes what every successful answer of an operation looks like. */
export function onSuccess(
  operator: Omit<Operator, 'places'>,
  clauseOf: (api: ApiModel, operation: Operation) => Pointer | undefined,
  change: (answer: Answer, api: ApiModel, operation: Operation) => Answer,
): Operator {
  return {
    ...operator,
    places(api, operation) {
      const clause = clauseOf(api, operation);
      return clause === undefined
        ? []
        : [successPlace(api, operation, WHOLE_ANSWER, clause, change)];
    },
  };
}

/** A place where successful answers are changed. */
export function successPlace(
  api: ApiModel,
  operation: Operation,
  at: string,
  clause: Pointer | undefined,
  change: (answer: Answer, api: ApiModel, operation: Operation) => Answer,
): FaultPlace {
  const after = (seen: SeenExchange) =>
    isCarriedOut(seen) ? change(seen.answer, api, operation) : seen.answer;
  return {
    at,
    clause,
    deviate: () => ({ after }),
    witness: () => stepsOf(exampleRequest(api, operation)),
  };
}

/** Where an operation says what it answers. */
export function responsesOf({ pointer }: Operation): Pointer {
  return append(pointer, 'responses');
}

/** The response that a successful request gets. */
export function successPointer(operation: Operation): Pointer | undefined {
  return successOf(operation)?.response.pointer;
}
