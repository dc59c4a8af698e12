import { expect, test } from 'vitest';
import { cutAnswer, MOST_KEPT, mostKept } from '../../../scripts/contract/proof/cut-answer.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

function answered(body: string): Exchange {
  const request = { method: 'GET', url: 'http://127.0.0.1/a', headers: [], body: undefined };
  return { request, response: { status: 200, headers: [], body } };
}

test('of a long answer the beginning is kept, and how much is left out', () => {
  const { response } = cutAnswer(answered('é'.repeat(MOST_KEPT + 1000)), MOST_KEPT);
  expect(response?.body).toBe(`${'é'.repeat(MOST_KEPT)}… (1000 more characters, not kept)`);
});

test('what is no longer than that is kept as it is', () => {
  const exchange = answered('a'.repeat(MOST_KEPT));
  expect(cutAnswer(exchange, MOST_KEPT)).toBe(exchange);
});

test('the operations of a description share what is kept, and each has a part', () => {
  expect(mostKept(1)).toBe(MOST_KEPT);
  expect(mostKept(256)).toBe(MOST_KEPT);
  for (const operations of [300, 3000, 8000]) {
    expect(mostKept(operations) * operations).toBeLessThanOrEqual(16 * 1024 * 1024);
  }
  expect(mostKept(1e6)).toBe(2048);
});
