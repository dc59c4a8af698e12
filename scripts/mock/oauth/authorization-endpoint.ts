import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import { isKnownClient, KNOWN_CLIENT } from './client.ts';
import { parseForm, receiveForm, type Form } from './form.ts';
import { chooseScopes, issueAccessToken, toGrant } from './issue.ts';
import {
  answerError,
  answerMethod,
  failWith,
  isOAuthError,
  type OAuthError,
} from './oauth-answer.ts';
import type { Realm } from './realm.ts';

/** Seconds in which a code must be used (RFC 6749, section 4.1.2). */
const CODE_LIFETIME = 60;

/** What is told to a client at its address. */
type Told = Readonly<Record<string, string>>;

/**
 * The authorization endpoint (RFC 6749, section 3.1): its user, of whom nobody asks anything, agrees at once.
 * What is wrong with the client or its address is told to the user, everything else to the client.
 */
export function answerAuthorization(
  realm: Realm,
  arrival: Arrival,
  { issuer }: { readonly issuer: string },
): Eventual<Answer> {
  const { method, query } = arrival;
  if (method !== 'GET' && method !== 'POST') return answerMethod('GET, POST');
  const read = method === 'GET' ? parseForm(query) : receiveForm(arrival);
  return whenThere(read, (form) => {
    if (isOAuthError(form)) return answerError(form);
    const client = form.get('client_id');
    if (client === undefined || !isKnownClient(client, realm.mode)) {
      const known = `The mock knows the client_id ${KNOWN_CLIENT}; --auth any takes all.`;
      return answerError(failWith('invalid_request', known));
    }
    const redirect = form.get('redirect_uri') ?? '';
    const address = URL.parse(redirect);
    // RFC 6749, section 3.1.2: absolute, and without a fragment.
    if (!address || !/^[!-~]+$/.test(redirect) || redirect.includes('#') || runs(address)) {
      return answerError(failWith('invalid_request', 'The redirect_uri is no absolute address.'));
    }
    const told = tell(realm, form, client);
    const state = form.get('state');
    // RFC 9207: who answers says so.
    const words = { ...told.words, ...(state !== undefined && { state }), iss: issuer };
    const location = withWords(redirect, words, told.isFragment);
    return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: undefined };
  });
}

function tell(
  realm: Realm,
  form: Form,
  client: string,
): { readonly words: Told; readonly isFragment: boolean } {
  const type = form.get('response_type');
  const isFragment = type === 'token' || form.get('response_mode') === 'fragment';
  const given = agree(realm, form, client);
  const words = isOAuthError(given)
    ? { error: given.error, error_description: given.description }
    : given;
  return { words, isFragment };
}

function agree(realm: Realm, form: Form, client: string): Told | OAuthError {
  const { kinds, scopes: possible, sealers } = realm;
  const type = form.get('response_type');
  if (type === undefined) return failWith('invalid_request', 'No response_type came.');
  const scopes = chooseScopes(form.get('scope'), possible);
  if (isOAuthError(scopes)) return scopes;
  const user = KNOWN_CLIENT;
  if (type === 'token' && kinds.has('implicit')) {
    const { expires_in: seconds, ...token } = issueAccessToken(realm, { client, user, scopes });
    return { ...token, expires_in: String(seconds) };
  }
  if (type !== 'code' || !kinds.has('authorizationCode')) {
    return failWith('unsupported_response_type', `This scheme has no flow for ${type}.`);
  }
  const method = form.get('code_challenge_method') ?? 'plain';
  const challenge = form.get('code_challenge');
  if (challenge !== undefined && method !== 'S256' && method !== 'plain') {
    return failWith('invalid_request', 'The code_challenge_method is S256 or plain.');
  }
  const [nonce, redirect] = [form.get('nonce'), form.get('redirect_uri')];
  const grant = { client, user, scopes, nonce, redirect, challenge, method };
  return { code: sealers.code.seal(toGrant(realm, grant, CODE_LIFETIME)) };
}

/** An address with parameters beside those that it has. */
function withWords(address: string, words: Told, isFragment: boolean): string {
  const text = new URLSearchParams(words).toString();
  if (isFragment) return `${address}#${text}`;
  return `${address}${address.includes('?') ? '&' : '?'}${text}`;
}

/** Whether a browser would take an address for a page or a script of its own: nothing is sent there. */
function runs({ protocol }: URL): boolean {
  return /^(javascript|data|vbscript|file|blob|about):$/.test(protocol);
}
