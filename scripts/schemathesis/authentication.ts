import type { ApiModel } from '../model/api-model.ts';
import type { SecurityScheme } from '../model/security.ts';
import { decodeBasic, isBasic, placeOfCredential } from '../wire/credential.ts';
import type { Toml } from './toml.ts';

/** How Schemathesis signs its requests. */
export interface Authentication {
  /** The table `auth.openapi` of its configuration, which names variables in place of secrets. */
  readonly schemes: Toml;
  /** Those variables, for its environment: a command line shows to everybody. */
  readonly environment: Readonly<Record<string, string>>;
  /** Schemes with a secret that it has no way to send. */
  readonly unsupported: readonly string[];
}

/** The security schemes that there is a secret for (Security Scheme Object, OpenAPI 3.1.1). */
export function toAuthentication(
  { securitySchemes }: ApiModel,
  secrets: ReadonlyMap<string, string>,
): Authentication {
  const environment: Record<string, string> = {};
  const schemes: Record<string, Toml> = {};
  const unsupported: string[] = [];
  const hide = (secret: string): string => {
    const name = `KILN_SECRET_${Object.keys(environment).length}`;
    environment[name] = secret;
    return `\${${name}}`;
  };
  for (const [name, scheme] of securitySchemes) {
    const secret = secrets.get(name);
    if (secret === undefined) continue;
    const table = tableOf(scheme, secret, hide);
    if (table) schemes[name] = table;
    else unsupported.push(name);
  }
  return { schemes, environment, unsupported };
}

function tableOf(
  scheme: SecurityScheme,
  secret: string,
  hide: (secret: string) => string,
): Toml | undefined {
  if (scheme.type === 'apiKey') {
    return { api_key: `${placeOfCredential(scheme).prefix}${hide(secret)}` };
  }
  if (scheme.type !== 'http') return undefined;
  if (scheme.scheme.toLowerCase() === 'bearer') return { bearer: hide(secret) };
  const pair = isBasic(scheme) ? decodeBasic(secret) : undefined;
  if (pair === undefined) return undefined;
  const [user = '', ...password] = pair.split(':');
  return { username: hide(user), password: hide(password.join(':')) };
}
