import type { ApiModel, Operation } from '../model/api-model.ts';
import type { SecurityRequirement } from '../model/security.ts';
import { wordsOfScheme } from '../model/scheme-words.ts';

/**
 * The ways in which a client identifies itself, a sentence part per alternative in use, with the
 * number of operations that take it where not all do.
 */
export function securityWords(api: ApiModel): string[] {
  const { operations } = api;
  const alternatives = operations.flatMap(({ security }) =>
    security.length === 0 ? [NO_CREDENTIAL] : security.map((it) => requirementWords(api, it)),
  );
  return [...Map.groupBy(alternatives, (words) => words)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([words, { length }]) =>
      length === operations.length
        ? words
        : `${words} (${length} of ${operations.length} operations)`,
    );
}

/** Whether an operation can be called without a credential. */
export function isPublic({ security }: Operation): boolean {
  return security.length === 0 || security.some(({ size }) => size === 0);
}

const NO_CREDENTIAL = 'no credential';

function requirementWords(api: ApiModel, requirement: SecurityRequirement): string {
  if (requirement.size === 0) return NO_CREDENTIAL;
  return [...requirement.keys()].map((name) => schemeWords(api, name)).join(' together with ');
}

/** What a security scheme asks for. */
export function schemeWords({ securitySchemes }: ApiModel, name: string): string {
  const scheme = securitySchemes.get(name);
  return (scheme && wordsOfScheme(scheme)) ?? name;
}
