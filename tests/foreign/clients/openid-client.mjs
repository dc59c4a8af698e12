// What openid-client makes of the mock's tokens, as lines of JSON; run by tests/foreign/openid-client.test.ts.
import * as client from 'openid-client';

const [origin, scheme, scope, resource] = process.argv.slice(2);
const isOpenId = scope.split(' ').includes('openid');
const config = await client.discovery(
  new URL(`${origin}/shop/.oauth/${scheme}`),
  'kiln',
  'kiln',
  undefined,
  { execute: [client.allowInsecureRequests], algorithm: isOpenId ? 'oidc' : 'oauth2' },
);
const seen = {};

const own = await client.clientCredentialsGrant(config, {});
seen.clientCredentials = [own.token_type, own.expiresIn() > 3500];

const [verifier, state, nonce] = [
  client.randomPKCECodeVerifier(),
  client.randomState(),
  client.randomNonce(),
];
const address = client.buildAuthorizationUrl(config, {
  redirect_uri: 'http://127.0.0.1:9/back',
  scope,
  state,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  ...(isOpenId && { nonce }),
});
const sent = await fetch(address, { redirect: 'manual' });
const tokens = await client.authorizationCodeGrant(config, new URL(sent.headers.get('location')), {
  pkceCodeVerifier: verifier,
  expectedState: state,
  ...(isOpenId && { expectedNonce: nonce, idTokenExpected: true }),
});
seen.code = tokens.scope;
seen.user = isOpenId
  ? (await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)).sub
  : undefined;
seen.refreshed = (await client.refreshTokenGrant(config, tokens.refresh_token)).scope;

const device = await client.initiateDeviceAuthorization(config, { scope });
const given = await client.pollDeviceAuthorizationGrant(config, device);
seen.device = given.scope;

const ask = () =>
  client
    .fetchProtectedResource(config, given.access_token, new URL(origin + resource), 'GET')
    .then(({ status }) => status)
    .catch(({ cause }) => cause[0].parameters.error);
seen.before = await ask();
await client.tokenRevocation(config, given.access_token);
seen.revoked = await ask();
seen.refused = await client
  .clientCredentialsGrant(config, { scope: 'nobody-knows' })
  .catch(({ error }) => error);
process.stdout.write(JSON.stringify(seen));
