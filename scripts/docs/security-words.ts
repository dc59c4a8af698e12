import type { ApiModel, SecurityRequirement } from '../core/api-model.ts';
import { objectOf, stringOf } from '../core/json.ts';
import { valueAt, type Pointer } from '../core/json-pointer.ts';

/** The ways in which a client identifies itself, one sentence part per alternative in use. */
export function securityWords(api: ApiModel): string[] {
  const alternatives = api.operations.flatMap(({ security }) =>
    security.map((requirement) => requirementWords(api, requirement)),
  );
  const isPublic = api.operations.some(({ security }) => security.length === 0);
  return [...new Set([...alternatives, ...(isPublic ? [NO_CREDENTIAL] : [])])];
}

const NO_CREDENTIAL = 'no credential';

function requirementWords(api: ApiModel, requirement: SecurityRequirement): string {
  if (requirement.size === 0) return NO_CREDENTIAL;
  return [...requirement.keys()].map((name) => schemeWords(api, name)).join(' and ');
}

function schemeWords(api: ApiModel, name: string): string {
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
