import { isCarriedOut, toRefused } from '../answer-parts.ts';
import type { Credential } from '../../model/fixtures.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { judgeSecret, secretOf, withoutSecrets, withSecrets } from '../credential-parts.ts';
import { exampleRequest } from '../example-request.ts';
import { brokenRequests } from '../site-requests.ts';
import type {
  RequestDraft,
  Operator,
  FaultPlace,
  SeenExchange,
  Sent,
  WitnessStep,
} from '../operator.ts';
import { readSent } from '../request-parts.ts';
import { challengeFor, entranceOf, readOnly, securityOf, type Entrance } from './entrance.ts';
import { isGuarded } from './refused.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

const ACCESS = { class: 'access', changes: 'verdict' } as const;

/** Operators on who is asked for what, and when. */
export const ACCESS_OPERATORS: readonly Operator[] = [
  {
    ...ACCESS,
    id: 'public-guarded',
    difficulty: 0,
    title: 'asks for a credential where none is needed',
    places(api, operation) {
      const isOpen =
        operation.security.length === 0 || operation.security.some((it) => it.size === 0);
      const valid = openRequest(api, operation);
      if (!isOpen || !valid) return [];
      const after = (seen: SeenExchange) =>
        isCarriedOut(seen) && isAnonymous(api, seen.sent)
          ? toRefused(api, operation, seen, 'unauthenticated', challengeFor('unauthenticated'))
          : seen.answer;
      const clause = securityOf(api, operation);
      return [
        { at: WHOLE_ANSWER, clause, deviate: () => ({ after }), witness: () => stepsOf(valid) },
      ];
    },
  },
  {
    ...ACCESS,
    id: 'reader-may-write',
    difficulty: 2,
    title: 'lets a read-only credential write',
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      const request = entrance && readOnly(api, entrance.valid, entrance.way.requirement.keys());
      if (!request || operation.access !== 'write' || statusOfRefusal(operation, 'forbidden') < 400)
        return [];
      // Where nobody needs a credential, what a reader's may do says nothing.
      if (!isGuarded(operation)) return [];
      const before = (sent: Sent) =>
        entrance.judge(sent, 0).some((it) => typeof it === 'object' && it.access === 'read')
          ? withSecrets(api, sent, entrance.way.secrets)
          : sent;
      return [accessPlace(`${operation.pointer}/x-access`, before, stepsOf(request))];
    },
  },
  {
    ...ACCESS,
    id: 'scope-ignored',
    difficulty: 2,
    title: 'accepts a token that lacks a scope',
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      const request = entrance && narrowRequest(entrance);
      if (!request) return [];
      const before = (sent: Sent) =>
        entrance.judge(sent, 0).some((it) => typeof it === 'object' && lacksScope(entrance, it))
          ? withSecrets(api, sent, entrance.way.secrets)
          : sent;
      return [accessPlace(securityOf(api, operation), before, stepsOf(request))];
    },
  },
  {
    ...ACCESS,
    id: 'remembers-address',
    difficulty: 3,
    title: 'asks for no credential once the same address has shown one',
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      // What is deleted once cannot be deleted again.
      if (operation.method === 'delete') return [];
      if (!entrance || !isGuarded(operation) || statusOfRefusal(operation, 'unauthenticated') < 400)
        return [];
      const steps = stepsOf(entrance.valid, withoutSecrets(api, entrance.valid));
      return [
        {
          at: WHOLE_ANSWER,
          clause: securityOf(api, operation),
          witness: () => steps,
          deviate: ({ now }) => {
            const known = new Set<string>();
            return {
              before(sent) {
                const verdicts = entrance.judge(sent, now());
                if (verdicts.every((it) => typeof it === 'object')) known.add(sent.address);
                const isMeant = verdicts.every((it) => it === 'missing') && known.has(sent.address);
                return isMeant ? withSecrets(api, sent, entrance.way.secrets) : sent;
              },
            };
          },
        },
      ];
    },
  },
  {
    ...ACCESS,
    id: 'validates-strangers',
    difficulty: 2,
    title: 'tells a stranger what is wrong with the request before asking who it is',
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      const broken = brokenRequests(api, operation)[0];
      const isApart =
        statusOfRefusal(operation, 'invalid') !== statusOfRefusal(operation, 'unauthenticated');
      if (
        !entrance ||
        !broken ||
        !isGuarded(operation) ||
        !isApart ||
        statusOfRefusal(operation, 'unauthenticated') < 400
      )
        return [];
      const after = (seen: SeenExchange) => {
        const isInvalid =
          seen.refused === 'unauthenticated' &&
          readSent(api, operation, seen.sent)?.breaches.length;
        return isInvalid ? toRefused(api, operation, seen, 'invalid') : seen.answer;
      };
      return [
        {
          at: WHOLE_ANSWER,
          clause: securityOf(api, operation),
          deviate: () => ({ after }),
          witness: () => stepsOf(withoutSecrets(api, broken)),
        },
      ];
    },
  },
];

function accessPlace(
  clause: string,
  before: (sent: Sent) => Sent,
  steps: readonly WitnessStep[],
): FaultPlace {
  return {
    at: WHOLE_ANSWER,
    clause: `#${clause.slice(1)}`,
    deviate: () => ({ before }),
    witness: () => steps,
  };
}

/** A request with a token that lacks a scope which every way in asks for. */
function narrowRequest(entrance: Entrance): RequestDraft | undefined {
  const { api, operation, valid, way } = entrance;
  const isAsked = operation.security.every((it) => [...it.values()].some((all) => all.length > 0));
  const [scheme = '', ...others] = way.requirement.keys();
  const narrow = credentialsOf(api).find((it) => it.scheme === scheme && lacksScope(entrance, it));
  if (!isAsked || others.length > 0 || !narrow) return undefined;
  return withSecrets(api, valid, secretOf(api, narrow));
}

function lacksScope({ way }: Entrance, { scheme, scopes }: Credential): boolean {
  const needed = way.requirement.get(scheme) ?? [];
  return scopes !== undefined && needed.some((it) => !scopes.includes(it));
}

function openRequest(
  api: Entrance['api'],
  operation: Entrance['operation'],
): RequestDraft | undefined {
  const entrance = exampleRequest(api, operation);
  return entrance && withoutSecrets(api, entrance);
}

function isAnonymous(api: Entrance['api'], sent: Sent): boolean {
  return [...api.securitySchemes.keys()].every(
    (name) => judgeSecret(api, name, sent, 0) === 'missing',
  );
}
