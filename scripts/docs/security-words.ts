import type { ApiModel, Operation, SecurityRequirement } from '../model/api-model.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { valueAt, type Pointer } from '../base/json-pointer.ts';

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
export function schemeWords(api: ApiModel, name: string): string {
  const scheme = api.securitySchemes.get(name);
  switch (scheme?.type) {
    case 'http':
      return HTTP_SCHEMES[scheme.scheme] ?? `HTTP authentication (${scheme.scheme})`;
    case 'apiKey': {
      const place = scheme.in === 'query' ? 'query parameter' : scheme.in;
      const form = scheme.prefix === undefined ? '' : ` as "${scheme.prefix} …"`;
      return `API key in the ${scheme.name} ${place}${form}`;
    }
    case 'other':
      return OTHER_TYPES[typeOf(api, scheme.pointer)] ?? name;
    case undefined:
      return name;
  }
}

function typeOf({ document }: ApiModel, pointer: Pointer): string {
  return stringOf(objectOf(valueAt(document, pointer))['type']) ?? '';
}

const HTTP_SCHEMES: Readonly<Record<string, string>> = {
  bearer: 'bearer token',
  basic: 'user name and password (HTTP Basic)',
};

const OTHER_TYPES: Readonly<Record<string, string>> = {
  oauth2: 'OAuth 2.0',
  openIdConnect: 'OpenID Connect',
  mutualTLS: 'client certificate (mutual TLS)',
};
