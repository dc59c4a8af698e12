import type { ApiModel, Operation } from '../../model/api-model.ts';
import { stringOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { SessionPolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { readPresented } from '../../wire/credentials.ts';
import { isCarriedOut, bodyJson, toRefused, toSuccess, withHeaders } from '../answer-parts.ts';
import { judgeSecret, withSecrets } from '../credential-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type {
  Deviation,
  RequestDraft,
  Operator,
  SeenExchange,
  Sent,
  WitnessStep,
} from '../operator.ts';
import { stepsOf, successPlace, WHOLE_ANSWER } from './spots.ts';

/** An operation that a session opens, and what was issued for it. */
interface Guarded {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly session: SessionPolicy;
  /** The session of a request, unless it is a fixture's. */
  readonly sessionOf: (sent: Sent) => string | undefined;
}

interface SessionOperator {
  readonly id: string;
  readonly title: string;
  readonly deviate: (guarded: Guarded, now: () => number) => Deviation;
  /** Milliseconds between two requests that show it; none when the first does. */
  readonly pause: (session: SessionPolicy) => number | undefined;
}

const OF_SESSIONS: readonly SessionOperator[] = [
  {
    id: 'session-ends-at-once',
    title: 'issues sessions that nothing accepts',
    pause: () => undefined,
    deviate: (guarded) => ending(guarded, () => true),
  },
  {
    id: 'session-ends-early',
    title: 'ends sessions after half of their lifetime',
    pause: ({ lifetime }) => lifetime * 600,
    deviate(guarded, now) {
      const began = new Map<string, number>();
      return ending(guarded, (session) => {
        const start = began.get(session) ?? now();
        began.set(session, start);
        return now() - start > guarded.session.lifetime * 500;
      });
    },
  },
  {
    id: 'session-never-ends',
    title: 'accepts sessions that have ended',
    pause: ({ lifetime }) => lifetime * 1000 + 1000,
    deviate({ api, operation, sessionOf }) {
      const accepted = new Map<string, Answer>();
      return {
        after(seen) {
          const session = sessionOf(seen.sent);
          if (session === undefined) return seen.answer;
          if (isCarriedOut(seen)) accepted.set(session, seen.answer);
          const remembered = accepted.get(session);
          return seen.refused === 'unauthenticated' && remembered
            ? toSuccess(api, operation, seen, remembered)
            : seen.answer;
        },
      };
    },
  },
];

function ending(
  { api, operation, sessionOf }: Guarded,
  isOver: (session: string) => boolean,
): Deviation {
  const after = (seen: SeenExchange) => {
    const session = sessionOf(seen.sent);
    return session !== undefined && isCarriedOut(seen) && isOver(session)
      ? toRefused(api, operation, seen, 'unauthenticated', {
          headers: { 'www-authenticate': 'Kiln' },
        })
      : seen.answer;
  };
  return { after };
}

/** Operators on sessions that an operation issues. */
export const SESSION_OPERATORS: readonly Operator[] = [
  ...OF_SESSIONS.map(({ id, title, deviate, pause }): Operator => ({
    id,
    class: 'session',
    difficulty: 2,
    title,
    changes: 'verdict',
    places(api, operation) {
      const { session } = api.policies;
      const login = api.operations.find((it) => it.id === session?.issuedBy);
      const valid = exampleRequest(api, operation);
      if (!session || !login || !valid || !operation.security.some((it) => it.has(session.scheme)))
        return [];
      const wait = pause(session);
      // What is deleted once cannot be deleted again.
      if (wait !== undefined && operation.method === 'delete') return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: '#/x-session',
          deviate: ({ now }) =>
            deviate({ api, operation, session, sessionOf: sessionReader(api, session) }, now),
          witness: () => sessionSteps(api, session, login, valid, wait),
        },
      ];
    },
  })),
  ...(
    [
      ['session-not-issued', 'lets a client log in and issues nothing', () => undefined],
      [
        'session-misnamed',
        'issues the session under another name',
        (cookie: string) => `kiln_${cookie}`,
      ],
    ] as const
  ).map(([id, title, change]): Operator => ({
    id,
    class: 'session',
    difficulty: 0,
    title,
    changes: 'headers',
    places: (api, operation) =>
      api.policies.session?.issuedBy === operation.id && api.policies.session.token === undefined
        ? [
            successPlace(api, operation, WHOLE_ANSWER, '#/x-session', (answer) => {
              const cookie = answer.headers['set-cookie'];
              return cookie === undefined
                ? answer
                : withHeaders(answer, { 'set-cookie': change(cookie) });
            }),
          ]
        : [],
  })),
];

/** A login, and requests in the session that it began. */
function sessionSteps(
  api: ApiModel,
  session: SessionPolicy,
  login: Operation,
  valid: RequestDraft,
  pause: number | undefined,
): readonly WitnessStep[] {
  const scheme = api.securitySchemes.get(session.scheme);
  let named = valid;
  const follow = (previous: Answer) => {
    const value = tokenOf(session, previous);
    if (scheme && value !== undefined) named = withSecrets(api, valid, [{ scheme, value }]);
    return named;
  };
  const again: readonly WitnessStep[] =
    pause === undefined ? [] : [{ wait: pause }, { follow: () => named }];
  return [...stepsOf(exampleRequest(api, login)), { follow }, ...again];
}

/** What an answer issues: in its body where the policy says so, else in a cookie. */
function tokenOf({ token }: SessionPolicy, answer: Answer): string | undefined {
  if (token !== undefined) return stringOf(valueAt(bodyJson(answer) ?? null, token));
  return /^[^=]+=([^;]*)/.exec(answer.headers['set-cookie'] ?? '')?.[1];
}

function sessionReader(api: ApiModel, { scheme: name }: SessionPolicy): Guarded['sessionOf'] {
  const scheme = api.securitySchemes.get(name);
  return (sent) => {
    const presented = scheme && readPresented(scheme, sent);
    const isFixture = typeof judgeSecret(api, name, sent, 0) === 'object';
    return isFixture || typeof presented !== 'object' ? undefined : presented.secret;
  };
}
