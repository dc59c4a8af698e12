import { expect, test } from 'vitest';
import type { Json } from '../../scripts/base/json.ts';
import type { ValueCheck } from '../../scripts/model/stated-fact.ts';
import { valueProblems } from '../../scripts/result/value-problems.ts';

const VALUE: Json = {
  text: 'tides and trains',
  list: [{ id: 1, name: 'Rex', of: { kind: 'dog' } }, 'plain', 7],
  count: 7,
  none: null,
};

test.for<[check: ValueCheck, problems: string[]]>([
  [{ at: '#/text' }, []],
  [{ at: '#/nothing' }, ['#/nothing is not there']],
  [{ at: '#/nothing', isAbsent: true }, []],
  [{ at: '#/text', isAbsent: true }, ['#/text is there']],
  [{ at: '#/count', is: 7 }, []],
  [{ at: '#/count', is: '7' }, ['#/count is 7, not 7']],
  [{ at: '#/none', is: null }, []],
  [{ at: '#/count', isNot: 7 }, ['#/count is 7, which it may not be']],
  [{ at: '#/count', isNot: 8 }, []],
  [{ at: '#/text', has: 'and' }, []],
  [{ at: '#/text', has: 'or' }, ['#/text is tides and trains, without or']],
  [{ at: '#/list', has: { name: 'Rex' } }, []],
  [{ at: '#/list', has: { of: { kind: 'dog' } } }, []],
  [{ at: '#/list', has: 'plain' }, []],
  [
    { at: '#/list/0', has: { name: 'Tom' } },
    ['#/list/0 is {"id":1,"name":"Rex","of":{"kind":"dog"}}, without {"name":"Tom"}'],
  ],
  [
    { at: '#/list', lacks: 7 },
    ['#/list is [{"id":1,"name":"Rex","of":{"kind":"dog"}},"plain",7], with 7'],
  ],
  [{ at: '#/list', lacks: 8 }, []],
  [{ at: '#/text', matches: '^tides' }, []],
  [
    { at: '#/text', matches: '^trains' },
    ['#/text is tides and trains, which does not match ^trains'],
  ],
  [{ at: '#/count', matches: '7' }, ['#/count is 7, which does not match 7']],
  [{ at: '#/count', type: 'integer' }, []],
  [{ at: '#/none', type: 'object' }, ['#/none is null, which is no object']],
  [{ at: '#/list', type: 'object' }, [expect.stringContaining('which is no object')]],
  [{ at: '#/list', count: 3 }, []],
  [{ at: '#/list/0', count: 2 }, [expect.stringContaining('which has 3 items, not 2')]],
  [{ at: '#/count', count: 1 }, ['#/count is 7, which has no items, not 1']],
])('%j', ([check, problems]) => {
  expect(valueProblems(VALUE, [check])).toEqual(problems);
});

test('where there is no value nothing is there', () => {
  expect(valueProblems(undefined, [{ at: '#' }])).toEqual(['# is not there']);
});
