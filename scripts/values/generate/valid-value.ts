import * as fc from 'fast-check';
import type { Json } from '../../base/json.ts';
import { drawFrom } from './draw.ts';
import { toMaker, type ValueOptions } from './maker.ts';

/** Choices that a value may use up; beyond them the simplest are made. */
const MOST_CHOICES = 240;
const GREATEST = 2 ** 32 - 1;

/**
 * Values that a JSON Schema 2020-12 schema allows and that can be sent to their destination. Where none
 * is found they are all null: `sampleValue` says why. They shrink to fewer and simpler parts.
 */
export function validValue(
  document: Json,
  schema: Json | undefined,
  options: ValueOptions = {},
): fc.Arbitrary<Json> {
  const maker = toMaker(document, schema, options);
  return fc
    .array(fc.integer({ min: 0, max: GREATEST }), { maxLength: MOST_CHOICES, size: 'max' })
    .map((choices) => maker.make(drawFrom(choices), 'varied') ?? maker.least() ?? null);
}
