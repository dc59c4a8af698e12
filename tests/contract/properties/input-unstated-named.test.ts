import { expect, test } from 'vitest';
import { inBody, inQuery, statesOf, text, whole, type Check } from './unstated-server.ts';

const isJson = (it: unknown): boolean => {
  try {
    JSON.parse(String(it));
    return true;
  } catch {
    return false;
  }
};
const problem = (name: string, msg: string) => ({ type: 'value_error', loc: ['query', name], msg });
const listed = (...problems: readonly unknown[]) => {
  const all = problems.filter((it) => it !== undefined);
  return all.length > 0 ? all : undefined;
};

/** It says of each field at once what is wrong with it. */
const tellsAll: Check = ({ projection, extras, colours, size }) =>
  listed(
    projection === undefined ? undefined : problem('projection', 'no projection has this form'),
    extras === undefined || isJson(extras) ? undefined : problem('extras', 'cannot be read'),
    colours === undefined ? undefined : problem('colours', 'has a form of its own'),
    Number(size) > 9 ? problem('size', 'is too large') : undefined,
  );

const tellsPointer: Check = ({ projection }) =>
  projection === undefined ? undefined : [{ field: '/projection', problem: 'wrong form' }];

/** The second is wrong only while the first is there. */
const isClash = (projection: unknown, mode: unknown) =>
  projection !== undefined && mode !== undefined;
const tellsMode: Check = ({ projection, mode }) =>
  isClash(projection, mode) ? [problem('mode', 'cannot be given here')] : undefined;
const saysMode: Check = ({ projection, mode }) =>
  isClash(projection, mode) ? 'mode cannot be given here' : undefined;

const four = inQuery({ projection: text, extras: text, colours: text, size: whole });
const STATES = [
  'query parameter projection: which texts are taken, by a pattern, a format or a list',
  'query parameter extras: contentMediaType: application/json',
  'query parameter colours: which texts are taken, by a pattern, a format or a list',
];

test.for([200, 500])(
  'places that refusals name are told at once, in front of %i',
  async (status) => {
    const found = await statesOf(four, tellsAll, { status });
    expect(found.slice(0, 3)).toEqual(STATES);
  },
);

test('a member of a body by its pointer', async () => {
  expect(await statesOf(inBody({ projection: text, other: text }, []), tellsPointer)).toEqual([
    'body/projection: which texts are taken, by a pattern, a format or a list',
  ]);
});

test.for(['no such projection: not found', 'is one of either', 'already taken'])(
  'what is refused for what there is, is none: %s',
  async (msg) => {
    const check: Check = ({ projection }) =>
      projection === undefined ? undefined : [problem('projection', msg)];
    expect(await statesOf(inQuery({ projection: text, other: text }), check)).toEqual([]);
  },
);

test('what is refused for another place is none', async () => {
  expect(await statesOf(inQuery({ projection: text, mode: text }), tellsMode)).toEqual([]);
});

test('what does not go with another text is no rule of its own, in words neither', async () => {
  expect(await statesOf(inQuery({ projection: text, mode: text }), saysMode)).toEqual([]);
});

const SHADES = Array.from({ length: 20 }, (_, i) => `shade${String.fromCodePoint(97 + i)}`);
const shades = inQuery(Object.fromEntries(SHADES.map((it) => [it, text])));

const takesNoShade: Check = (said) =>
  listed(...SHADES.map((it) => (said[it] === undefined ? undefined : problem(it, 'wrong form'))));

test('of many places all are told, however few requests there are for each', async () => {
  expect(await statesOf(shades, takesNoShade)).toHaveLength(20);
});

test('who fails by one of the texts still tells which others are refused', async () => {
  const found = await statesOf(shades, (said) => {
    if (SHADES.some((it) => said[it] === '15')) return 500;
    const wrong = SHADES.filter((it) => said[it] !== undefined && !isJson(said[it]));
    return listed(...wrong.map((it) => problem(it, 'wrong form')));
  });
  expect(found).toHaveLength(20);
  expect(new Set(found.map((it) => it.replace(/^.*: /, '')))).toEqual(
    new Set(['application/json']),
  );
});
