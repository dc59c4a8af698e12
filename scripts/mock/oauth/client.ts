import { decodeBasic } from '../../wire/credential.ts';
import type { AuthMode } from '../access/authenticate.ts';
import type { Arrival } from '../http/arrival.ts';
import type { Form } from './form.ts';
import { failWith, type OAuthError } from './oauth-answer.ts';

/** Id and secret of the client that a mock knows, and name and password of its user. */
export const KNOWN_CLIENT = 'kiln';

/** Who asks for a token. */
export interface Client {
  readonly id: string;
  /** Whether it has proved to be that client. */
  readonly isProven: boolean;
}

/**
 * The client of a request to the token endpoint (RFC 6749, section 2.3): by HTTP Basic, in the form, or by
 * its id alone where it can keep no secret.
 */
export function readClient(
  { headers }: Arrival,
  form: Form,
  mode: AuthMode | undefined,
): Client | OAuthError {
  const basic = readBasic(headers.authorization);
  if (basic === 'malformed') return failWith('invalid_client', 'The Authorization is not Basic.');
  const secret = basic?.secret ?? form.get('client_secret');
  if (basic && form.has('client_secret')) {
    return failWith('invalid_request', 'The client authenticates in two ways.');
  }
  const id = basic?.id ?? form.get('client_id');
  if (id === undefined) return failWith('invalid_client', 'No client authentication came.');
  if (mode !== undefined) return { id, isProven: true };
  if (form.has('client_assertion')) {
    return failWith('invalid_client', 'The mock knows no keys of clients; --auth any takes all.');
  }
  const isKnown = id === KNOWN_CLIENT && [undefined, KNOWN_CLIENT].includes(secret);
  if (!isKnown) return failWith('invalid_client', 'The mock knows no such client.');
  return { id, isProven: secret !== undefined };
}

/** Whether a client may be sent on from the authorization endpoint. */
export function isKnownClient(id: string, mode: AuthMode | undefined): boolean {
  return mode !== undefined || id === KNOWN_CLIENT;
}

/** Id and secret, each encoded as in a form before they are joined (RFC 6749, section 2.3.1). */
function readBasic(
  authorization: string | undefined,
): { readonly id: string; readonly secret: string } | 'malformed' | undefined {
  if (authorization === undefined) return undefined;
  const [, text] = /^basic +(\S+)$/i.exec(authorization) ?? [];
  const pair = text === undefined ? undefined : decodeBasic(text);
  if (pair === undefined) return 'malformed';
  const colon = pair.indexOf(':');
  return { id: decode(pair.slice(0, colon)), secret: decode(pair.slice(colon + 1)) };
}

function decode(text: string): string {
  return new URLSearchParams(`_=${text.replaceAll('&', '%26')}`).get('_') ?? text;
}
