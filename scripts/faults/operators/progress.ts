import type { ApiModel, Operation } from '../../model/api-model.ts';
import { textOf, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { AsyncPolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { namespaceIn, withParameter } from '../request-parts.ts';
import { successOf } from '../../model/documented-response.ts';
import { isCarriedOut, bodyJson, toRefused, withHeaders, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, SeenExchange, WitnessStep } from '../operator.ts';
import { without } from '../schema-sites.ts';
import { stepsOf, successPlace, WHOLE_ANSWER } from './spots.ts';

/** Long enough for anything that was submitted. */
const HOUR = 60 * 60 * 1000;

interface StatusOperator {
  readonly id: string;
  readonly title: string;
  readonly difficulty: 1 | 2;
  readonly deviate: (policy: AsyncPolicy, api: ApiModel, operation: Operation) => Deviation;
}

/** What becomes of the state that a status operation tells. */
const restating =
  (change: (state: Json, policy: AsyncPolicy) => Json | undefined) =>
  (policy: AsyncPolicy): Deviation => ({
    after: (seen) =>
      isCarriedOut(seen)
        ? withJson(seen.answer, (body) => {
            const state = valueAt(body, policy.state);
            const changed = state === undefined ? undefined : change(state, policy);
            return changed === undefined ? undefined : withValueAt(body, policy.state, changed);
          })
        : seen.answer,
  });

const isDone = (state: Json, { succeeded, failed }: AsyncPolicy) =>
  [...succeeded, ...failed].includes(textOf(state));

const OF_STATUS: readonly StatusOperator[] = [
  {
    id: 'never-finishes',
    title: 'leaves what was submitted pending for ever',
    difficulty: 2,
    deviate: restating((state, policy) => (isDone(state, policy) ? policy.pending[0] : undefined)),
  },
  {
    id: 'unknown-state',
    title: 'tells a state that is not documented',
    difficulty: 1,
    deviate: restating(() => 'Kilning'),
  },
  {
    id: 'state-in-other-case',
    title: 'tells the state in capitals',
    difficulty: 1,
    deviate: restating((state) => textOf(state).toUpperCase()),
  },
  {
    id: 'goes-back',
    title: 'calls pending again what was finished',
    difficulty: 2,
    deviate(policy) {
      const finished = new Set<string>();
      return {
        after: (seen) =>
          withJson(seen.answer, (body) => {
            const state = valueAt(body, policy.state);
            if (state === undefined || !isCarriedOut(seen) || !isDone(state, policy))
              return undefined;
            const asked = `${namespaceIn(seen.sent)} ${seen.sent.path}`;
            if (finished.has(asked))
              return withValueAt(body, policy.state, policy.pending[0] ?? '');
            finished.add(asked);
            return undefined;
          }),
      };
    },
  },
  {
    id: 'state-left-out',
    title: 'does not tell the state',
    difficulty: 1,
    deviate: (policy) => ({
      after: (seen) =>
        isCarriedOut(seen)
          ? withJson(seen.answer, (body) => without(body, policy.state))
          : seen.answer,
    }),
  },
  {
    id: 'forgets-submission',
    title: 'does not know what was submitted',
    difficulty: 2,
    deviate: (_, api, operation) => ({
      after: (seen: SeenExchange) =>
        isCarriedOut(seen) ? toRefused(api, operation, seen, 'notFound') : seen.answer,
    }),
  },
];

/** A submission, and what became of it when it is surely done. */
function followed(
  api: ApiModel,
  submission: Operation,
  operation: Operation,
  policy: AsyncPolicy,
): readonly WitnessStep[] {
  const [submitted] = stepsOf(exampleRequest(api, submission));
  const asked = exampleRequest(api, operation);
  const parameter = operation.parameters.find(({ name }) => name === policy.parameter);
  if (!submitted || !asked || !parameter) return [];
  let named = asked;
  const follow = (previous: Answer) => {
    const id = valueAt(bodyJson(previous) ?? null, policy.id);
    return (named = id === undefined ? asked : withParameter(operation, asked, parameter, id));
  };
  return [submitted, { follow }, { wait: HOUR }, { follow: () => named }, { follow: () => named }];
}

/** Operators on requests that are accepted now and worked off later. */
export const PROGRESS_OPERATORS: readonly Operator[] = [
  ...OF_STATUS.map(({ id, title, difficulty, deviate }): Operator => ({
    id,
    class: 'progress',
    difficulty,
    title,
    changes: id === 'forgets-submission' ? 'verdict' : 'body',
    places: (api, operation) =>
      api.operations.flatMap((submission) => {
        const { async: policy, pointer } = submission;
        if (policy?.statusOperation !== operation.id) return [];
        return [
          {
            at: WHOLE_ANSWER,
            clause: append(pointer, 'x-async'),
            deviate: () => deviate(policy, api, operation),
            witness: () => followed(api, submission, operation, policy),
          },
        ];
      }),
  })),
  {
    id: 'submission-unnamed',
    class: 'progress',
    difficulty: 1,
    title: 'accepts a submission without saying what to ask for',
    changes: 'body',
    places(api, operation) {
      const policy = operation.async;
      if (!policy) return [];
      const clause = append(operation.pointer, 'x-async', 'id');
      return [
        successPlace(api, operation, WHOLE_ANSWER, clause, (answer) =>
          withJson(answer, (body) => without(body, policy.id)),
        ),
      ];
    },
  },
];

/** Operators on the notice that an operation is going away (RFC 9745, RFC 8594). */
export const LIFECYCLE_OPERATORS: readonly Operator[] = (
  [
    [
      'deprecation-not-told',
      'does not tell that an operation is deprecated',
      'deprecation',
      undefined,
    ],
    ['deprecation-as-true', 'tells the deprecation as drafts did', 'deprecation', 'true'],
    [
      'deprecation-as-date',
      'tells the deprecation as a date in words',
      'deprecation',
      'Tue, 01 Nov 2022 00:00:00 GMT',
    ],
    ['sunset-not-told', 'does not tell when an operation ends', 'sunset', undefined],
    ['sunset-as-iso-date', 'tells the end as an ISO date', 'sunset', '2023-12-31'],
    [
      'sunset-of-another-day',
      'tells another end than documented',
      'sunset',
      'Tue, 01 Jan 2041 00:00:00 GMT',
    ],
    ['successor-not-told', 'does not tell what to use instead', 'link', undefined],
  ] as const
).map(([id, title, name, value]) => ({
  id,
  class: 'lifecycle',
  difficulty: 1,
  title,
  changes: 'headers',
  places(api, operation) {
    const { deprecated, sunset, replacedBy } = operation.lifecycle;
    const said = { deprecation: deprecated, sunset, link: replacedBy }[name];
    const headers = successOf(operation)?.response.headers ?? [];
    const told = headers.find((it) => it.name.toLowerCase() === name);
    // No RFC makes a server tell: the description has to.
    if (said === undefined || !told) return [];
    return [
      {
        at: WHOLE_ANSWER,
        clause: told.pointer,
        deviate: () => ({
          after: ({ answer }) =>
            answer.headers[name] === undefined ? answer : withHeaders(answer, { [name]: value }),
        }),
        witness: () => stepsOf(exampleRequest(api, operation)),
      },
    ];
  },
}));
