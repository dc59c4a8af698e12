import { expect, test } from 'vitest';
import { isObject, type Json } from '../../scripts/base/json.ts';
import { bundleSources } from '../../scripts/load/bundle-sources.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { toEvaluator } from '../../scripts/values/evaluator.ts';
import { resolverOf } from '../../scripts/values/resolve.ts';
import { fetchSuite } from './fetch-suite.ts';

/** How references lead, and what looks through them. */
const GROUPS = [
  'anchor',
  'defs',
  'dynamicRef',
  'ref',
  'unevaluatedItems',
  'unevaluatedProperties',
  'optional/anchor',
  'optional/dynamicRef',
  'optional/id',
];

const suite = await fetchSuite();

/** The documents that the cases refer to, as files that say their own addresses. */
const REMOTES = Object.fromEntries(
  ['remotes' in suite ? suite.remotes : new Map<string, Json>()].flatMap((remotes) =>
    [...remotes].flatMap(([address, value], index): [string, Json][] =>
      isObject(value) && address.includes('draft2020-12')
        ? [[`remote-${index}.json`, { $id: address, ...value }]]
        : [],
    ),
  ),
);

test.skipIf('reason' in suite).for(GROUPS)('a bundle means what %s says', (group) => {
  const cases = 'cases' in suite ? suite.cases.filter((it) => it.group === group) : [];
  expect(cases.length).toBeGreaterThan(0);
  const wrong = cases.filter(({ schema, value, isValid }) => {
    const document = bundled(schema);
    const { check } = toEvaluator(resolverOf(document), { formats: 'annotations' });
    return (check('#/components/schemas/Case', value).length === 0) !== isValid;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** The schema in a file of its own, to which a description refers, with nothing but pointers. */
function bundled(schema: Json): Json {
  const description = {
    openapi: '3.1.0',
    components: { schemas: { Case: { $ref: 'case.json' } } },
  };
  const files = { ...REMOTES, 'openapi.json': description, 'case.json': schema };
  const sources = Object.entries(files).map(
    ([file, value]) => [file, parseYaml(JSON.stringify(value), file)] as const,
  );
  const { document } = bundleSources('openapi.json', new Map(sources));
  const text = JSON.stringify(document);
  expect(text.match(/"\$dynamicRef":"(?!https:\/\/json-schema)[^"]*"/g) ?? []).toEqual([]);
  return document;
}
