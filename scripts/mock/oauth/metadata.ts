import type { Realm } from './realm.ts';
import { grantTypesOf } from './token-endpoint.ts';

/**
 * What a realm tells of itself (RFC 8414, section 2; OpenID Connect Discovery 1.0, section 3): only what it
 * has, so that a client does not ask for more.
 */
export function metadataOf(realm: Realm, issuer: string): object {
  const { kinds, scopes, isOpenId } = realm;
  const hasCode = kinds.has('authorizationCode');
  const responses = [...(hasCode ? ['code'] : []), ...(kinds.has('implicit') ? ['token'] : [])];
  return {
    issuer,
    ...(responses.length > 0 && { authorization_endpoint: `${issuer}/authorize` }),
    token_endpoint: `${issuer}/token`,
    ...(kinds.has('deviceAuthorization') && {
      device_authorization_endpoint: `${issuer}/device_authorization`,
    }),
    revocation_endpoint: `${issuer}/revoke`,
    ...(isOpenId && { userinfo_endpoint: `${issuer}/userinfo` }),
    jwks_uri: `${issuer}/jwks`,
    scopes_supported: scopes,
    response_types_supported: responses,
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: [...grantTypesOf(realm), ...(kinds.has('implicit') ? ['implicit'] : [])],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    ...(hasCode && { code_challenge_methods_supported: ['S256', 'plain'] }),
    authorization_response_iss_parameter_supported: true,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
