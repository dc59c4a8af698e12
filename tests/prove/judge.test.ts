import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMockStand,
  OPERATORS_OF_CONTRACTS,
  seededFaults,
  type MockStand,
} from '../../scripts/cli/prove/mock-stand.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { isNull, type SeededFault } from '../../scripts/result/fault-trial.ts';
import { admit } from '../../scripts/prove/admit.ts';
import { judgeWitness } from '../../scripts/prove/witness/judge.ts';
import { loadCabinet } from '../mock/cabinet.ts';
import { loadKiosk } from '../mock/kiosk.ts';
import { loadKennels } from '../mock/play.ts';

/** Operators that break nothing anybody has written down, or that only a socket shows. */
const REFUSED: Readonly<Record<string, string>> = {
  'undocumented-path-accepted': 'no clause forbids it',
  'refuses-open-property': 'no clause forbids it',
  'retry-after-missing': 'no clause forbids it',
  'null-header-case': 'those of the right server',
  'null-chunked': 'those of the right server',
  'null-slow': 'those of the right server',
};

/** A description, its mock, and the places of faults in it. */
interface Stage {
  readonly api: ApiModel;
  readonly stand: MockStand;
  readonly faults: readonly SeededFault[];
}

/** The kennels, the kiosk for keys, entity tags and pages of other styles, and the cabinet for what is said of things. */
let stages: readonly Stage[];

beforeAll(async () => {
  const apis = [await loadKennels(), await loadKiosk(), await loadCabinet()];
  stages = await Promise.all(
    apis.map(async (api) => {
      const stand = await createMockStand(api, { seed: 1, runs: 1, now: () => 0 });
      return { api, stand, faults: seededFaults(api) };
    }),
  );
});
afterAll(async () => {
  for (const { stand } of stages) await stand.close();
});

/** Where an operator has places, and these. */
function placesOf(operator: string): Stage & { readonly first: SeededFault } {
  for (const stage of stages) {
    const faults = stage.faults.filter((it) => it.operator === operator);
    const [first] = faults;
    if (first) return { ...stage, faults, first };
  }
  throw new Error(`${operator} has no place in the kennels, and none in the kiosk`);
}

test.each(OPERATORS_OF_CONTRACTS.map(({ id }) => id))(
  'nothing is wrong with the right server where %s would show',
  async (id) => {
    const { api, stand, first } = placesOf(id);
    const right = await stand.play(first, false);
    expect(right.length).toBeGreaterThan(0);
    expect(judgeWitness(api, right)).toEqual([]);
  },
);

describe('admission', () => {
  test.each(OPERATORS_OF_CONTRACTS.map(({ id }) => id).filter((id) => !(id in REFUSED)))(
    '%s has a place with a witness',
    async (id) => {
      const { api, stand, faults: places } = placesOf(id);
      const admissions = [];
      for (const fault of places) {
        const admission = await admit(api, fault, stand);
        admissions.push(admission);
        if (admission.isAdmitted) break;
      }
      const last = admissions.at(-1);
      const broken = last?.isAdmitted ? last.witness.clauses.length : 0;
      expect({ last, isBroken: broken > 0 }).toEqual({
        last: expect.objectContaining({ isAdmitted: true }),
        isBroken: !places.some(isNull),
      });
    },
  );

  test.each(Object.entries(REFUSED))('%s has none: %s', async (id, reason) => {
    const { api, stand, first } = placesOf(id);
    expect(await admit(api, first, stand)).toMatchObject({
      isAdmitted: false,
      reason: expect.stringContaining(reason),
    });
  });
});

test.each([
  ['admits-unknown@createDog', '#/security'],
  ['accepts-wrong-type@createDog#/name/type', 'name/type'],
  ['remaining-off-by-one@listDogs', '#/x-rate-limits/headers/remaining'],
  ['missing-challenge@createDog#/unauthenticated', '#/x-errors/unauthenticated'],
  ['utf-16-json@readMe', 'responses/200/content'],
])('%s breaks %s', async (name, clause) => {
  const { api, stand, faults } = placesOf(name.split('@', 1)[0] ?? '');
  const fault = faults.find((it) => it.name === name);
  if (!fault) throw new Error(`${name} names no fault`);
  const admission = await admit(api, fault, stand);
  expect(admission).toMatchObject({ isAdmitted: true });
  const clauses = admission.isAdmitted ? admission.witness.clauses : [];
  expect(clauses.join(' ')).toContain(clause);
});
