import { loadText, startMock, type TestMock } from '../pets.ts';
import type { MockOptions } from '../../../scripts/mock/options.ts';

/** A description with every kind of security scheme. */
export const SHOP = `
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://api.shop.example/v1}]
security: [{oauth: [read]}]
paths:
  /items:
    get: {operationId: listItems, responses: &done {'204': {description: Done.}}}
    post: {operationId: addItem, security: [{oauth: [read, write]}], responses: *done}
  /either: {get: {operationId: either, security: [{oauth: [write]}, {key: []}], responses: *done}}
  /both: {get: {operationId: both, security: [{oauth: [write], key: []}], responses: *done}}
  /pair: {get: {operationId: pair, security: [{oauth: [read], login: []}], responses: *done}}
  /login: {get: {operationId: login, security: [{login: []}], responses: *done}}
  /me: {get: {operationId: me, security: [{oidc: [openid]}], responses: *done}}
  /digest: {get: {operationId: digest, security: [{digest: []}], responses: *done}}
  /digest-or-key: {get: {operationId: orKey, security: [{digest: []}, {key: []}], responses: *done}}
  /digest-and-key: {get: {operationId: andKey, security: [{digest: [], key: []}], responses: *done}}
  /tls: {get: {operationId: tls, security: [{tls: []}], responses: *done}}
  /lost: {get: {operationId: lost, security: [{nowhere: []}], responses: *done}}
  /optional: {get: {operationId: optional, security: [{oauth: [read]}, {}], responses: *done}}
  /open: {get: {operationId: open, security: [], responses: *done}}
  /taken/token: {post: {operationId: taken, security: [], responses: *done}}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://api.shop.example/v1/oauth/token, scopes: {read: r, write: w}}
        authorizationCode:
          tokenUrl: /v1/oauth/token
          authorizationUrl: https://api.shop.example/oauth/authorize
          scopes: {read: r, write: w}
        password: {tokenUrl: https://auth.shop.example/token, scopes: {read: r}}
        deviceAuthorization: {tokenUrl: /v1/oauth/token, deviceAuthorizationUrl: /v1/oauth/device, scopes: {read: r}}
    machine:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: https://api.shop.example/v1/taken/token, scopes: {}}}
    oidc: {type: openIdConnect, openIdConnectUrl: https://api.shop.example/v1/.well-known/openid-configuration}
    login: {type: http, scheme: basic}
    digest: {type: http, scheme: digest}
    tls: {type: mutualTLS}
    key: {type: apiKey, in: header, name: X-Key}
`;

export const BASIC = `Basic ${btoa('kiln:kiln')}`;
const OAUTH = '/shop/.oauth/oauth';

type Parameters = Readonly<Record<string, string>>;

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: Readonly<Record<string, unknown>>;
}

interface Shop extends TestMock {
  /** Posts a form as a client that is known, unless told otherwise. */
  readonly post: (
    path: string,
    form: Parameters | string,
    headers?: Parameters,
  ) => Promise<Answered>;
  readonly token: (form: Parameters, headers?: Parameters) => Promise<Answered>;
  /** The status of an operation, with a token. */
  readonly status: (path: string, token?: string, method?: 'GET' | 'POST') => Promise<number>;
}

export async function openShop(options: Partial<MockOptions> = {}): Promise<Shop> {
  const mock = await startMock([await loadText(SHOP, undefined, 'shop')], options);
  const post: Shop['post'] = async (url, form, headers = { authorization: BASIC }) => {
    const {
      statusCode,
      headers: told,
      body,
    } = await mock.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    });
    const json = JSON.parse(body || '{}') as Answered['json'];
    return { status: statusCode, headers: told, json };
  };
  return {
    ...mock,
    post,
    token: (form, headers) => post(`${OAUTH}/token`, form, headers),
    async status(path, token, method = 'GET') {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const { statusCode } = await mock.inject({ method, url: `/shop/v1${path}`, headers });
      return statusCode;
    },
  };
}
