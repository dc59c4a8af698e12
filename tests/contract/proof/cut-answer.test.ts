import { expect, test } from 'vitest';
import { cutAnswer, MOST_KEPT } from '../../../scripts/contract/proof/cut-answer.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

function answered(body: string): Exchange {
  const request = { method: 'GET', url: 'http://127.0.0.1/a', headers: [], body: undefined };
  return { request, response: { status: 200, headers: [], body } };
}

test('of a long answer the beginning is kept, and how much is left out', () => {
  const { response } = cutAnswer(answered('é'.repeat(MOST_KEPT + 1000)));
  expect(response?.body).toBe(`${'é'.repeat(MOST_KEPT)}… (1000 more characters, not kept)`);
});

test('what is no longer than that is kept as it is', () => {
  const exchange = answered('a'.repeat(MOST_KEPT));
  expect(cutAnswer(exchange)).toBe(exchange);
});
