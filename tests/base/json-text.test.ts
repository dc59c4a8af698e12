import { expect, test } from 'vitest';
import { DEEPEST_JSON, parseJson } from '../../scripts/base/json-text.ts';

test.for([
  ['9007199254740993', 9_007_199_254_740_993n],
  ['-9223372036854775809', -9_223_372_036_854_775_809n],
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740993.0', 9_007_199_254_740_993n],
  ['90071992547409930e-1', 9_007_199_254_740_992],
  ['1234567890123456.5', 1_234_567_890_123_456.5],
  ['4.0', 4],
  ['1e400', Infinity],
] as const)('reads %s without loss', ([text, value]) => {
  expect(parseJson(text)).toEqual({ value });
});

test.for(['9007199254740993', '[{"a":12345678901234567890123}]', '-18446744073709551616'])(
  'writes %s as it was read',
  (text) => {
    const reading = parseJson(text);
    expect('value' in reading && JSON.stringify(reading.value)).toBe(text);
  },
);

test('takes a member called __proto__ for a member', () => {
  const reading = parseJson('{"__proto__":1234567890123456789}');
  expect('value' in reading && Object.entries(reading.value ?? {})).toEqual([
    ['__proto__', 1_234_567_890_123_456_789n],
  ]);
});

function nested(levels: number): string {
  return '['.repeat(levels) + '1'.padEnd(1_000) + ']'.repeat(levels);
}

test('refuses what is nested too deep, with the reason', () => {
  expect(parseJson(nested(DEEPEST_JSON))).toHaveProperty('value');
  expect(parseJson(nested(DEEPEST_JSON + 1))).toEqual({
    reason: 'it is nested deeper than 500 levels',
    isUnread: true,
  });
});

test('tells what is too deep to be looked into apart from what is no JSON', () => {
  expect(parseJson(nested(100_000))).toHaveProperty('isUnread', true);
  expect(parseJson('['.repeat(1_000_000))).not.toHaveProperty('isUnread');
  expect(parseJson('['.repeat(1_000_000))).toHaveProperty('reason');
});

test('counts no brackets within strings', () => {
  const text = JSON.stringify(`\\"${'[{'.repeat(2_000)}`);
  expect(parseJson(text)).toHaveProperty('value');
});

test('says why a text is no JSON', () => {
  expect(parseJson('{"a":}')).toHaveProperty('reason');
});
