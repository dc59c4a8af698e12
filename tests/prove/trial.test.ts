import { describe, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { CheckResult, Violation } from '../../scripts/result/contract-run.ts';
import type { KillRule, SeededFault } from '../../scripts/result/fault-trial.ts';
import type { Pointer } from '../../scripts/base/json-pointer.ts';
import { inLikelyOrder, ruleFor } from '../../scripts/prove/reason.ts';
import { sampleFaults } from '../../scripts/prove/sample.ts';
import type { Stand } from '../../scripts/prove/stand.ts';
import { joinSeeds, tryFault } from '../../scripts/prove/trial.ts';
import { dealUnits } from '../../scripts/prove/prove.ts';
import type { Recorded } from '../../scripts/prove/witness/recorded.ts';
import { loadPets } from '../mock/pets.ts';

const FAULT: SeededFault = {
  name: 'undocumented-success@listPets',
  operator: 'undocumented-success',
  family: 'status',
  difficulty: 0,
  title: 'answers a success that is not documented',
  operation: 'listPets',
  clause: '#/paths/~1pets/get/responses',
};
const NULL: SeededFault = { ...FAULT, family: 'null', clause: undefined };

describe('the right reason', () => {
  test.each<[property: string, clause: Pointer, rule: KillRule | undefined]>([
    ['rate.quota', '#/paths/~1pets/get/responses', 'clause'],
    ['rate.quota', '#/paths/~1pets/get/responses/200/content', 'clause'],
    ['rate.quota', '#/components/schemas/Pet/type', 'clause'],
    ['rate.quota', '#/components/schemas/Pets', undefined],
    ['rate.quota', '#/paths', undefined],
    ['conformance', '#/x-errors', 'family'],
    ['conformance', '#/paths/~1pets/get/responses', 'clause'],
    ['rate.quota', '#/x-errors', undefined],
  ])('%s at %s: %s', (property, clause, rule) => {
    const witnessed: readonly Pointer[] = ['#/components/schemas/Pet/type'];
    expect(ruleFor(violation(property, clause), FAULT, witnessed)).toBe(rule);
  });

  test('properties made for a family come first, and all of them come', () => {
    const all = ['auth.missing', 'rate.quota', 'conformance', 'envelope'];
    expect(inLikelyOrder('rate', all)).toEqual([
      'rate.quota',
      'auth.missing',
      'conformance',
      'envelope',
    ]);
    expect(inLikelyOrder('nobody knows', all)).toEqual(all);
  });
});

describe('a trial', () => {
  test('ends at the first report for the right reason', async () => {
    const tried: string[] = [];
    const trial = await run({
      check(property) {
        tried.push(property);
        return property === 'input.accepted' ? [violation(property, '#/x')] : [];
      },
    });
    expect(trial).toMatchObject({
      outcome: 'killed',
      property: 'input.accepted',
      rule: 'family',
      requests: 4,
    });
    expect(tried).toEqual(['conformance', 'input.accepted']);
  });

  test('goes on after a report for another reason, and says so', async () => {
    const trial = await run({
      check: (property) =>
        property === 'rate.quota' ? [violation(property, '#/x-rate-limits')] : [],
    });
    expect(trial).toMatchObject({ outcome: 'misjudged', requests: 6 });
    expect(trial.reason).toContain('rate.quota at #/x-rate-limits');
  });

  test('does not count what the right server shows as well', async () => {
    const known = new Set(['conformance', 'input.accepted', 'rate.quota']);
    expect(await run({ check: always, known })).toMatchObject({ outcome: 'survived' });
  });

  test('of a null fault tries everything, and any report is a false alarm', async () => {
    expect(await run({ fault: NULL, status: 200, body: '[ ]' })).toMatchObject({
      outcome: 'silent',
      requests: 6,
    });
    expect(await run({ fault: NULL, status: 200, body: '[ ]', check: alarming })).toMatchObject({
      outcome: 'alarmed',
    });
  });

  test('needs a witness: another answer, which a clause forbids', async () => {
    expect(await run({ status: 200 })).toMatchObject({
      outcome: 'refused',
      reason: 'the answers are those of the right server',
    });
    expect(await run({ status: 200, body: '[ ]' })).toMatchObject({
      outcome: 'refused',
      reason: 'the answers differ, and no clause forbids it',
    });
    expect(await run({ fault: NULL, status: 299 })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('it breaks #/paths/~1pets/get/responses'),
    });
  });

  test('of several seeds counts as the worst', async () => {
    const killed = await run({ check: always });
    const survived = await run({});
    expect(joinSeeds([killed, killed], [1, 2])).toMatchObject({ outcome: 'killed', requests: 4 });
    expect(joinSeeds([{ ...killed, rule: 'family' }, killed], [1, 2])?.rule).toBe('family');
    expect(joinSeeds([killed, survived], [1, 2])).toMatchObject({
      outcome: 'survived',
      reason: 'with seed 2',
      requests: 8,
    });
  });
});

test('a sample is the same for a seed, and has every operator before any has two', () => {
  const faults = Array.from({ length: 60 }, (_, i) => ({
    ...FAULT,
    name: `op${i % 6}@listPets#/${i}`,
    operator: `op${i % 6}`,
  }));
  const names = (seed: number, count = 12) =>
    sampleFaults(faults, count, seed).map(({ name }) => name);
  expect(names(1)).toEqual(names(1));
  expect(names(1)).not.toEqual(names(2));
  const counts = Map.groupBy(sampleFaults(faults, 12, 3), ({ operator }) => operator);
  expect([...counts.values()].map((it) => it.length)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(new Set(sampleFaults(faults, 4, 3).map(({ operator }) => operator)).size).toBe(4);
  expect(names(1, 60)).toHaveLength(60);
});

test('units are dealt out so that nobody has far more than another', () => {
  const units = [9, 1, 5, 30, 12].map((count, i) => ({
    root: 'pets',
    operation: `operation${i}`,
    faults: Array.from({ length: count }, (_, k) => `fault${k}`),
  }));
  const hands = dealUnits(units, 2);
  expect(hands.flat()).toHaveLength(5);
  expect(hands.map((own) => own.reduce((sum, it) => sum + it.faults.length, 0))).toEqual([35, 22]);
  expect(dealUnits(units.slice(0, 1), 4)).toHaveLength(1);
});

function always(property: string): readonly Violation[] {
  return [violation(property, FAULT.clause ?? '#')];
}

function alarming(property: string): readonly Violation[] {
  return property === 'rate.quota' ? [violation(property, '#/x')] : [];
}

function violation(property: string, clause: Pointer): Violation {
  return {
    id: property,
    property,
    operation: 'listPets',
    message: 'something is wrong',
    proof: { clause },
  } as Violation;
}

/** A trial on a stand whose faulty server answers with another status, or body. */
async function run({
  fault = FAULT,
  status = 299,
  body = '[]',
  check = () => [],
  known = new Set(),
}: {
  readonly fault?: SeededFault;
  readonly status?: number;
  readonly body?: string;
  readonly check?: (property: string) => readonly Violation[];
  readonly known?: ReadonlySet<string>;
}) {
  const api: ApiModel = await loadPets();
  const stand: Stand = {
    play: (_, isFaulty) => Promise.resolve([isFaulty ? answer(status, body) : answer(200, '[]')]),
    check: (_fault, operation, property): Promise<CheckResult> =>
      Promise.resolve({
        operation,
        property,
        outcome: 'held',
        requests: 2,
        dropped: 0,
        milliseconds: 0,
        violations: check(property),
      } as unknown as CheckResult),
    properties: ['rate.quota', 'input.accepted', 'conformance'],
    now: () => 0,
  };
  return tryFault(api, fault, stand, () => Promise.resolve(known));
}

function answer(code: number, text: string): Recorded {
  const headers = { authorization: 'Bearer pets_pro' };
  return {
    at: 0,
    request: { method: 'GET', path: '/pets', query: '', headers, body: undefined },
    response: {
      status: code,
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(text),
    },
    letters: [],
  };
}
