import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toFactList } from '../../scripts/load/fact-list.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';

const read = (text: string) => toFactList(parseYaml(text, 'specs/pets/audit.yaml'));

const FACTS = `setups:
  a pet: [{send: POST /pets, body: {name: Rex}, keep: {id: '#/id'}}]
facts:
  - {id: A1, section: Pets, kind: operation, fact: A pet is added by POST., described: [{at: '#/paths/~1pets/post'}]}
  - id: A2
    section: Pets
    kind: behaviour
    fact: A pet that was added is found.
    after: a pet
    tried: [{send: 'GET /pets/{id}', gives: {status: 200}}]
    notYet: Nobody remembers it.
`;

test('reads facts with their lines, and puts the setup before what is tried', () => {
  const { facts } = read(FACTS);
  expect(facts.map(({ id, line, notYet }) => [id, line, notYet])).toEqual([
    ['A1', 4, undefined],
    ['A2', 5, 'Nobody remembers it.'],
  ]);
  expect(facts[1]?.tried.map((step) => ('send' in step ? step.send : ''))).toEqual([
    'POST /pets',
    'GET /pets/{id}',
  ]);
});

test.for<[flaw: string, text: string, message: string]>([
  ['an id twice', FACTS.replace('A2', 'A1'), 'Fact A1 stands in the list twice'],
  ['an unknown setup', FACTS.replace('after: a pet', 'after: a dog'), 'There is no setup "a dog"'],
  ['an unknown kind', FACTS.replace('kind: operation', 'kind: rumour'), 'audit.yaml.facts.0.kind'],
  [
    'an unknown key',
    FACTS.replace('section: Pets, kind', 'section: Pets, chapter: 1, kind'),
    'unknown key "chapter"',
  ],
  [
    'a path without a method',
    FACTS.replace('GET /pets', '/pets'),
    'audit.yaml.facts.1.tried.0.send',
  ],
])('refuses %s', ([, text, message]) => {
  expect(() => read(text)).toThrow(message);
});

test('the example in CONTRIBUTING.md is a list of facts', () => {
  const [, example = ''] =
    /^## Reading a document a second time$.*?^```yaml\n(.*?)^```$/ms.exec(
      readFileSync('CONTRIBUTING.md', 'utf8'),
    ) ?? [];
  const { facts } = read(example);
  expect(facts.map(({ tried }) => tried.length)).toEqual([4]);
});
