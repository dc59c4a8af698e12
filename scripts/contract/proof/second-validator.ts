import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  type SchemaObject,
} from '@hyperjump/json-schema/draft-2020-12';
import {
  BASIC,
  compile as compileSchema,
  getSchema,
  interpret,
  type CompiledSchema,
} from '@hyperjump/json-schema/experimental';
// It exports nothing: it makes the formats known.
// oxlint-disable-next-line import/no-unassigned-import
import '@hyperjump/json-schema/formats';
import type { Json, JsonObject } from '../../base/json.ts';
import { fragmentOf, pointerOf, type Pointer } from '../../base/json-pointer.ts';
import { boundConditions, boundEffort } from './bound-effort.ts';
import { boundPatterns } from './bound-patterns.ts';
import { toExactDescription, toExactInstance } from './exact-values.ts';
import { teachFormats } from './teach-formats.ts';
import { DOUBT } from './unknown-formats.ts';
import { teachNumbers } from './teach-numbers.ts';

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
const COMPILED = new WeakMap<JsonObject, Map<Pointer, Promise<CompiledSchema>>>();
let compilations = 0;

type UnknownFormats = 'hold' | 'fail';

/** What was found of values that are asked about again: an answer may break many clauses at once. */
const FOUND = new WeakMap<JsonObject, WeakMap<object, Map<string, Promise<Opinion>>>>();

/**
 * Checks a value against a schema of a description, formats asserted, by a validator that shares no
 * code with the first: another author's reading of JSON Schema 2020-12, with formats from their RFCs.
 * A format that nobody here knows asserts nothing of a text, or else nothing keeps it.
 */
export function secondOpinion(
  document: JsonObject,
  schema: Pointer,
  value: Json,
  unknownFormats: UnknownFormats = 'hold',
): Promise<Opinion> {
  const find = () => findOut(document, schema, value, unknownFormats);
  if (typeof value !== 'object' || value === null) return find();
  const byValue = FOUND.get(document) ?? new WeakMap<object, Map<string, Promise<Opinion>>>();
  FOUND.set(document, byValue);
  const known = byValue.get(value) ?? new Map<string, Promise<Opinion>>();
  byValue.set(value, known);
  const key = `${unknownFormats} ${schema}`;
  const opinion = known.get(key) ?? find();
  known.set(key, opinion);
  return opinion;
}

async function findOut(
  document: JsonObject,
  schema: Pointer,
  value: Json,
  unknownFormats: UnknownFormats,
): Promise<Opinion> {
  const known = COMPILED.get(document) ?? new Map<Pointer, Promise<CompiledSchema>>();
  COMPILED.set(document, known);
  const compiling = known.get(schema) ?? compile(document, schema);
  known.set(schema, compiling);
  try {
    const plugins = [boundEffort(), ...(unknownFormats === 'fail' ? [DOUBT] : [])];
    const node = toExactInstance(value);
    const output = interpret(await compiling, node, { outputFormat: BASIC, plugins });
    if (output.valid) return [];
    return (output.errors ?? []).map(({ absoluteKeywordLocation, instanceLocation }) => ({
      constraint: pointerOf(absoluteKeywordLocation),
      instance: pointerOf(instanceLocation.replace(/^#\*/, '#')).slice(1),
    }));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

async function compile(document: JsonObject, schema: Pointer): Promise<CompiledSchema> {
  // Settings of the whole process, so they are made where they matter.
  setShouldValidateFormat(true);
  setShouldValidateSchema(false);
  boundConditions();
  boundPatterns();
  teachNumbers();
  teachFormats();
  compilations += 1;
  const base = `urn:kiln:description:${compilations}`;
  registerSchema(toExactDescription(document) as SchemaObject, base, DIALECT);
  try {
    return await compileSchema(await getSchema(`${base}${fragmentOf(schema)}`));
  } finally {
    unregisterSchema(base);
  }
}
