import { resourceOf } from '../../model/resource-of.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { successOf } from '../../model/documented-response.ts';
import { renderRefusal } from '../../refusal/render-refusal.ts';
import { refuse } from '../../refusal/refusal.ts';
import { likelyBody, successContent } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, SeenExchange, WitnessStep } from '../operator.ts';
import { toSent } from '../request-parts.ts';
import { countingOf, overQuota } from './counting.ts';
import { NULL_CHANGES } from './null-changes.ts';
import { refusedRequest } from './refused.ts';
import { SCHEMA_NULLS } from './schema-nulls.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

/** Deviations that every contract allows: a tester must stay silent. */
export const NULL_OPERATORS: readonly Operator[] = [...NULL_CHANGES, ...SCHEMA_NULLS].map(
  ([id, title, changes, change]) => ({
    id,
    class: 'null',
    difficulty: 0,
    title,
    changes,
    places(api, operation) {
      if (isRemembered(api, operation) && REMEMBERED.includes(id)) return [];
      const probes = probesOf(api, operation);
      const shown = probes.find(({ seen }) => change(seen, api, operation) !== seen.answer);
      if (!shown) return [];
      const place = {
        at: WHOLE_ANSWER,
        clause: undefined,
        deviate: () => ({ after: (seen: SeenExchange) => change(seen, api, operation) }),
        witness: () => shown.steps,
      };
      return [shown.seen.sent.method === 'OPTIONS' ? { ...place, reach: 'path' } : place];
    },
  }),
);

/** What could not be told from a server that forgets: no null fault where things are remembered. */
const REMEMBERED: readonly string[] = ['null-other-example', ...SCHEMA_NULLS.map(([id]) => id)];

function isRemembered({ operations }: ApiModel, operation: Operation): boolean {
  const tellsState = operations.some((it) => it.async?.statusOperation === operation.id);
  const { async, answers, sql, repeats } = operation;
  const isOfState = [async, answers, sql, repeats].some((it) => it !== undefined);
  return resourceOf(operation) !== undefined || isOfState || tellsState;
}

interface Probe {
  readonly seen: SeenExchange;
  readonly steps: readonly WitnessStep[];
}

/** What an operation is likely to answer: where none of it would differ, a null fault is none. */
function probesOf(api: ApiModel, operation: Operation): readonly Probe[] {
  const valid = exampleRequest(api, operation);
  if (!valid) return [];
  const body = likelyBody(api, operation);
  const type = successContent(operation)?.mediaType;
  const headers: Answer['headers'] = type === undefined ? {} : { 'content-type': type };
  const success = {
    status: successOf(operation)?.status ?? 200,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  const refusals = (['unauthenticated', 'invalid', 'malformed'] as const).flatMap((kind) => {
    const draft = refusedRequest(api, operation, kind);
    const why = refuse(
      kind,
      'Refused.',
      kind === 'unauthenticated' ? { headers: { 'www-authenticate': 'x' } } : {},
    );
    return draft ? [probe(draft, renderRefusal(api, operation, why), kind)] : [];
  });
  const counting = countingOf(api, operation);
  const tooMany = refuse('rateLimited', 'Refused.', { headers: { 'retry-after': '1' } });
  const limited = counting && {
    ...probe(counting.draft, renderRefusal(api, operation, tooMany), 'rateLimited'),
    steps: overQuota(counting),
  };
  const options = { ...valid, method: 'OPTIONS', body: undefined };
  return [
    probe(valid, success),
    ...refusals,
    ...(limited ? [limited] : []),
    probe(options, { status: 204, headers: { allow: '' }, body: undefined }),
  ];
}

function probe(draft: RequestDraft, answer: Answer, refused?: ErrorKind): Probe {
  return { seen: { sent: toSent(draft), answer, refused }, steps: stepsOf(draft) };
}
