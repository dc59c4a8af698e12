import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
  type SchemaObject,
  type Validator,
} from '@hyperjump/json-schema/draft-2020-12';
import { BASIC } from '@hyperjump/json-schema/experimental';
// It exports nothing: it makes the formats known.
// oxlint-disable-next-line import/no-unassigned-import
import '@hyperjump/json-schema/formats';
import type { Json, JsonObject } from '../../base/json.ts';
import { withoutBigints } from '../../values/without-bigints.ts';
import { fragmentOf, pointerOf, type Pointer } from '../../base/json-pointer.ts';
import { boundPatterns } from './bound-patterns.ts';

/** A keyword that fails, and where in the value. */
export interface Failure {
  /** The keyword's place in the description, `$ref`s followed. */
  readonly constraint: Pointer;
  /** Place in the value, as a JSON Pointer string (RFC 6901, section 5). */
  readonly instance: string;
}

/** What a validator finds, or why it cannot tell. */
export type Opinion = readonly Failure[] | { readonly reason: string };

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Validators by document and schema: compiling takes longer than checking. */
const COMPILED = new WeakMap<JsonObject, Map<Pointer, Promise<Validator>>>();
let compilations = 0;

/**
 * Checks a value against a schema of a description, formats asserted, by a validator that shares no
 * code with the first: another author's reading of JSON Schema 2020-12, with formats from their RFCs.
 */
export async function secondOpinion(
  document: JsonObject,
  schema: Pointer,
  value: Json,
): Promise<Opinion> {
  const known = COMPILED.get(document) ?? new Map<Pointer, Promise<Validator>>();
  COMPILED.set(document, known);
  const compiling = known.get(schema) ?? compile(document, schema);
  known.set(schema, compiling);
  try {
    const check = await compiling;
    // Its types know only mutable JSON, and it changes nothing.
    const output = check(withoutBigints(value) as Parameters<Validator>[0], BASIC);
    if (output.valid) return [];
    return (output.errors ?? []).map(({ absoluteKeywordLocation, instanceLocation }) => ({
      constraint: pointerOf(absoluteKeywordLocation),
      instance: pointerOf(instanceLocation.replace(/^#\*/, '#')).slice(1),
    }));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

async function compile(document: JsonObject, schema: Pointer): Promise<Validator> {
  // Settings of the whole process, so they are made where they matter.
  setShouldValidateFormat(true);
  setShouldValidateSchema(false);
  boundPatterns();
  compilations += 1;
  const base = `urn:kiln:description:${compilations}`;
  registerSchema(withoutBigints(document) as SchemaObject, base, DIALECT);
  try {
    return await validate(`${base}${fragmentOf(schema)}`);
  } finally {
    unregisterSchema(base);
  }
}
