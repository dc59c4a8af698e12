import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '../../base/json.ts';
import { objectOf } from '../../base/json.ts';

/** Makes tokens that say something, and reads back those that it has made itself. */
export interface Sealer {
  readonly seal: (content: object) => string;
  /** What a token says; undefined where somebody else has made it. */
  readonly open: (token: string) => JsonObject | undefined;
}

/** The key comes from the seed and the purpose: mocks that share both let each other's tokens in. */
export function toSealer(purpose: string, seed: number): Sealer {
  const key = createSecretKey(hash('sha256', `kiln ${purpose} ${seed}`, 'buffer'));
  const sign = (content: string) => createHmac('sha256', key).update(content).digest('base64url');
  return {
    seal(content) {
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${text}.${sign(text)}`;
    },
    open(token) {
      const [content = '', signature = '', ...rest] = token.split('.');
      if (rest.length > 0 || !isSame(signature, sign(content))) return undefined;
      return objectOf(JSON.parse(Buffer.from(content, 'base64url').toString()));
    },
  };
}

/** Digests have one length, which timingSafeEqual needs. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'));
}
