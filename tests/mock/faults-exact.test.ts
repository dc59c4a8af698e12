import { beforeAll, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/core/api-model.ts';
import { exampleRequest } from '../../scripts/mock/faults/example-request.ts';
import type { Operator, Step } from '../../scripts/mock/faults/operator.ts';
import { OPERATORS } from '../../scripts/mock/faults/operators.ts';
import { faultsOf, nameOf, type Fault } from '../../scripts/mock/faults/plan.ts';
import { START, startMock, type TestMock } from './pets.ts';
import { loadKennels, planOf, play, type Played } from './play.ts';

/** A request, its right answer, and the faults that may change that. */
interface Control {
  readonly step: Step;
  readonly answer: Played;
  readonly isTouchedBy: (fault: Fault) => boolean;
}

let api: ApiModel;
let faithful: TestMock;
const controls: Control[] = [];

beforeAll(async () => {
  api = await loadKennels();
  faithful = await startMock([api]);
  const strays = [
    { step: stray('GET', '/no/such/path'), isTouchedBy: isAt('nowhere') },
    { step: stray('DELETE', '/gate'), isTouchedBy: isAt('path') },
  ];
  const ordinary = api.operations.flatMap((operation) => {
    const send = exampleRequest(api, operation);
    const isTouchedBy = (fault: Fault) => !fault.place.reach && fault.operation === operation;
    return send ? [{ step: { send }, isTouchedBy }] : [];
  });
  for (const it of [...ordinary, ...strays]) {
    const [answer] = await playAfresh(faithful, [it.step]);
    if (answer) controls.push({ ...it, answer });
  }
});

// What network faults do is seen on a socket only.
const INJECTABLE = OPERATORS.filter((it) => it.class !== 'network');

test('every operation of the description has a valid example request', () => {
  const statuses = controls.map(({ answer }) => answer.status);
  expect(statuses.filter((status) => status < 300)).toHaveLength(api.operations.length);
  expect(statuses.slice(api.operations.length)).toEqual([404, 405]);
});

test.each(INJECTABLE.map((operator) => [operator.id, operator] as const))(
  '%s changes what it says, and nothing else',
  async (_, operator) => {
    const [fault] = faultsOf(api, operator);
    if (!fault) throw new Error(`${operator.id} has no place in the kennels`);
    const steps = fault.place.witness();
    const right = await playAfresh(faithful, steps);
    const faulty = await startMock([api], { faults: planOf([fault]) });
    const wrong = await playAfresh(faulty, steps);
    const parts = differences(right.at(-1), wrong.at(-1));
    expect({ fault: nameOf(fault), parts, asSaid: isAsSaid(operator, parts) }).toMatchObject({
      asSaid: true,
    });
    for (const { step, answer } of controls.filter((it) => !it.isTouchedBy(fault))) {
      expect(await playAfresh(faulty, [step])).toEqual([answer]);
    }
    await faulty.close();
  },
);

function stray(method: string, path: string): Step {
  return { send: { method, path, query: '', headers: {}, body: undefined } };
}

function isAt(reach: 'path' | 'nowhere'): Control['isTouchedBy'] {
  return ({ place, operation }) =>
    place.reach === reach && (reach === 'nowhere' || operation.path === '/gate');
}

async function playAfresh(mock: TestMock, steps: readonly Step[]): Promise<readonly Played[]> {
  await mock.reset();
  mock.clock.at = START;
  return play(mock, steps);
}

/** The parts of an answer that differ. */
function differences(right: Played | undefined, wrong: Played | undefined): readonly string[] {
  if (!right || !wrong) return ['no answer'];
  const parts = ['status', 'headers', 'body'] as const;
  return parts.filter((part) => JSON.stringify(right[part]) !== JSON.stringify(wrong[part]));
}

/** Whether the parts that differ are those that the operator says it changes. */
function isAsSaid({ changes }: Operator, parts: readonly string[]): boolean {
  switch (changes) {
    case 'status':
    case 'headers':
      return parts.join() === changes;
    case 'body':
      // Other content may be of another media type.
      return parts.includes('body') && !parts.includes('status');
    case 'verdict':
      return parts.includes('status');
    case 'delivery':
      return parts.length === 0;
  }
}
