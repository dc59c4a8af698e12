import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { valueAt } from '../../scripts/base/json-pointer.ts';
import { FAULT_CLASSES } from '../../scripts/faults/operator.ts';
import { OPERATORS } from '../../scripts/faults/operators.ts';
import { renderFaultList } from '../../scripts/faults/render-fault-list.ts';
import { faultsOf, nameOf } from '../../scripts/faults/fault.ts';
import { renderFaultNotice } from '../../scripts/mock/fault-plan.ts';
import { selectFaults } from '../../scripts/faults/select-faults.ts';
import { loadCabinet } from '../mock/cabinet.ts';
import { loadKiosk } from '../mock/kiosk.ts';
import { loadPets, startMock } from '../mock/pets.ts';
import { loadKennels, planOf } from '../mock/play.ts';

let kennels: ApiModel;
let kiosk: ApiModel;
let cabinet: ApiModel;
let pets: ApiModel;
beforeAll(async () => {
  kennels = await loadKennels();
  kiosk = await loadKiosk();
  cabinet = await loadCabinet();
  pets = await loadPets();
});

describe('the table', () => {
  test('names each operator once, in the form of a flag', () => {
    const ids = OPERATORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('has operators of every class, and harmless ones named so', () => {
    const classes = new Set(OPERATORS.map((it) => it.class));
    expect([...classes].toSorted()).toEqual([...FAULT_CLASSES].toSorted());
    const harmless = OPERATORS.filter((it) => it.class === 'null').map(({ id }) => id);
    expect(harmless.length).toBeGreaterThanOrEqual(25);
    expect(OPERATORS.filter(({ id }) => id.startsWith('null-') && !harmless.includes(id))).toEqual(
      // A value that is null, and a body that is.
      OPERATORS.filter(({ id }) => ['null-for-value', 'null-body', 'null-envelope'].includes(id)),
    );
  });

  test('ends the sentence that begins with the server', () => {
    const titles = OPERATORS.map(({ title }) => title);
    expect(titles.filter((title) => !/^(never )?[a-z]+s\b.*[^.]$/.test(title))).toEqual([]);
  });

  test('finds a place for each operator, with a clause that exists and a witness', () => {
    for (const operator of OPERATORS) {
      const faults = [kennels, kiosk, cabinet].flatMap((api) =>
        faultsOf(api, operator).map(({ place }) => ({ place, document: api.document })),
      );
      expect([operator.id, faults.length > 0]).toEqual([operator.id, true]);
      const isFree = operator.class === 'null' || operator.class === 'network';
      for (const { place, document } of faults) {
        const stands = place.clause && valueAt(document, place.clause) !== undefined;
        const steps = place.witness().length > 0;
        expect([operator.id, stands, steps]).toEqual([
          operator.id,
          isFree ? undefined : true,
          true,
        ]);
      }
    }
  });
});

describe('a name', () => {
  test('means the first place of each operation, of one operation, or a place', () => {
    const named = (name: string) => selectFaults([name], [pets]).map(nameOf);
    expect(named('missing-property')).toHaveLength(4);
    expect(named('missing-property@createPet')).toEqual(['missing-property@createPet#/required']);
    expect(named('accepts-missing-property@importPets')).toEqual([
      'accepts-missing-property@importPets#/pets/required',
    ]);
    const place = 'accepts-missing-property@importPets#/pets/*/name/required';
    expect(named(place)).toEqual([place]);
    expect(selectFaults(['reset:0.1'], [pets]).map(({ share }) => share)).toContain(0.1);
  });

  test.each([
    ['mising-property', 'unknown-fault', 'Did you mean missing-property?'],
    ['xyz', 'unknown-fault', 'kiln mock --list-faults'],
    ['missing-property@creatPet', 'unknown-operation', 'Did you mean createPet?'],
    ['missing-property@deletePet', 'fault-applies-nowhere', 'It applies to: listPets, createPet'],
    ['session-never-ends', 'fault-applies-nowhere', 'It needs x-session.'],
    ['missing-property@createPet#/x', 'unknown-place', 'The places are: /required.'],
    ['reset:2', 'unknown-share', 'Write a number above 0 and up to 1'],
    ['reset:', 'unknown-share', 'Write a number above 0 and up to 1'],
  ])('such as %s is refused, and the hint helps', (name, code, hint) => {
    const select = () => selectFaults([name], [pets]);
    expect(select).toThrow(expect.objectContaining({ code, hint: expect.stringContaining(hint) }));
  });
});

test('the list says of each operator what it does and where', () => {
  const list = renderFaultList([pets]);
  expect(list.split('\n')).toHaveLength(2 * OPERATORS.length + 2 * FAULT_CLASSES.length - 1);
  expect(list).toMatch(
    /accepts-too-many-items +1 +the server accepts too many items\n +in importPets/,
  );
});

test('the notice names what is wrong on purpose', () => {
  const plan = planOf(selectFaults(['hang'], [pets]), { latency: [50, 400] });
  expect(renderFaultNotice(plan)).toMatch(
    /^faulty on purpose: hang@listPets, .* more, every answer late by 50 to 400 ms$/,
  );
});

test('the notice says of which API, where two have an operation of the name', () => {
  const plan = planOf(selectFaults(['hang@listPets'], [pets, { ...pets, name: 'strays' }]));
  expect(renderFaultNotice(plan)).toBe(
    `faulty on purpose: hang@listPets of ${pets.name}, hang@listPets of strays`,
  );
});

test('several faults stand beside each other, and a mended request is counted once', async () => {
  const names = ['accepts-too-many-items@importPets', 'null-etag@importPets'];
  const mock = await startMock([pets], { faults: planOf(selectFaults(names, [pets])) });
  const headers = { authorization: 'Bearer pets_free' };
  const send = (count: number, name: unknown = 'Rex') =>
    mock.send('POST', '/pets/import', {
      headers,
      body: { pets: Array.from({ length: count }, () => ({ name })) },
    });
  const many = await send(11);
  expect([many.status, many.headers['etag'], many.headers['x-ratelimit-remaining']]).toEqual([
    204,
    expect.stringMatching(/^"kiln-\w{8}"$/),
    '2',
  ]);
  // What else is wrong is refused as ever.
  expect((await send(11, 5)).status).toBe(422);
  await mock.close();
});
