import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { SecurityScheme } from '../../model/security.ts';
import { credentialPair } from '../../wire/credential-text.ts';
import { carriedTogether, writeCredential } from '../../wire/credential.ts';
import type { HeaderFields } from '../../wire/exchange.ts';

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
  // What a request cannot carry as a whole is a last resort.
  const isWhole = (names: readonly string[]) =>
    carriedTogether(api.securitySchemes, names).length === names.length;
  return operation.security
    .toSorted(
      (left, right) => Number(isWhole([...right.keys()])) - Number(isWhole([...left.keys()])),
    )
    .map((requirement) => credentialOf(api, [...requirement.keys()], secrets))
    .find((credential) => credential !== undefined);
}

/** The credential that satisfies these schemes together, as far as a request can carry it; undefined where one has no secret. */
export function credentialOf(
  api: ApiModel,
  schemes: readonly string[],
  secrets: Secrets,
): AppliedCredential | undefined {
  const parts = carriedTogether(api.securitySchemes, schemes).map((name) => {
    const secret = secrets.get(name);
    return secret === undefined ? undefined : apply(api.securitySchemes.get(name), secret);
  });
  return parts.every((part) => part !== undefined) ? together(parts) : undefined;
}

/** What no message carries, such as a certificate, adds nothing to one. */
function apply(scheme: SecurityScheme | undefined, secret: string): AppliedCredential {
  if (!scheme || scheme.type === 'mutualTLS' || scheme.type === 'other') return NO_CREDENTIAL;
  const written = writeCredential(scheme, secret);
  const { in: location, name, value } = written;
  // Requests are told with their fields in lower case where HTTP names them.
  const field = scheme.type === 'apiKey' ? name : name.toLowerCase();
  return {
    headers: location === 'header' ? [[field, value]] : [],
    query: location === 'query' ? [credentialPair(written)] : [],
    cookies: location === 'cookie' ? [credentialPair(written)] : [],
  };
}

function together(parts: readonly AppliedCredential[]): AppliedCredential {
  return {
    headers: parts.flatMap(({ headers }) => headers),
    query: parts.flatMap(({ query }) => query),
    cookies: parts.flatMap(({ cookies }) => cookies),
  };
}
