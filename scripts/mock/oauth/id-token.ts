import { createSign, generateKeyPair, type JsonWebKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Granted, Realm } from './realm.ts';

const generate = promisify(generateKeyPair);

interface Key {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: JsonWebKey;
}

let made: Promise<Key> | undefined;

/** The key of this process: made when somebody needs it, for no one has to know it beforehand. */
function ownKey(): Promise<Key> {
  return (made ??= generate('rsa', { modulusLength: 2048 }).then(({ privateKey, publicKey }) => {
    return { id: 'kiln', privateKey, publicKey: publicKey.export({ format: 'jwk' }) };
  }));
}

/** The key that ID Tokens are signed with, as others read it (RFC 7517, section 5). */
export async function keySet(): Promise<object> {
  const { id, publicKey } = await ownKey();
  return { keys: [{ ...publicKey, kid: id, use: 'sig', alg: 'RS256' }] };
}

/** An ID Token (OpenID Connect Core 1.0, section 2), signed as every client can check it (section 15.1). */
export async function signIdToken(
  { clock }: Realm,
  issuer: string,
  { client, user, nonce }: Granted,
  seconds: number,
): Promise<string> {
  const { id, privateKey } = await ownKey();
  const now = Math.floor(clock.now() / 1000);
  const claims = {
    iss: issuer,
    sub: user,
    aud: client,
    iat: now,
    exp: now + seconds,
    auth_time: now,
    ...(nonce !== undefined && { nonce }),
  };
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: id }, claims];
  const content = parts
    .map((it) => Buffer.from(JSON.stringify(it)).toString('base64url'))
    .join('.');
  return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
}
