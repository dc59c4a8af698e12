import type { ApiModel, Operation, SecurityScheme } from '../../model/api-model.ts';
import type { Clock } from '../../base/clock.ts';
import type { Credential } from '../../model/fixtures.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Call } from '../../wire/call.ts';
import { plainSecretOf } from '../../wire/credential.ts';
import { challengeOf, credentialsOf, readPresented } from '../../wire/credentials.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Principal } from './principal.ts';
import type { Recognise } from '../session/session.ts';

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

/** A fixture, and when it ends in milliseconds since the epoch. */
interface Known {
  readonly credential: Credential;
  readonly expires: number;
}

/** Applies Security Requirement Objects: any of the alternatives, all of its schemes (OpenAPI 3.1.1, section 4.8.30). */
export function toAuthenticator(api: ApiModel, clock: Clock, recognise: Recognise): Authenticator {
  const fixtures = credentialsOf(api);
  const bySecret = toLookup(fixtures, api.securitySchemes);
  const schemes = [...api.securitySchemes].map(([name, scheme]): Asked => ({ name, scheme }));
  const alternatives = new Map(api.operations.map((it) => [it, alternativesOf(api, it)]));

  const judge = ({ name, scheme }: Asked, call: Call): Credential | Failure => {
    const presented = scheme ? readPresented(scheme, call) : undefined;
    if (presented === undefined) return 'missing';
    if (presented === 'malformed') return 'malformed';
    const { secret } = presented;
    const known = bySecret.get(name)?.get(secret) ?? toKnown(recognise(name, secret, call));
    if (!known) return 'unknown';
    const { credential, expires } = known;
    return expires !== Infinity && expires <= clock.now() ? 'expired' : credential;
  };

  /** The credentials for all schemes of an alternative, unless one is not there or not good. */
  const credentialsFor = (asked: readonly Asked[], call: Call): Credential[] | undefined => {
    const credentials: Credential[] = [];
    for (const it of asked) {
      const verdict = judge(it, call);
      if (typeof verdict === 'string') return undefined;
      credentials.push(verdict);
    }
    return belongTogether(credentials, fixtures) ? credentials : undefined;
  };

  const judgeAll = (asked: readonly Asked[], call: Call): readonly Judged[] =>
    asked.map((it) => ({ scheme: it.scheme, verdict: judge(it, call) }));

  return {
    authenticate(operation, call) {
      const asked = alternatives.get(operation) ?? alternativesOf(api, operation);
      for (const alternative of asked.ranked) {
        const credentials = credentialsFor(alternative, call);
        if (credentials) return principalOf(credentials);
      }
      if (asked.declared.length === 0) return undefined;
      const judged = asked.declared.flatMap((it) => judgeAll(it, call));
      return refusalOf(judged, api, operation);
    },
    identify(call) {
      const judged = judgeAll(schemes, call).map(({ verdict }) => verdict);
      return principalOf(judged.filter((it) => typeof it === 'object').slice(0, 1));
    },
  };
}

/** A scheme of a requirement; undefined where the description has none of that name. */
interface Asked {
  readonly name: string;
  readonly scheme: SecurityScheme | undefined;
}

function alternativesOf({ securitySchemes }: ApiModel, { security }: Operation) {
  const declared = security.map((requirement) =>
    [...requirement.keys()].map((name): Asked => ({ name, scheme: securitySchemes.get(name) })),
  );
  // An empty requirement makes credentials optional; one that did come is still used.
  return { declared, ranked: declared.toSorted((left, right) => right.length - left.length) };
}

/**
 * Fixtures by scheme and secret; of two with one secret the first counts. Looked up as they are: they
 * are placeholders that the start notice prints, so that the time it takes has nothing to tell.
 */
function toLookup(
  fixtures: readonly Credential[],
  schemes: ApiModel['securitySchemes'],
): ReadonlyMap<string, Map<string, Known>> {
  const lookup = new Map<string, Map<string, Known>>();
  for (const credential of fixtures.toReversed()) {
    const ofScheme = lookup.get(credential.scheme) ?? new Map<string, Known>();
    const secret = plainSecretOf(schemes.get(credential.scheme), credential.value);
    lookup.set(credential.scheme, ofScheme.set(secret, toKnown(credential)));
  }
  return lookup;
}

function toKnown(credential: Credential): Known;
function toKnown(credential: Credential | undefined): Known | undefined;
function toKnown(credential: Credential | undefined): Known | undefined {
  if (!credential) return undefined;
  const { expires } = credential;
  return { credential, expires: expires === undefined ? Infinity : Date.parse(expires) };
}

/** Halves of two pairs make no pair: fixtures of schemes that go together share an id. */
function belongTogether(
  credentials: readonly Credential[],
  fixtures: readonly Credential[],
): boolean {
  if (credentials.length < 2) return true;
  return credentials.every(({ scheme, id }) =>
    credentials.every(
      (other) =>
        other.id === id || !fixtures.some((it) => it.scheme === scheme && it.id === other.id),
    ),
  );
}

/** Principals of a credential that stood alone: they say no more than it does. */
const ALONE = new WeakMap<Credential, Principal>();

function principalOf(credentials: readonly Credential[]): Principal | undefined {
  const [first] = credentials;
  if (!first) return undefined;
  const known = credentials.length === 1 ? ALONE.get(first) : undefined;
  if (known) return known;
  const principal: Principal = {
    id: [...new Set(credentials.map(({ id }) => id))].join('+'),
    plan: credentials.find(({ plan }) => plan !== undefined)?.plan,
    access: credentials.every(({ access }) => access === 'write') ? 'write' : 'read',
  };
  if (credentials.length === 1) ALONE.set(first, principal);
  return principal;
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
    // Where each is known and they belong to different clients, all are asked for again.
    if (!scheme || (typeof verdict === 'object' && failures.length > 0)) return [];
    const isUseless = typeof verdict === 'string' && verdict !== 'missing';
    // RFC 6750, section 3.1: no error code when no credential came.
    return [challengeOf(scheme, name, isUseless ? WHY_NOT[verdict] : undefined)];
  });
  const headers = { 'www-authenticate': [...new Set(challenges)].join(', ') };
  const asked = append(pointer, 'security');
  const requirement = valueAt(document, asked) === undefined ? '#/security' : asked;
  // Where nothing came and there is a choice, no single scheme is to blame.
  const isOpen = failure === 'missing' && security.length > 1;
  const failed = isOpen ? undefined : judged.find((it) => it.verdict === failure);
  return refuse('unauthenticated', sayWhyNot(failure, judged), {
    constraint: failed?.scheme?.pointer ?? requirement,
    ...(challenges.length > 0 && { headers }),
  });
}

function sayWhyNot(failure: Failure, judged: readonly Judged[]): string {
  const good = judged.filter(({ verdict }) => typeof verdict === 'object');
  if (failure !== 'missing' || good.length === 0) return WHY_NOT[failure];
  // Each that came is good, and still they are no credential.
  return good.length < judged.length
    ? 'A part of the credential did not come with the request.'
    : 'The parts of the credential belong to different clients.';
}
