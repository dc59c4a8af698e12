import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Credential } from '../../model/fixtures.ts';
import type { SecurityScheme } from '../../model/security.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import { fieldIn, type Call } from '../../wire/call.ts';
import { challengeOf, readPresented } from '../../wire/credentials.ts';
import type { AskedScheme } from './alternatives.ts';

const WHY_NOT = {
  missing: 'No credential came with the request.',
  malformed: 'The credential is malformed.',
  unknown: 'The credential is not known.',
  expired: 'The credential has expired.',
  narrow: 'The credential lacks a scope that is needed here.',
} as const;
/** What is wrong with a credential; `narrow` where it is good, for less. */
type CredentialFlaw = keyof typeof WHY_NOT;

/** What a request shows for a scheme; `trusted` where nobody can tell whether that is any good. */
export type Shown = Credential | CredentialFlaw | 'trusted';

export interface ShownScheme extends AskedScheme {
  readonly verdict: Shown;
}

/** Refuses a request that meets none of the alternatives, with what came of each. */
export function refuseCredentials(
  api: ApiModel,
  operation: Operation,
  alternatives: readonly (readonly ShownScheme[])[],
  call: Call,
): Refusal {
  // Who is known and may not is forbidden; who is not known is unauthenticated (RFC 9110, section 15.5.4).
  const narrow = alternatives.find((it) => it.every(isGood));
  if (narrow?.some(({ verdict }) => verdict === 'narrow')) return forbid(api, operation, narrow);
  const judged = alternatives.flat().filter(({ verdict }) => verdict !== 'trusted');
  const failures = judged.flatMap(({ verdict }) => (isFlaw(verdict) ? [verdict] : []));
  const failure = failures.find((it) => it !== 'missing' && it !== 'narrow') ?? 'missing';
  const challenges = judged.flatMap(({ scheme, verdict }) => {
    // Where each is known and they belong to different clients, all are asked for again.
    if (!scheme || (!isFlaw(verdict) && failures.length > 0)) return [];
    const isUseless = isFlaw(verdict) && verdict !== 'missing' && verdict !== 'narrow';
    // RFC 6750, section 3.1: no error code when no credential came.
    const complaint = isUseless
      ? ({ error: 'invalid_token', description: WHY_NOT[verdict] } as const)
      : undefined;
    return [challengeOf(scheme, api.name, complaint)];
  });
  const headers = { 'www-authenticate': [...new Set(challenges)].join(', ') };
  // Where nothing came and there is a choice, no single scheme is to blame.
  const isOpen = failure === 'missing' && operation.security.length > 1;
  const failed = isOpen ? undefined : judged.find((it) => it.verdict === failure);
  return refuse('unauthenticated', sayWhyNot(api, failure, judged, call), {
    constraint: failed?.scheme?.pointer ?? securityOf(api, operation),
    ...(challenges.length > 0 && { headers }),
  });
}

/** A good credential for too little (RFC 6750, section 3.1, insufficient_scope). */
function forbid(api: ApiModel, operation: Operation, judged: readonly ShownScheme[]): Refusal {
  const lacking = judged.filter(({ verdict }) => verdict === 'narrow');
  const needed = lacking.flatMap(({ scopes }) => scopes).join(' ');
  const description = WHY_NOT.narrow;
  const challenges = lacking.flatMap(({ scheme, scopes }) =>
    scheme
      ? [challengeOf(scheme, api.name, { error: 'insufficient_scope', description, scopes })]
      : [],
  );
  return refuse('forbidden', `The credential lacks a scope: ${needed} is needed here.`, {
    constraint: securityOf(api, operation),
    headers: { 'www-authenticate': [...new Set(challenges)].join(', ') },
  });
}

function isGood({ verdict }: ShownScheme): boolean {
  return typeof verdict === 'object' || verdict === 'narrow' || verdict === 'trusted';
}

function isFlaw(verdict: Shown): verdict is CredentialFlaw {
  return typeof verdict === 'string' && verdict !== 'trusted';
}

/** Where the security of an operation is written: on it, or at the root. */
function securityOf({ document }: ApiModel, { pointer }: Operation): Pointer {
  const asked = append(pointer, 'security');
  return valueAt(document, asked) === undefined ? '#/security' : asked;
}

function sayWhyNot(
  { securitySchemes }: ApiModel,
  failure: CredentialFlaw,
  judged: readonly ShownScheme[],
  call: Call,
): string {
  const good = judged.filter((it) => isGood(it));
  if (failure !== 'missing') return WHY_NOT[failure];
  if (good.length === 0) {
    const others = [...securitySchemes.values()];
    if (!isAnythingShown(others, call)) return WHY_NOT.missing;
    const names = [...new Set(judged.map(({ name }) => name))].join(' or ');
    return `The credential that came is of another kind than what is asked for here: ${names}.`;
  }
  // Each that came is good, and still they are no credential.
  return good.length < judged.length
    ? 'A part of the credential did not come with the request.'
    : 'The parts of the credential belong to different clients.';
}

function isAnythingShown(schemes: readonly SecurityScheme[], call: Call): boolean {
  return (
    (fieldIn(call, 'authorization') ?? '') !== '' ||
    schemes.some((scheme) => readPresented(scheme, call) !== undefined)
  );
}
