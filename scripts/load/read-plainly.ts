import {
  CORE_SCHEMA,
  defineScalarTag,
  floatCoreTag,
  intCoreTag,
  load,
  NOT_RESOLVED,
} from 'js-yaml';
import type { Json } from '../base/json.ts';
import { DEEPEST_JSON, parseJson } from '../base/json-text.ts';
import { countMembers, placesOfJson } from './json-places.ts';
import { offsetBelow, type TextPlace } from './text-place.ts';
import { placesOfYaml } from './yaml-places.ts';

/** What a text says, and at which offset it says what tokens lead to. */
interface PlainText {
  readonly value: Json;
  readonly offsetOf: (tokens: readonly string[]) => number;
}

/**
 * Reads JSON, or YAML without aliases and merges, many times faster than what can tell what is wrong with
 * a text; undefined for all else. Places are looked for when they are asked for.
 */
export function readPlainly(text: string): PlainText | undefined {
  return /^\s*[{[]/.test(text) ? readJson(text) : readYaml(text);
}

function readJson(text: string): PlainText | undefined {
  const reading = parseJson(text);
  if (!('value' in reading)) return undefined;
  const { value } = reading;
  // A member that is told twice is told nowhere in the value.
  if (countMembers(text) !== countValues(value)) return undefined;
  return withPlaces(value, () => placesOfJson(text));
}

function countValues(node: Json): number {
  if (typeof node !== 'object' || node === null) return 0;
  const below: readonly Json[] = Array.isArray(node) ? node : Object.values(node);
  const own = Array.isArray(node) ? 0 : below.length;
  return below.reduce((sum: number, child) => sum + countValues(child), own);
}

function readYaml(text: string): PlainText | undefined {
  if (MERGE.test(text)) return undefined;
  try {
    const value = load(text, { schema: EXACT, maxAliases: 0, maxDepth: DEEPEST_JSON }) as Json;
    return withPlaces(value, () => placesOfYaml(text));
  } catch {
    return undefined;
  }
}

const MERGE = /<<["']?[ \t]*:/;

/** Integers keep all their digits, and what is no number is null. */
const EXACT = CORE_SCHEMA.withTags(
  defineScalarTag<number | bigint>(intCoreTag.tagName, {
    ...intCoreTag,
    resolve(source, isExplicit, tagName) {
      const value = intCoreTag.resolve(source, isExplicit, tagName);
      if (value === NOT_RESOLVED || Number.isSafeInteger(value)) return value === 0 ? 0 : value;
      return BigInt(source);
    },
  }),
  defineScalarTag<number | null>(floatCoreTag.tagName, {
    ...floatCoreTag,
    resolve(source, isExplicit, tagName) {
      const value = floatCoreTag.resolve(source, isExplicit, tagName);
      return value === NOT_RESOLVED || Number.isFinite(value) ? value : null;
    },
  }),
);

function withPlaces(value: Json, read: () => TextPlace): PlainText {
  let root: TextPlace | undefined;
  return { value, offsetOf: (tokens) => offsetBelow((root ??= read()), tokens) };
}
