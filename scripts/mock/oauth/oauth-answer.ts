import type { Answer } from '../../wire/answer.ts';

/** The error codes of RFC 6749, sections 4.1.2.1 and 5.2, RFC 8628, section 3.5, and RFC 7009, section 2.2.1. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_token'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_token_type'
  | 'access_denied'
  | 'authorization_pending'
  | 'expired_token';

/** Why a token is not given. */
export interface OAuthError {
  readonly error: OAuthErrorCode;
  readonly description: string;
}

export function failWith(error: OAuthErrorCode, description: string): OAuthError {
  return { error, description };
}

export function isOAuthError(value: object): value is OAuthError {
  return 'error' in value;
}

/** Tokens are for nobody else to keep (RFC 6749, section 5.1). */
const PRIVATE = { 'cache-control': 'no-store', pragma: 'no-cache' };

export function answerJson(body: object, status = 200): Answer {
  return {
    status,
    headers: { ...PRIVATE, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** An error as RFC 6749, section 5.2, words it; who the client is may be asked again. */
export function answerError({ error, description }: OAuthError): Answer {
  const answer = answerJson(
    { error, error_description: description },
    error === 'invalid_client' || error === 'invalid_token' ? 401 : 400,
  );
  const challenge = CHALLENGES.get(error);
  return challenge === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
}

const CHALLENGES: ReadonlyMap<OAuthErrorCode, string> = new Map([
  ['invalid_client', 'Basic realm="clients"'],
  ['invalid_token', 'Bearer realm="users", error="invalid_token"'],
]);

/** Another method than an endpoint takes. */
export function answerMethod(allow: string): Answer {
  const body = { error: 'invalid_request', error_description: `Send ${allow}.` };
  const answer = answerJson(body, 405);
  return { ...answer, headers: { ...answer.headers, allow } };
}
