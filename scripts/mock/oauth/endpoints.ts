import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { toServerRouter } from '../../model/router.ts';
import type { OAuthFlow } from '../../model/security.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import { findMount, type Mount } from '../mounts.ts';
import type { Store } from '../state/store.ts';
import type { RealmPlace } from './asking.ts';
import { answerAuthorization } from './authorization-endpoint.ts';
import { answerDevice, answerVerification } from './device.ts';
import { metadataOf } from './metadata.ts';
import { keySet } from './id-token.ts';
import { answerRevocation, answerUserInfo } from './issued-tokens.ts';
import { answerJson, answerMethod } from './oauth-answer.ts';
import { realmPath, type Realm } from './realm.ts';
import { answerTokenRequest } from './token-endpoint.ts';

/** Answers a request at one address of a realm. */
export type Endpoint = (arrival: Arrival, store: Store) => Eventual<Answer>;

type Serve = (realm: Realm, arrival: Arrival, place: RealmPlace) => Eventual<Answer>;

const SERVED = {
  token: answerTokenRequest,
  authorize: answerAuthorization,
  device_authorization: answerDevice,
  device: answerVerification,
  revoke: answerRevocation,
  userinfo: answerUserInfo,
  jwks: reading(() => whenThere(keySet(), answerJson)),
  metadata: reading((realm, { issuer }) => answerJson(metadataOf(realm, issuer))),
} as const satisfies Record<string, Serve>;

/** The well-known names of metadata (RFC 8414, section 3; OpenID Connect Discovery 1.0, section 4). */
const WELL_KNOWN = ['oauth-authorization-server', 'openid-configuration'];

/** Every path in the mock at which a realm answers: its own, and those that the description documents. */
export function endpointsOf(
  api: ApiModel,
  realms: readonly Realm[],
  mounts: readonly Mount[],
): ReadonlyMap<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>();
  const add = (path: string, realm: Realm, serve: Serve): void => {
    // Schemes that share an address share what is there: the first of them.
    if (endpoints.has(path)) return;
    endpoints.set(path, (arrival, store) =>
      serve(realm, arrival, { issuer: `${originOf(arrival)}${realm.path}`, store }),
    );
  };
  for (const realm of realms) {
    for (const [name, serve] of Object.entries(SERVED)) {
      if (serve !== SERVED.metadata) add(`${realm.path}/${name}`, realm, serve);
    }
    for (const name of WELL_KNOWN) {
      add(`${realm.path}/.well-known/${name}`, realm, SERVED.metadata);
      add(`/.well-known/${name}${realm.path}`, realm, SERVED.metadata);
    }
    for (const [url, serve] of documentedOf(api, realm.scheme)) {
      for (const path of pathsOf(api, url, mounts)) add(path, realm, serve);
    }
  }
  return endpoints;
}

/** For each scheme where its tokens come from: the documented addresses that the mock has, else its own. */
export function tokenAddressesOf(
  api: ApiModel,
  mounts: readonly Mount[],
): readonly { readonly scheme: string; readonly paths: readonly string[] }[] {
  return [...api.securitySchemes].flatMap(([scheme, { type }]) => {
    if (type !== 'oauth2' && type !== 'openIdConnect') return [];
    const path = realmPath(api.name, scheme);
    if (type === 'openIdConnect') {
      return [{ scheme, paths: [`${path}/.well-known/openid-configuration`] }];
    }
    const documented = documentedOf(api, scheme)
      .filter(([, serve]) => serve === SERVED.token)
      .flatMap(([url]) => pathsOf(api, url, mounts));
    return [{ scheme, paths: [...new Set(documented), `${path}/token`] }];
  });
}

/** The addresses that a description documents, and what is there. */
function documentedOf({ securitySchemes }: ApiModel, name: string): readonly [string, Serve][] {
  const scheme = securitySchemes.get(name);
  if (scheme?.type === 'openIdConnect') return [[scheme.url, SERVED.metadata]];
  const flows: readonly OAuthFlow[] = scheme?.type === 'oauth2' ? scheme.flows : [];
  return flows.flatMap((flow) =>
    [
      [flow.tokenUrl, SERVED.token] as const,
      [flow.refreshUrl, SERVED.token] as const,
      [flow.authorizationUrl, SERVED.authorize] as const,
      [flow.deviceAuthorizationUrl, SERVED.device_authorization] as const,
    ].flatMap(([url, serve]): [string, Serve][] => (url === undefined ? [] : [[url, serve]])),
  );
}

/**
 * Where in the mock a documented address is: below each server that it lies under, and beside them where it
 * has the host of one; nowhere where an operation is.
 */
function pathsOf(
  { name, operations }: ApiModel,
  url: string,
  mounts: readonly Mount[],
): readonly string[] {
  const isFree = (path: string): boolean => {
    const { server, rest = '' } = findMount(mounts, path) ?? {};
    return server === undefined || !toServerRouter(operations, server)(rest);
  };
  return mounts
    .filter(({ api }) => api === name)
    .flatMap(({ server, basePath }) => {
      const base = URL.parse(server, 'http://kiln.invalid');
      // A relative one starts from the server (OpenAPI 3.1.1, section 4.6).
      const address = base && URL.parse(url, `${base.href.replace(/\/$/, '')}/`);
      if (!base || address?.origin !== base.origin) return [];
      const own = base.pathname.replace(/\/$/, '');
      const path = address.pathname.replace(/\/$/, '');
      const isBelow = path.startsWith(`${own}/`);
      return isBelow ? [`${basePath}${path.slice(own.length)}`] : [`/${name}${path}`];
    })
    .filter(isFree);
}

/** An endpoint that only tells something. */
function reading(tell: (realm: Realm, place: RealmPlace) => Eventual<Answer>): Serve {
  return (realm, { method }, place) =>
    method === 'GET' || method === 'HEAD' ? tell(realm, place) : answerMethod('GET');
}

/** Where the client finds the mock: as it has asked for it. */
function originOf({ headers, isSecure }: Arrival): string {
  const { host = '' } = headers;
  return `${isSecure ? 'https' : 'http'}://${/^[\w.:[\]-]+$/.test(host) ? host : '127.0.0.1'}`;
}
