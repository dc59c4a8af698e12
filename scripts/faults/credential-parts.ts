import type { ApiModel, Operation } from '../model/api-model.ts';
import type { SecurityRequirement, SecurityScheme } from '../model/security.ts';
import type { Credential } from '../model/fixtures.ts';
import type { Call } from '../wire/call.ts';
import { credentialPair } from '../wire/credential-text.ts';
import { plainSecretOf, writeCredential } from '../wire/credential.ts';
import { credentialsOf, readPresented } from '../wire/credentials.ts';
import type { RequestDraft } from './operator.ts';
import { withField } from './request-parts.ts';

type Carrier = Pick<Call, 'headers' | 'query'> | Pick<RequestDraft, 'headers' | 'query'>;

/** A scheme and what is sent for it. */
export interface Secret {
  readonly scheme: SecurityScheme;
  readonly value: string;
}

/** What an operation wants of a credential, and what is known to satisfy it. */
export interface Way {
  readonly requirement: SecurityRequirement;
  readonly secrets: readonly Secret[];
}

/** The ways into an operation for which there are credentials that may write and do not end. */
export function waysInto(api: ApiModel, { security }: Operation): readonly Way[] {
  return security.flatMap((requirement): Way[] => {
    const names = [...requirement.keys()];
    const [first] = lastingOf(api, names[0] ?? '');
    const secrets = names.flatMap((name) => {
      const own = lastingOf(api, name);
      // What goes together shares an id.
      return secretOf(api, own.find(({ id }) => id === first?.id) ?? own[0]);
    });
    return names.length > 0 && secrets.length === names.length ? [{ requirement, secrets }] : [];
  });
}

/** Credentials of a scheme that may do everything and do not end, plans without a fixed quota last. */
export function lastingOf(api: ApiModel, scheme: string): readonly Credential[] {
  return credentialsOf(api).filter(
    (it) => it.scheme === scheme && it.expires === undefined && it.access === 'write',
  );
}

/** A credential as something to send. */
export function secretOf(api: ApiModel, credential: Credential | undefined): readonly Secret[] {
  const scheme = credential && api.securitySchemes.get(credential.scheme);
  return scheme ? [{ scheme, value: credential.value }] : [];
}

/** The request with these credentials and no others of the API's. */
export function withSecrets<T extends Carrier>(
  api: ApiModel,
  request: T,
  secrets: readonly Secret[],
): T {
  return secrets.reduce(withSecret, withoutSecrets(api, request));
}

export function withoutSecrets<T extends Carrier>(api: ApiModel, request: T): T {
  return [...api.securitySchemes.values()].reduce<T>((rest, scheme) => {
    if (scheme.type !== 'apiKey') return withField(rest, 'authorization', undefined);
    const { in: location, name } = scheme;
    if (location === 'header') return withField(rest, name, undefined);
    const isOther = (piece: string) => piece.trim() !== '' && !piece.trim().startsWith(`${name}=`);
    if (location === 'query') {
      return { ...rest, query: rest.query.split('&').filter(isOther).join('&') };
    }
    const cookies = (rest.headers['cookie'] ?? '').split(';').filter(isOther).join(';');
    return withField(rest, 'cookie', cookies || undefined);
  }, request);
}

function withSecret<T extends Carrier>(request: T, secret: Secret): T {
  const [name, value] = linesOf(secret);
  if (name === '?') return { ...request, query: [request.query, value].filter(Boolean).join('&') };
  const before = name === 'cookie' ? (request.headers['cookie'] ?? '') : '';
  return withField(request, name, before === '' ? value : `${before}; ${value}`);
}

/** Name and value of the header field that carries a secret; `?` for a query. */
function linesOf({ scheme, value }: Secret): readonly [name: string, value: string] {
  const written = writeCredential(scheme, value);
  if (written.in === 'query') return ['?', credentialPair(written)];
  return written.in === 'cookie'
    ? ['cookie', credentialPair(written)]
    : [written.name.toLowerCase(), written.value];
}

/** What a request shows for a scheme, by the fixtures. */
export function judgeSecret(
  api: ApiModel,
  name: string,
  call: Call,
  now: number,
): 'missing' | 'malformed' | 'unknown' | 'expired' | Credential {
  const scheme = api.securitySchemes.get(name);
  const presented = scheme && readPresented(scheme, call);
  if (presented === undefined) return 'missing';
  if (presented === 'malformed') return 'malformed';
  const own = credentialsOf(api).filter((it) => it.scheme === name);
  const credential = own.find(({ value }) => plainSecretOf(scheme, value) === presented.secret);
  if (!credential) return 'unknown';
  return credential.expires !== undefined && Date.parse(credential.expires) <= now
    ? 'expired'
    : credential;
}
