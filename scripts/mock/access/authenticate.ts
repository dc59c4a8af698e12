import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Clock } from '../../base/clock.ts';
import type { Credential } from '../../model/fixtures.ts';
import { remember } from '../../base/remember.ts';
import type { Refusal } from '../../refusal/refusal.ts';
import type { Call } from '../../wire/call.ts';
import { credentialsOf, readPresented } from '../../wire/credentials.ts';
import type { Recognise } from '../session/session.ts';
import { alternativesOf, looksLike, toAsked, type AskedScheme } from './alternatives.ts';
import { belongTogether, toKnown, toLookup, toStrangers } from './known-credentials.ts';
import type { Principal } from './principal.ts';
import { refuseCredentials, type ShownScheme, type Shown } from './refuse-credentials.ts';

export interface Authenticator {
  /** The sender of a request to an operation; undefined for anybody at a public one. */
  readonly authenticate: (operation: Operation, call: Call) => Principal | Refusal | undefined;
  /** The sender where no operation says which scheme counts. */
  readonly identify: (call: Call) => Principal | undefined;
}

/** How strict a mock is about credentials: `any` of the right form will do, or none is needed. */
export type AuthMode = 'any' | 'off';

interface AuthenticatorOptions {
  readonly clock: Clock;
  readonly recognise: Recognise;
  /** Only credentials that the mock knows are taken when left out. */
  readonly mode?: AuthMode | undefined;
}

/** Applies Security Requirement Objects: any of the alternatives, all of its schemes (OpenAPI 3.1.1, section 4.8.30). */
export function toAuthenticator(
  api: ApiModel,
  { clock, recognise, mode }: AuthenticatorOptions,
): Authenticator {
  const fixtures = credentialsOf(api);
  const bySecret = toLookup(fixtures, api.securitySchemes);
  const strangers = remember(toStrangers);
  const schemes = [...api.securitySchemes].map(([name, scheme]) => toAsked(name, scheme));
  const alternatives = new Map(api.operations.map((it) => [it, alternativesOf(api, it)]));

  const judge = (asked: AskedScheme, call: Call): Shown => {
    const { name, scheme, scopes, isJudged } = asked;
    if (!scheme || !isJudged) {
      if (scheme?.type !== 'mutualTLS' || call.isCertified === undefined) return 'trusted';
      return call.isCertified ? strangers(name)('certificate').credential : 'missing';
    }
    const presented = readPresented(scheme, call);
    if (presented === undefined) return 'missing';
    if (presented === 'malformed') return 'malformed';
    const { secret } = presented;
    const known = bySecret.get(name)?.get(secret) ?? recognised(name, secret, call);
    if (mode === 'any') return (known ?? strangers(name)(secret)).credential;
    if (!known) return 'unknown';
    const { credential, expires } = known;
    if (expires !== Infinity && expires <= clock.now()) return 'expired';
    const { scopes: granted } = credential;
    if (granted && !scopes.every((scope) => granted.includes(scope))) return 'narrow';
    return credential;
  };
  const recognised = (name: string, secret: string, call: Call) => {
    const credential = recognise(name, secret, call);
    return credential && toKnown(credential);
  };

  /** The credentials for all schemes of an alternative, unless one is not there or not good. */
  const credentialsFor = (asked: readonly AskedScheme[], call: Call): Credential[] | undefined => {
    const credentials: Credential[] = [];
    // Of those that want one place a request can have only one, which has to do.
    let [isPlaceWanted, isPlaceFilled] = [false, false];
    for (const it of asked) {
      const verdict = judge(it, call);
      if (it.isShared === true) isPlaceWanted = true;
      if (typeof verdict === 'object') {
        credentials.push(verdict);
        isPlaceFilled ||= it.isShared === true;
      } else if (verdict !== 'trusted' && it.isShared !== true) return undefined;
    }
    if (isPlaceWanted && !isPlaceFilled) return undefined;
    // Where all is taken on trust, the request must at least look as if it had what is asked for.
    if (credentials.length === 0 && asked.length > 0 && !looksLike(asked, call)) return undefined;
    return mode === 'any' || belongTogether(credentials, fixtures) ? credentials : undefined;
  };

  const judgeAll = (asked: readonly AskedScheme[], call: Call): readonly ShownScheme[] =>
    asked.map((it) => ({ ...it, verdict: judge(it, call) }));

  const identify = (call: Call): Principal | undefined => {
    const judged = judgeAll(schemes, call).map(({ verdict }) => verdict);
    return principalOf(judged.filter((it) => typeof it === 'object').slice(0, 1));
  };

  return {
    authenticate(operation, call) {
      if (mode === 'off') return identify(call);
      const asked = alternatives.get(operation) ?? alternativesOf(api, operation);
      for (const alternative of asked.ranked) {
        const credentials = credentialsFor(alternative, call);
        if (credentials) return principalOf(credentials);
      }
      const judged = asked.declared.map((it) => judgeAll(it, call));
      // Nobody is turned away for a credential that cannot be told good or bad.
      const isOpen = judged.every((it) => it.every(({ verdict }) => verdict === 'trusted'));
      return isOpen ? undefined : refuseCredentials(api, operation, judged, call);
    },
    identify,
  };
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
