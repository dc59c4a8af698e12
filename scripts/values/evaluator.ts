import type { Breach, Direction, SchemaFlaw } from '../model/api-model.ts';
import { type Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { compileSchema, type CompiledSchema } from './compile-schema.ts';
import { WHOLE, type Check, type Run } from './evaluation.ts';
import { toExcuses } from './excuses.ts';
import { toQuickChecks, type QuickCheck } from './quick-check.ts';
import type { Place, Resolver } from './resolve.ts';
import type { Dialect } from './keywords-in-use.ts';

/** Checks values by the schemas of a document. */
export interface Evaluator {
  readonly check: (schema: Pointer, value: Json, direction?: Direction) => readonly Breach[];
  /** What in a schema, and in all that it leads to, is not as JSON Schema wants it and asserts nothing. */
  readonly flaws: (schema: Pointer) => readonly SchemaFlaw[];
}

/**
 * An evaluator of JSON Schema 2020-12 (core, sections 8 to 11; validation, sections 6 and 7), formats
 * asserted as formats.ts says. Nothing in a schema or a value makes it throw.
 */
export function toEvaluator(
  resolver: Resolver,
  reading: Dialect = { formats: 'asserted' },
): Evaluator {
  const compiled = new Map<Pointer, CompiledSchema>();
  const checks = new Map<Pointer, Check>();

  const compile = (place: Place): CompiledSchema => {
    const known =
      compiled.get(place.pointer) ?? compileSchema(resolver, place, { checkAt, reading });
    compiled.set(place.pointer, known);
    return known;
  };
  const checkAt = (place: Place): Check => {
    let ready: Check | undefined;
    // Made at its first use: schemas lead back to themselves, and most are never asked.
    const check: Check =
      checks.get(place.pointer) ??
      ((value, at, run, seen) => (ready ??= compile(place).check)(value, at, run, seen));
    checks.set(place.pointer, check);
    return check;
  };

  const roots = new Map<Pointer, Root | undefined>();
  const rootAt = (schema: Pointer): Root | undefined => {
    const node = resolver.nodeAt(schema);
    const place = { node: node ?? true, pointer: schema };
    const root =
      node === undefined
        ? undefined
        : { place, check: checkAt(place), asked: 0, quick: {}, excuses: {} };
    roots.set(schema, root);
    return root;
  };

  const quickly = {
    other: toQuickChecks(resolver, reading, false),
    answer: toQuickChecks(resolver, reading, true),
  };
  /** Whether a value holds for certain. */
  const isPlain = (root: Root, value: Json, direction: Direction | undefined): boolean => {
    const way = direction === 'response' ? 'answer' : 'other';
    const known = root.quick[way];
    if (known) return known(value);
    root.asked += 1;
    if (root.asked <= FEW_CHECKS) return false;
    return (root.quick[way] = quickly[way](root.place) ?? NEVER)(value);
  };

  return {
    check(schema, value, direction) {
      const root = roots.get(schema) ?? rootAt(schema);
      if (!root || isPlain(root, value, direction)) return [];
      const excuses = direction ? excusesFor(resolver, root, direction) : nothingExcuses;
      return breachesOf(root.check, value, () => newRun(direction, excuses));
    },
    flaws(schema) {
      const node = resolver.nodeAt(schema);
      if (node === undefined) return [{ at: schema, message: 'there is no schema' }];
      const places = new Map<Pointer, Place>([[schema, { node, pointer: schema }]]);
      const flaws: SchemaFlaw[] = [];
      // What is added while it runs is walked as well.
      for (const place of places.values()) {
        const { flaws: own, leads } = compile(place);
        flaws.push(...own);
        for (const lead of leads) if (!places.has(lead.pointer)) places.set(lead.pointer, lead);
      }
      return flaws;
    },
  };
}

/** A schema that values are checked by. */
interface Root {
  readonly place: Place;
  readonly check: Check;
  /** How often it was asked before it was made quick. */
  asked: number;
  readonly quick: { answer?: QuickCheck; other?: QuickCheck };
  /** Made where somebody asks for them: hardly a check does. */
  readonly excuses: { [Way in Direction]?: Run['excuses'] };
}

const NEVER: QuickCheck = () => false;

/** To make a schema quick takes as long as a few checks, and most are asked no more than once. */
const FEW_CHECKS = 3;

function nothingExcuses(): boolean {
  return false;
}

function excusesFor(
  resolver: Resolver,
  { place, excuses }: Root,
  direction: Direction,
): Run['excuses'] {
  return (excuses[direction] ??= toExcuses(resolver, place, direction));
}

/** Where nothing has to be told, that is found out first. */
function breachesOf(check: Check, value: Json, start: () => Run): readonly Breach[] {
  const quick = start();
  if (isHeld(check, value, quick)) return [];
  const found: Breach[] = [];
  const thorough = { ...start(), found };
  return isHeld(check, value, thorough) ? [] : found;
}

/** Whether a value is valid, as far as can be told with the stack and the time that there is. */
function isHeld(check: Check, value: Json, run: Run): boolean {
  try {
    return check(value, WHOLE, run, undefined) || run.effort.isExhausted;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function newRun(direction: Direction | undefined, excuses: Run['excuses']): Run {
  return {
    direction,
    excuses,
    found: undefined,
    effort: { steps: 0, depth: 0, isExhausted: false },
    memo: undefined,
    told: undefined,
    scope: undefined,
    entered: undefined,
  };
}
