import { expect, test } from 'vitest';
import { describeWith } from './describe-with.ts';
import { FAULTY_NAMES } from './faulty-names.ts';
import { FAULTY_OBJECTS } from './faulty-objects.ts';
import { FAULTY_SCHEMAS } from './faulty-schemas.ts';
import { asideOf, loadText } from './load-files.ts';

test.for([...FAULTY_NAMES, ...FAULTY_OBJECTS, ...FAULTY_SCHEMAS])('%s', async ([, text, want]) => {
  const lines = await asideOf(loadText(text));
  expect(lines.map((line) => line.replace('pets/openapi.yaml:', ''))).toEqual(want);
});

test('all of it is told at once, in the order of lines, and nothing of it is in the model', async () => {
  const api = await loadText(
    describeWith({
      operation: 'parameters: [{in: query}, {name: kept, in: query}]',
      item: 'put: null',
      rest: "components: {schemas: {A: {type: sting, pattern: '['}}}",
    }),
  );
  expect(api.aside.map(({ what, at }) => `${at.line} ${what}`)).toEqual([
    '9 parameter',
    '10 operation',
    '11 schema',
    '11 schema',
  ]);
  expect(api.operations.map(({ id }) => id)).toEqual(['getPet']);
  const [, kept] = api.operations[0]?.parameters ?? [];
  expect(kept && [kept.name, api.locate(kept.pointer).line]).toEqual(['kept', 9]);
  expect(api.document['components']).toEqual({ schemas: { A: {} } });
  expect(api.written['components']).toEqual({ schemas: { A: { type: 'sting', pattern: '[' } } });
});

test('a kind that is one of those that it is part of keeps what all share', async () => {
  const api = await loadText(
    describeWith({
      rest: `components:
  schemas:
    Pet:
      required: [name]
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [lives]}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [weight]}]}`,
    }),
  );
  const breaks = (value: object) =>
    api.schemas.check('#/components/schemas/Pet', value).map(({ message }) => message);
  expect(api.aside).toEqual([]);
  expect(breaks({ name: 'Tom', lives: 9 })).toEqual([]);
  expect(breaks({ lives: 9 })).toContain("must have required property 'name'");
  expect(breaks({ name: 'Tom', lives: 9, weight: 3 })).toHaveLength(1);
});
