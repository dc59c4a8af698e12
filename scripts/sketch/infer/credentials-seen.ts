import type { JsonObject } from '../../base/json.ts';
import { sampleHeader, openName, type SampleField, type RequestSample } from '../sample.ts';
import { requestAddressOf } from './addresses.ts';

/** The credentials of a request: schemes by the names that they get, and the values themselves. */
export interface CredentialsSeen {
  readonly schemes: ReadonlyMap<string, JsonObject>;
  readonly secrets: readonly string[];
}

const KEY_HEADER = /(^|-)(api-?key|apikey|key|token|secret|auth|authorization)$|^authorization$/i;
/** What is called like that and lets nobody in. */
const NO_KEY = /idempotency|csrf|xsrf|recaptcha|device|proxy|sec-websocket|page/i;
const KEY_QUERY =
  /^(api[-_]?key|apikey|key|access[-_]?token|auth[-_]?token|token|auth|client[-_]?secret)$/i;
const SESSION_COOKIE = /sess|sid$|auth|token|jwt/i;

export function isKeyHeader(name: string): boolean {
  return KEY_HEADER.test(name) && !NO_KEY.test(name);
}

export function isKeyQuery(name: string): boolean {
  return KEY_QUERY.test(name);
}

/** Recognises how a request proves who sends it. */
export function credentialsIn(sample: RequestSample): CredentialsSeen {
  const schemes = new Map<string, JsonObject>();
  const secrets: string[] = [];
  const { query, hasUser } = requestAddressOf(sample);
  const authorization = sampleHeader(sample.headers, 'authorization');
  if (authorization !== undefined || hasUser) {
    const [, word = '', value = ''] = /^(\S+)\s+(.+)$/s.exec(authorization ?? 'Basic user') ?? [];
    const kind = word.toLowerCase();
    if (kind === 'bearer') schemes.set('bearerAuth', { type: 'http', scheme: 'bearer' });
    else if (kind === 'basic') schemes.set('basicAuth', { type: 'http', scheme: 'basic' });
    else
      schemes.set('authorization', {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        ...(word !== '' && { 'x-prefix': word }),
      });
    secrets.push(value || (authorization ?? ''));
  }
  for (const [name, value] of sample.headers) {
    if (name.toLowerCase() === 'authorization' || !isKeyHeader(name)) continue;
    schemes.set(openName(name.replace(/^x-/i, '')), { type: 'apiKey', in: 'header', name });
    secrets.push(value);
  }
  for (const [name, value] of query) {
    if (!isKeyQuery(name)) continue;
    schemes.set(openName(name), { type: 'apiKey', in: 'query', name });
    secrets.push(value);
  }
  for (const [name, value] of cookiesOf(sample.headers)) {
    secrets.push(value);
    if (SESSION_COOKIE.test(name))
      schemes.set(openName(name), { type: 'apiKey', in: 'cookie', name });
  }
  // What is short, or left open, would be found in other words.
  return { schemes, secrets: secrets.filter((it) => it.length >= 6 && !it.includes('{')) };
}

function cookiesOf(headers: readonly SampleField[]): SampleField[] {
  return (sampleHeader(headers, 'cookie') ?? '').split(';').flatMap((pair): SampleField[] => {
    const [name = '', value = ''] = pair.trim().split(/=(.*)/s);
    return name === '' ? [] : [[name, value]];
  });
}
