import { createHash } from 'node:crypto';
import { createLru } from './lru.ts';
import type { RecordedStep } from './recorded-step.ts';

/** Exchanges that are remembered at once. */
const MOST = 5000;

/**
 * Tells exchanges that were written down twice, as where archives are put together: the same to the letter
 * and to the millisecond.
 */
export function createTwice(): (step: RecordedStep) => boolean {
  const known = createLru<true>(MOST);
  return ({ exchange: { request, response }, began, ended }) => {
    const told = [began, ended, request.method, request.url, request.headers, response?.headers];
    const text = JSON.stringify([...told, request.body, response?.body]);
    const key = createHash('sha256').update(text).digest('base64').slice(0, 16);
    const isKnown = known.get(key) === true;
    known.set(key, true);
    return isKnown;
  };
}
