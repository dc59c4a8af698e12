import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { isObject, type Json } from '../../scripts/base/json.ts';
import { append, fragmentOf, withValueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { resolverOf } from '../../scripts/values/resolve.ts';
import { ABSENT, breaksOf } from '../../scripts/values/violations.ts';
import { SPECS } from '../lint/load-specs.ts';
import { isTimePoint } from '../../scripts/values/time-point.ts';

/** Broken values that are looked at for each example. */
const MOST = 60;

test('breaches of broken examples stand where Ajv finds them', () => {
  let broken = 0;
  for (const { api } of SPECS) {
    const places = placesByAjv(api);
    for (const { schema, examples } of contentOf(api)) {
      if (schema === undefined) continue;
      for (const value of examples.flatMap((it) => brokenFrom(api, schema, it.value))) {
        const ours = api.schemas.check(schema, value).map(({ constraint, keyword }) => {
          return keyword === 'false schema' ? keyword : constraint;
        });
        const theirs = places(schema, value);
        expect(ours.length === 0).toBe(theirs.size === 0);
        for (const place of ours) expect(theirs).toContain(place);
        broken += ours.length;
      }
    }
  }
  expect(broken).toBeGreaterThan(1000);
}, 30_000);

function contentOf({ operations }: ApiModel) {
  return operations.flatMap(({ body, responses }) => [
    ...(body?.content ?? []),
    ...responses.flatMap((it) => it.content),
  ]);
}

function brokenFrom({ document }: ApiModel, schema: Pointer, value: Json): Json[] {
  const node = resolverOf(document).nodeAt(schema);
  return [...breaksOf(document, node, value)].slice(0, MOST).flatMap(({ at, candidates }) => {
    const [first] = candidates;
    return first === undefined || first === ABSENT ? [] : [withValueAt(value, at, first)];
  });
}

function placesByAjv({ document }: ApiModel): (schema: Pointer, value: Json) => Set<string> {
  const resolver = resolverOf(document);
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    validateSchema: false,
    logger: false,
  });
  addFormats.default(ajv);
  // One of ours, which Ajv cannot know.
  ajv.addFormat('iso-8601-time-point', isTimePoint);
  ajv.addSchema(document, 'kiln:description');
  return (schema, value) => {
    const validate = ajv.getSchema(`kiln:description${fragmentOf(schema)}`);
    void validate?.(value);
    return new Set(
      (validate?.errors ?? []).map(({ keyword, parentSchema }) => {
        if (keyword === 'false schema' || !isObject(parentSchema)) return keyword;
        return append(resolver.pointerTo(parentSchema) ?? '#', keyword);
      }),
    );
  };
}
