import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type {
  ApiTrials,
  FaultRun,
  FaultTrial,
  TrialOutcome,
} from '../../scripts/result/fault-trial.ts';
import { renderFaultRun } from '../../scripts/report/faults/fault-run-text.ts';
import { renderFaultsReport } from '../../scripts/report/faults/faults-report.ts';
import { lossesOf } from '../../scripts/report/faults/losses.ts';

const TRIALS: readonly FaultTrial[] = [
  trial('teapot@listPets', 'killed', 'status', 0),
  trial('teapot@readPet', 'killed', 'status', 0),
  trial('admits-prefix@listPets', 'survived', 'access', 2),
  trial('admits-longer@listPets', 'misjudged', 'access', 2),
  trial('null-etag@listPets', 'silent', 'null', 0),
  trial('null-vary@listPets', 'alarmed', 'null', 0),
  trial('retry-after-missing@listPets', 'refused', 'rate', 2),
];
const RUN = runOf(TRIALS);
const PAGE = renderFaultsReport(RUN, { versions: ['Node 24'], command: 'kiln prove --report' });

test('counts what is admitted and killed, by difficulty, null faults apart', () => {
  expect(PAGE).toContain(
    '| `pets` | 4 | 2 | 1 | 50% | 100% | – | 0% | – | 1 of 2 | 0 | 1 | 21 | 7 |',
  );
  expect(PAGE).toContain('| `pets` | status | 0 | 2 | 2 | 1 | 100% | 6 | 2 |');
  expect(PAGE).toContain('| `pets` | access | 2 | 2 | 0 | 0 | 0% | 6 | 2 |');
});

test('tells on screen and page where large messages have faults at some places only', () => {
  const reach = ['listPets', 'readPet', 'addPet', 'petPet', 'feedPet'].map((operation) => ({
    operation,
    tried: 1200,
    of: 20_000,
  }));
  const told =
    'listPets 1,200 of 20,000, readPet 1,200 of 20,000, addPet 1,200 of 20,000 and 2 more';
  const run = runOf(TRIALS, { reach });
  expect(renderFaultRun(run)).toContain(
    `\nnote: large messages have faults at some of their places only: ${told} operations; kiln mock --fault`,
  );
  expect(renderFaultsReport(run, { versions: [], command: '' })).toContain(told);
  expect(renderFaultRun(RUN)).not.toContain('large messages');
  expect(PAGE).not.toContain('large messages');
});

test('lists each survivor with its witness, and why something is not admitted', () => {
  expect(PAGE).toContain('- `admits-prefix@listPets` (difficulty 2): GET /pets → 200');
  expect(PAGE).toContain('- `null-vary@listPets` (a false alarm)');
  expect(PAGE).toContain('| `retry-after-missing` | 1 | why not |');
  expect(PAGE).toContain('Repeat it: `kiln prove --report`. Measured with Node 24.');
});

test('on a terminal what was missed is red, and a score that is not whole does not look well', () => {
  const text = renderFaultRun(RUN, { columns: 70, hasColour: true });
  expect(text).toContain('\u001B[31msurvived ');
  expect(text).not.toContain('\u001B[32m');
  for (const line of stripVTControlCharacters(text).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(70);
  }
});

test('prints the same in a few lines', () => {
  const text = renderFaultRun(RUN);
  expect(text).toContain('survived pets admits-prefix@listPets: GET /pets → 200');
  expect(text).toContain(
    'pets: 2 of 4 faults found (50%), 1 of 2 null faults reported, 1 not admitted',
  );
});

test('a run that shows nothing new is no loss, whatever sample it is', () => {
  expect(lossesOf(RUN, PAGE)).toEqual([]);
  expect(lossesOf(runOf(TRIALS.slice(0, 3)), PAGE)).toEqual([]);
});

test.each<[what: string, trial: FaultTrial, says: string]>([
  [
    'a fault that used to be found',
    trial('teapot@listPets', 'survived', 'status', 0),
    'teapot@listPets survives',
  ],
  [
    'another reason alone',
    trial('teapot@listPets', 'misjudged', 'status', 0),
    'for another reason alone',
  ],
  [
    'a false alarm',
    trial('null-etag@listPets', 'alarmed', 'null', 0),
    'null-etag@listPets is a false alarm',
  ],
  [
    'a witness that is gone',
    trial('teapot@listPets', 'refused', 'status', 0),
    'has no witness any more: why not',
  ],
])('the score falls with %s', (_, one, says) => {
  expect(lossesOf(runOf([one]), PAGE)).toEqual([expect.stringContaining(says)]);
});

test('the score falls with a report without a fault, and with a description nobody has measured', () => {
  expect(lossesOf(runOf([], { clean: ['listPets: something'] }), PAGE)).toEqual([
    'pets: reported without a fault: listPets: something',
  ]);
  expect(lossesOf(runOf([], { api: 'toys' }), PAGE)).toEqual(['toys is not on the page']);
});

function trial(
  name: string,
  outcome: TrialOutcome,
  family: string,
  difficulty: number,
): FaultTrial {
  return {
    fault: {
      name,
      operator: name.slice(0, name.indexOf('@')),
      family,
      difficulty,
      title: 'does something',
      operation: 'listPets',
      clause: undefined,
    },
    outcome,
    reason: outcome === 'refused' ? 'why not' : undefined,
    witness: 'GET /pets → 200',
    property: undefined,
    rule: name.includes('listPets') ? 'clause' : 'family',
    requests: 3,
    milliseconds: 1000,
  };
}

function runOf(trials: readonly FaultTrial[], more: Partial<ApiTrials> = {}): FaultRun {
  const pets = { api: 'pets', title: 'Pets', operations: 2, faults: 7, trials, clean: [], ...more };
  return { apis: [pets], seeds: [1], runs: 10, operators: 200, nullOperators: 30, properties: 40 };
}
