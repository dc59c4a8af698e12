import type { ApiModel, Breach, Parameter } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { expectedTypeOf, parseParameter, type ExpectedType } from '../../wire/parameter-style.ts';

/** What text on the wire stands for, and what its schema has against that. */
export interface Reading {
  readonly value: Json;
  readonly breaches: readonly Breach[];
}

const SCALARS = ['number', 'boolean', 'null'];

/**
 * Reads a parameter or a header field back by its schema. Where the schema names no type, as under
 * `anyOf`, the text may stand for several values: it breaks something only when every one of them
 * does, and the text itself is then what is shown.
 */
export function readParameter(
  { document, schemas }: ApiModel,
  parameter: Parameter,
  parts: readonly string[],
): Reading {
  const { schema } = parameter;
  if (schema === undefined) return { value: parts.join(','), breaches: [] };
  const expected = expectedTypeOf(document, valueAt(document, schema));
  const readings = meaningsOf(expected).map((meaning): Reading => {
    const value = parseParameter(parameter, textsFor(parameter, meaning, parts), meaning);
    return { value, breaches: schemas.check(schema, value) };
  });
  const [first = { value: null, breaches: [] }] = readings;
  return readings.find(({ breaches }) => breaches.length === 0) ?? first;
}

/** White space around the commas of a list in a header is none of its items (RFC 9110, section 5.6.1). */
function textsFor(
  { in: location }: Parameter,
  { types }: ExpectedType,
  parts: readonly string[],
): readonly string[] {
  const isList = types.includes('array') || types.includes('object');
  if (location !== 'header' || !isList) return parts;
  return parts.map((part) => part.replaceAll(/[ \t]*,[ \t]*/g, ','));
}

/** The types that text can be taken for; one choice where the schema says it. */
function meaningsOf(expected: ExpectedType): readonly ExpectedType[] {
  const { types, items } = expected;
  if (types.includes('array') && items.length === 0) {
    return [expected, { ...expected, items: SCALARS }];
  }
  if (types.length > 0) return [expected];
  return [
    expected,
    { ...expected, types: SCALARS },
    { ...expected, types: ['array'] },
    { ...expected, types: ['array'], items: SCALARS },
    { ...expected, types: ['object'] },
  ];
}
