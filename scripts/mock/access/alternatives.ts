import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { SecurityScheme } from '../../model/security.ts';
import type { Call } from '../../wire/call.ts';
import { isSupported, placeKeyOf } from '../../wire/credential.ts';
import { hasWordOf } from '../../wire/credentials.ts';

/** A scheme of a requirement, and the scopes it needs; undefined where the description has none of that name. */
export interface AskedScheme {
  readonly name: string;
  readonly scheme: SecurityScheme | undefined;
  readonly scopes: readonly string[];
  /** Whether a good credential can be told from a bad one. */
  readonly isJudged: boolean;
  /** Whether another scheme of the requirement wants the same place, so that a request can have one of them only. */
  readonly isShared?: boolean;
}

/** The ways into an operation, as they are written, and those that ask for most first. */
export interface Alternatives {
  readonly declared: readonly (readonly AskedScheme[])[];
  readonly ranked: readonly (readonly AskedScheme[])[];
}

export function alternativesOf(
  { securitySchemes }: ApiModel,
  { security }: Operation,
): Alternatives {
  const declared = security.map((requirement) =>
    markShared(
      [...requirement].map(([name, scopes]) => toAsked(name, securitySchemes.get(name), scopes)),
    ),
  );
  // An empty requirement makes credentials optional; one that did come is still used.
  return { declared, ranked: declared.toSorted((left, right) => right.length - left.length) };
}

export function toAsked(
  name: string,
  scheme: SecurityScheme | undefined,
  scopes: readonly string[] = [],
): AskedScheme {
  return { name, scheme, scopes, isJudged: scheme !== undefined && isSupported(scheme) };
}

function markShared(asked: readonly AskedScheme[]): readonly AskedScheme[] {
  const places = asked.map(({ scheme }) => placeKeyOf(scheme));
  return asked.map((it, at) => {
    const isShared =
      places[at] !== undefined && places.filter((one) => one === places[at]).length > 1;
    return isShared ? { ...it, isShared } : it;
  });
}

/** Whether a request has at least the form of what these schemes ask for, none of which can be told good or bad. */
export function looksLike(asked: readonly AskedScheme[], call: Call): boolean {
  return asked.every(({ scheme }) => scheme?.type === 'http' && hasWordOf(scheme, call));
}
