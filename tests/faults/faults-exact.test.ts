import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { exampleRequest } from '../../scripts/faults/example-request.ts';
import type { Operator, WitnessStep } from '../../scripts/faults/operator.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';
import { faultsOf, nameOf, type Fault } from '../../scripts/faults/fault.ts';
import type { WebhookRequest } from '../../scripts/wire/webhook-request.ts';
import { loadCabinet } from '../mock/cabinet.ts';
import { loadKiosk } from '../mock/kiosk.ts';
import { START, startMock, type TestMock } from '../mock/pets.ts';
import { loadKennels, planOf, play, type Played } from '../mock/play.ts';

/** A request, its right answer, and the faults that may change that. */
interface Control {
  readonly step: WitnessStep;
  readonly answer: Played;
  readonly isTouchedBy: (fault: Fault) => boolean;
}

/** A description, a mock of it that does right, and requests that a fault elsewhere must not touch. */
interface Field {
  readonly api: ApiModel;
  readonly faithful: TestMock;
  readonly controls: readonly Control[];
}

const fields: Field[] = [];
/** What receivers of webhooks answer, and what has come to them. */
const receiver: { answer: Fault['place']['receiver']; letters: WebhookRequest[] } = {
  answer: undefined,
  letters: [],
};

beforeAll(async () => {
  fields.push(await fieldOf(await loadKennels(), '/gate'));
  fields.push(await fieldOf(await loadKiosk(), '/till'));
  fields.push(await fieldOf(await loadCabinet(), '/sql'));
});

async function fieldOf(api: ApiModel, path: string): Promise<Field> {
  const faithful = await start(api);
  const controls: Control[] = [];
  const strays = [
    { step: stray('GET', '/no/such/path'), isTouchedBy: isAt('nowhere', path) },
    { step: stray('DELETE', path), isTouchedBy: isAt('path', path) },
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
  return { api, faithful, controls };
}

// What network faults do is seen on a socket only.
const INJECTABLE = OPERATORS.filter((it) => it.class !== 'network');

test('every operation of the descriptions has a valid example request', () => {
  for (const { api, controls } of fields) {
    const statuses = controls.map(({ answer }) => answer.status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(api.operations.length);
    expect(statuses.slice(api.operations.length)).toEqual([404, 405]);
  }
});

test.each(INJECTABLE.map((operator) => [operator.id, operator] as const))(
  '%s changes what it says, and nothing else',
  async (_, operator) => {
    const found = fields
      .map((field) => ({ field, fault: faultsOf(field.api, operator)[0] }))
      .find((it) => it.fault !== undefined);
    if (!found?.fault) throw new Error(`${operator.id} has no place`);
    const { fault, field } = found;
    const { api, faithful, controls } = field;
    const steps = fault.place.witness();
    receiver.answer = fault.place.receiver;
    const right = await playAfresh(faithful, steps);
    const promised = receiver.letters;
    const faulty = await start(api, [fault]);
    const wrong = await playAfresh(faulty, steps);
    const parts = [
      ...differences(right, wrong),
      ...(isDeepStrictEqual(promised, receiver.letters) ? [] : ['webhook']),
    ];
    receiver.answer = undefined;
    expect({ fault: nameOf(fault), parts, asSaid: isAsSaid(operator, parts) }).toMatchObject({
      asSaid: true,
    });
    for (const { step, answer } of controls.filter((it) => !it.isTouchedBy(fault))) {
      expect(await playAfresh(faulty, [step])).toEqual([answer]);
    }
    await faulty.close();
  },
);

function stray(method: string, path: string): WitnessStep {
  return { send: { method, path, query: '', headers: {}, body: undefined } };
}

function isAt(reach: 'path' | 'nowhere', path: string): Control['isTouchedBy'] {
  return ({ place, operation }) =>
    place.reach === reach && (reach === 'nowhere' || operation.path === path);
}

/** A mock whose webhooks go nowhere but into a list. */
function start(api: ApiModel, faults: readonly Fault[] = []): Promise<TestMock> {
  return startMock([api], {
    faults: planOf(faults),
    webhooks: [{ name: undefined, url: 'http://127.0.0.1:9/' }],
    deliver(letter) {
      receiver.letters.push(letter);
      const { answer = 200 } = receiver;
      return answer === 'silence' ? Promise.reject(new Error('silence')) : Promise.resolve(answer);
    },
  });
}

async function playAfresh(
  mock: TestMock,
  steps: readonly WitnessStep[],
): Promise<readonly Played[]> {
  await mock.reset();
  mock.clock.at = START;
  receiver.letters = [];
  return play(mock, steps);
}

/** The parts of the last answer that differs. */
function differences(right: readonly Played[], wrong: readonly Played[]): readonly string[] {
  if (right.length === 0 || wrong.length !== right.length) return ['no answer'];
  const parts = ['status', 'headers', 'body'] as const;
  const different = right.map((it, i) =>
    parts.filter((part) => JSON.stringify(it[part]) !== JSON.stringify(wrong[i]?.[part])),
  );
  return different.findLast((it) => it.length > 0) ?? [];
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
    case 'webhook':
      return parts.join() === 'webhook';
    case 'delivery':
      return parts.length === 0;
  }
}
