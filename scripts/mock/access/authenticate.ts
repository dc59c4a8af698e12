import { hash } from 'node:crypto';
import type { ApiModel, Operation, SecurityScheme } from '../../core/api-model.ts';
import type { Clock } from '../../core/clock.ts';
import type { Credential } from '../../core/fixtures.ts';
import { append, valueAt } from '../../core/json-pointer.ts';
import type { Call } from '../call.ts';
import { challengeOf, credentialsOf, readPresented } from './credentials.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Recognise } from '../session/session.ts';

/** Who sends a request. */
export interface Principal {
  readonly id: string;
  readonly plan: string | undefined;
  readonly access: Credential['access'];
}

export interface Authenticator {
  /** The sender of a request to an operation; undefined for anybody at a public one. */
  readonly authenticate: (operation: Operation, call: Call) => Principal | Refusal | undefined;
  /** The sender where no operation says which scheme counts. */
  readonly identify: (call: Call) => Principal | undefined;
}

const WHY_NOT = {
  missing: 'No credential came with the request.',
  malformed: 'The credential is malformed.',
  unknown: 'The credential is not known.',
  expired: 'The credential has expired.',
} as const;
type Failure = keyof typeof WHY_NOT;

/** Applies Security Requirement Objects: any of the alternatives, all of its schemes (OpenAPI 3.1.1, section 4.8.30). */
export function toAuthenticator(api: ApiModel, clock: Clock, recognise: Recognise): Authenticator {
  const known = credentialsOf(api);
  // Of two credentials with one secret the first counts.
  const byDigest = new Map(
    known
      .toReversed()
      .map((credential) => [digestOf(credential.scheme, credential.value), credential]),
  );

  const judge = (name: string, scheme: SecurityScheme, call: Call): Credential | Failure => {
    const presented = readPresented(scheme, call);
    if (presented === undefined) return 'missing';
    if (presented === 'malformed') return 'malformed';
    const { secret } = presented;
    const credential = byDigest.get(digestOf(name, secret)) ?? recognise(name, secret, call);
    if (!credential) return 'unknown';
    const { expires } = credential;
    return expires !== undefined && Date.parse(expires) <= clock.now() ? 'expired' : credential;
  };

  const judgeAll = (names: Iterable<string>, call: Call) =>
    [...names].map((name) => {
      const scheme = api.securitySchemes.get(name);
      return { scheme, verdict: scheme ? judge(name, scheme, call) : ('missing' as const) };
    });

  return {
    authenticate(operation, call) {
      const alternatives = operation.security.map((requirement) =>
        judgeAll(requirement.keys(), call),
      );
      // An empty requirement makes credentials optional; one that did come is still used.
      const ranked = alternatives.toSorted((left, right) => right.length - left.length);
      for (const judged of ranked) {
        const credentials = judged.map(({ verdict }) => verdict);
        if (
          credentials.every((it) => typeof it === 'object') &&
          belongTogether(credentials, known)
        ) {
          return principalOf(credentials);
        }
      }
      return alternatives.length === 0 ? undefined : refusalOf(alternatives.flat(), api, operation);
    },
    identify(call) {
      const principals = judgeAll(api.securitySchemes.keys(), call).flatMap(({ verdict }) =>
        typeof verdict === 'object' ? [verdict] : [],
      );
      return principalOf(principals.slice(0, 1));
    },
  };
}

/** Halves of two pairs make no pair: fixtures of schemes that go together share an id. */
function belongTogether(
  credentials: readonly Credential[],
  fixtures: readonly Credential[],
): boolean {
  return credentials.every(({ scheme, id }) =>
    credentials.every(
      (other) =>
        other.id === id || !fixtures.some((it) => it.scheme === scheme && it.id === other.id),
    ),
  );
}

function principalOf(credentials: readonly Credential[]): Principal | undefined {
  if (credentials.length === 0) return undefined;
  return {
    id: [...new Set(credentials.map(({ id }) => id))].join('+'),
    plan: credentials.find(({ plan }) => plan !== undefined)?.plan,
    access: credentials.every(({ access }) => access === 'write') ? 'write' : 'read',
  };
}

interface Judged {
  readonly scheme: SecurityScheme | undefined;
  readonly verdict: Credential | Failure;
}

function refusalOf(
  judged: readonly Judged[],
  { name, document }: ApiModel,
  { pointer, security }: Operation,
): Refusal {
  const failures = judged.flatMap(({ verdict }) => (typeof verdict === 'string' ? [verdict] : []));
  const failure = failures.find((it) => it !== 'missing') ?? 'missing';
  const challenges = judged.flatMap(({ scheme, verdict }) => {
    if (!scheme || typeof verdict === 'object') return [];
    // RFC 6750, section 3.1: no error code when no credential came.
    return [challengeOf(scheme, name, verdict === 'missing' ? undefined : WHY_NOT[verdict])];
  });
  const headers = { 'www-authenticate': [...new Set(challenges)].join(', ') };
  const asked = append(pointer, 'security');
  const requirement = valueAt(document, asked) === undefined ? '#/security' : asked;
  // Where nothing came and there is a choice, no single scheme is to blame.
  const isOpen = failure === 'missing' && security.length > 1;
  const failed = isOpen ? undefined : judged.find((it) => it.verdict === failure);
  return refuse('unauthenticated', WHY_NOT[failure], {
    constraint: failed?.scheme?.pointer ?? requirement,
    ...(challenges.length > 0 && { headers }),
  });
}

/** Digests are looked up, never secrets: how long that takes tells nothing of a secret. */
function digestOf(scheme: string, secret: string): string {
  return hash('sha256', `${scheme} ${secret}`, 'base64');
}
