import type { ApiModel, Operation, SecurityScheme } from '../../core/api-model.ts';
import type { Credential } from '../../core/fixtures.ts';
import type { HeaderFields } from '../../core/exchange.ts';

/** Secret of each security scheme, by the scheme's name. */
export type Secrets = ReadonlyMap<string, string>;

/** What a credential adds to a request. */
export interface AppliedCredential {
  readonly headers: HeaderFields;
  readonly query: readonly string[];
  readonly cookies: readonly string[];
}

export const NO_CREDENTIAL: AppliedCredential = { headers: [], query: [], cookies: [] };

/**
 * The credential for an operation: the first security requirement all of whose schemes have a secret
 * (OpenAPI 3.1.1, section 4.8.30); undefined where secrets are needed and missing.
 */
export function credentialFor(
  api: ApiModel,
  operation: Operation,
  secrets: Secrets,
): AppliedCredential | undefined {
  if (operation.security.length === 0) return NO_CREDENTIAL;
  for (const requirement of operation.security) {
    const parts = [...requirement.keys()].map((name) => {
      const scheme = api.securitySchemes.get(name);
      const secret = secrets.get(name);
      return scheme && secret !== undefined ? apply(scheme, secret) : undefined;
    });
    if (parts.every((part) => part !== undefined)) return together(parts);
  }
  return undefined;
}

function apply(scheme: SecurityScheme, secret: string): AppliedCredential | undefined {
  if (scheme.type === 'http') {
    const [first = '', ...rest] = scheme.scheme;
    return {
      ...NO_CREDENTIAL,
      headers: [['authorization', `${first.toUpperCase()}${rest.join('')} ${secret}`]],
    };
  }
  if (scheme.type !== 'apiKey') return undefined;
  const value = scheme.prefix === undefined ? secret : `${scheme.prefix} ${secret}`;
  switch (scheme.in) {
    case 'header':
      return { ...NO_CREDENTIAL, headers: [[scheme.name, value]] };
    case 'query':
      return { ...NO_CREDENTIAL, query: [`${scheme.name}=${encodeURIComponent(value)}`] };
    case 'cookie':
      return { ...NO_CREDENTIAL, cookies: [`${scheme.name}=${value}`] };
  }
}

function together(parts: readonly AppliedCredential[]): AppliedCredential {
  return {
    headers: parts.flatMap(({ headers }) => headers),
    query: parts.flatMap(({ query }) => query),
    cookies: parts.flatMap(({ cookies }) => cookies),
  };
}

/**
 * The fixtures' secrets to test a mock with: of each scheme the first that may write, has not expired
 * and, where quotas exist, belongs to a plan without a fixed one, so that no quota ends a run.
 */
export function fixtureSecrets(api: ApiModel, now: number): Secrets {
  const usable = api.fixtures.credentials.filter(
    ({ access, expires }) =>
      access === 'write' && (expires === undefined || Date.parse(expires) > now),
  );
  const ranked = usable.toSorted((left, right) => rank(api, left) - rank(api, right));
  return new Map(ranked.toReversed().map(({ scheme, value }) => [scheme, value]));
}

function rank(api: ApiModel, { plan }: Credential): number {
  const quotas = Object.values(api.policies.rateLimits?.quotas ?? {});
  return plan !== undefined && quotas.every((byPlan) => byPlan[plan] === 'custom') ? 0 : 1;
}
