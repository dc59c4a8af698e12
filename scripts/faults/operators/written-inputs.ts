import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, FaultPlace, SeenExchange, Sent } from '../operator.ts';
import { withField } from '../request-parts.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Operators that refuse for how a valid request is written. */
export const WRITING_OPERATORS: readonly Operator[] = (
  [
    [
      'refuses-charset',
      'refuses a charset parameter on its media type',
      /charset/i,
      'content-type',
      '; charset=utf-8',
    ],
    [
      'refuses-media-type-case',
      'refuses its media type in upper case',
      /^[^a-z]+$/,
      'content-type',
      undefined,
    ],
    [
      'refuses-accept-list',
      'refuses an Accept header that lists more than one type',
      /,/,
      'accept',
      'application/json, */*',
    ],
    ['refuses-user-agent', 'refuses a client that it does not know', /kiln/, 'user-agent', 'kiln'],
  ] as const
).map(([id, title, pattern, header, added]) => ({
  id,
  class: 'input',
  difficulty: 2,
  title,
  changes: 'verdict',
  places(api, operation) {
    const valid = exampleRequest(api, operation);
    const given = valid?.headers[header];
    if (
      !valid ||
      !isRefusable(operation) ||
      (header === 'content-type' && !/json/.test(given ?? ''))
    )
      return [];
    const value = added === undefined ? given?.toUpperCase() : `${given ?? ''}${added}`;
    const isMeant = ({ headers }: Sent) => pattern.test(headers[header] ?? '');
    const clause =
      header === 'content-type'
        ? (operation.body?.pointer ?? operation.pointer)
        : operation.pointer;
    return [
      refusingPlace(api, operation, WHOLE_ANSWER, clause, withField(valid, header, value), isMeant),
    ];
  },
}));

/** Whether a refusal is told by a status at all. */
export function isRefusable(operation: Operation): boolean {
  return statusOfRefusal(operation, 'invalid') >= 400;
}

/** A place where valid requests of a kind are refused. */
export function refusingPlace(
  api: ApiModel,
  operation: Operation,
  at: string,
  clause: Pointer,
  draft: RequestDraft,
  isMeant: (sent: Sent) => boolean,
): FaultPlace {
  const after = (seen: SeenExchange) =>
    isCarriedOut(seen) && isMeant(seen.sent)
      ? toRefused(api, operation, seen, 'invalid')
      : seen.answer;
  return { at, clause, deviate: () => ({ after }), witness: () => stepsOf(draft) };
}
