import type { Clock } from '../../base/clock.ts';
import { stringOf, type JsonObject } from '../../base/json.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { OAuthFlow, SecurityScheme } from '../../model/security.ts';
import type { AuthMode } from '../access/authenticate.ts';
import { scopesOf } from '../../wire/credentials.ts';
import { toSealer, type Sealer } from '../session/sealer.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** One security scheme of an API for which the mock gives out tokens. */
export interface Realm {
  readonly api: string;
  /** Name of the scheme. */
  readonly scheme: string;
  /** Path of its endpoints in the mock, without a slash at its end. */
  readonly path: string;
  readonly isOpenId: boolean;
  readonly kinds: ReadonlySet<OAuthFlow['kind']>;
  /** Everything that a token of it may be good for. */
  readonly scopes: readonly string[];
  readonly clock: Clock;
  readonly mode: AuthMode | undefined;
  readonly sealers: Readonly<Record<TokenKind, Sealer>>;
}

const TOKEN_KINDS = ['access', 'refresh', 'code', 'device'] as const;
type TokenKind = (typeof TOKEN_KINDS)[number];

/** What a token, a code or a request of a device stands for. */
export interface Grant {
  readonly id: string;
  readonly client: string;
  /** Who has agreed; undefined where the client acts for itself. */
  readonly user: string | undefined;
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly nonce?: string | undefined;
  readonly redirect?: string | undefined;
  readonly challenge?: string | undefined;
  readonly method?: string | undefined;
}

/** Whom a token is for, and for what. */
export type Granted = Pick<Grant, 'client' | 'user' | 'scopes' | 'nonce'>;

/** Scopes that OpenID Connect Core defines (sections 3.1.2.1, 5.4 and 11). */
const OPENID_SCOPES = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'];

interface RealmOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly mode: AuthMode | undefined;
}

/** The realms of an API: one for each scheme of the types `oauth2` and `openIdConnect`. */
export function realmsOf(api: ApiModel, { clock, seed, mode }: RealmOptions): readonly Realm[] {
  return [...api.securitySchemes].flatMap(([scheme, it]): Realm[] => {
    if (it.type !== 'oauth2' && it.type !== 'openIdConnect') return [];
    const sealerOf = (kind: TokenKind) => toSealer(`${kind} ${api.name} ${scheme}`, seed);
    return [
      {
        api: api.name,
        scheme,
        path: realmPath(api.name, scheme),
        isOpenId: it.type === 'openIdConnect',
        kinds: kindsOf(it),
        scopes: possibleScopes(api, scheme, it),
        clock,
        mode,
        sealers: {
          access: sealerOf('access'),
          refresh: sealerOf('refresh'),
          code: sealerOf('code'),
          device: sealerOf('device'),
        },
      },
    ];
  });
}

/** Where the endpoints of a scheme stand in the mock, beside the paths of its API. */
export function realmPath(api: string, scheme: string): string {
  return `/${api}/.oauth/${encodeComponent(scheme)}`;
}

/** A provider of OpenID Connect tells what it can do itself: ours can do everything. */
function kindsOf(
  scheme: Extract<SecurityScheme, { type: 'oauth2' | 'openIdConnect' }>,
): Realm['kinds'] {
  if (scheme.type === 'oauth2') return new Set(scheme.flows.map(({ kind }) => kind));
  return new Set([
    'implicit',
    'password',
    'clientCredentials',
    'authorizationCode',
    'deviceAuthorization',
  ]);
}

/** What the flows declare, and what operations ask for besides. */
function possibleScopes(api: ApiModel, name: string, scheme: SecurityScheme): readonly string[] {
  const declared = scheme.type === 'oauth2' ? scheme.flows.flatMap(({ scopes }) => scopes) : [];
  const own = scheme.type === 'openIdConnect' ? OPENID_SCOPES : [];
  return [...new Set([...own, ...declared, ...scopesOf(api, name)])];
}

/** What a token of a kind stands for, if the realm has made it and it has not ended. */
export function openGrant(
  { sealers, clock }: Realm,
  kind: TokenKind,
  token: string,
): Grant | 'expired' | undefined {
  const content = sealers[kind].open(token);
  if (!content) return undefined;
  const grant = toGrant(content);
  return grant.expires <= clock.now() ? 'expired' : grant;
}

/** Sealed by us, and so of the shape that we gave it. */
function toGrant(content: JsonObject): Grant {
  const { id, client, scopes, expires } = content;
  return {
    id: stringOf(id) ?? '',
    client: stringOf(client) ?? '',
    user: stringOf(content['user']),
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    expires: Number(expires),
    nonce: stringOf(content['nonce']),
    redirect: stringOf(content['redirect']),
    challenge: stringOf(content['challenge']),
    method: stringOf(content['method']),
  };
}
