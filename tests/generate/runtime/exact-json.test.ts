import { assert, json, property } from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

/** `readExactJson` of an engine of today, or of one whose `JSON.parse` says nothing of sources (Node 20). */
async function readerOf(engine: 'new' | 'old'): Promise<(text: string) => unknown> {
  const { parse } = JSON;
  vi.resetModules();
  if (engine === 'old') {
    vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) =>
      parse(
        text,
        reviver &&
          function revive(this: unknown, key: string, value: unknown) {
            return reviver.call(this, key, value) as unknown;
          },
      ),
    );
  }
  const { readExactJson } = await import('../../../scripts/generate/runtime/exact-json.ts');
  return readExactJson;
}

/** The same with a number in the place of each bigint. */
function withNumbers(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, it: unknown) =>
    typeof it === 'bigint' ? Number(it) : it,
  );
  return JSON.parse(text) as unknown;
}

afterEach(() => vi.restoreAllMocks());

describe.for(['new', 'old'] as const)('a %s engine', (engine) => {
  test.for([
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['9007199254740991', 9007199254740991],
    ['[1, 12345678901234567890]', [1, 12345678901234567890n]],
    ['{"id":12345678901234567890,"n":1.5}', { id: 12345678901234567890n, n: 1.5 }],
    [
      '{"12345678901234567890":"12345678901234567890"}',
      { '12345678901234567890': '12345678901234567890' },
    ],
    ['"a\\"12345678901234567890"', 'a"12345678901234567890'],
    ['"12345678901234567890\\\\"', '12345678901234567890\\'],
    ['12345678901234567890.5', Number('12345678901234567890.5')],
    ['12345678901234567890e2', Number('12345678901234567890e2')],
    ['0.12345678901234567890', Number('0.1234567890123456789')],
    ['1e0000000000000000001', 10],
    ['"\\u000012345678901234567890"', '\u{0}12345678901234567890'],
    [
      '["\\u0000\\u000012345678901234567890", 12345678901234567890]',
      ['\u{0}\u{0}12345678901234567890', 12345678901234567890n],
    ],
  ] as const)('reads %s', async ([text, value]) => {
    const read = await readerOf(engine);
    expect(read(text)).toEqual(value);
  });

  test('gives a member the name __proto__, and no prototype', async () => {
    const read = await readerOf(engine);
    const entries = Object.entries(read('{"__proto__":12345678901234567890}') as object);
    expect(entries).toEqual([['__proto__', 12345678901234567890n]]);
  });

  test('reads whatever JSON.parse does, as that does', async () => {
    const read = await readerOf(engine);
    assert(
      property(json(), (text) => {
        const whole = `[${text},"1234567890123456"]`;
        expect(withNumbers(read(whole))).toEqual(JSON.parse(whole));
      }),
      { seed: 1 },
    );
  });

  test('refuses what is no JSON, and stands a text of many megabytes', async () => {
    const read = await readerOf(engine);
    for (const text of ['12345678901234567890,', '[012345678901234567890]', '1234567890123456 x']) {
      expect(() => read(text)).toThrow(SyntaxError);
    }
    const long = 'x"\\'.repeat(5_000_000);
    expect(read(`[${JSON.stringify(long)},12345678901234567890]`)).toEqual([
      long,
      12345678901234567890n,
    ]);
    const digits = '9'.repeat(1_000_000);
    expect(read(digits)).toBe(Infinity);
  });
});
