import { isEqual, isObject, type Json } from '../../base/json.ts';
import type { Direction } from '../../model/api-model.ts';
import { compileSchema, type CompileSettings } from '../compile-schema.ts';
import { WHOLE, type Check, type Run } from '../evaluation.ts';
import { formatNamed } from '../formats.ts';
import { toExcuses } from '../excuses.ts';
import { toPattern } from '../patterns.ts';
import type { Place, Resolver } from '../resolve.ts';
import type { Conjunct } from './conjunct.ts';

/** Checks of the schemas of a document, and of those that a generator makes of them, by the schemas themselves. */
const CHECKS = new WeakMap<Resolver, WeakMap<object, Check>>();

/** Whether a value satisfies a schema, formats asserted; decides while a value is being made. */
export function accepts(
  resolver: Resolver,
  { node, at, scope }: Conjunct,
  value: Json,
  direction?: Direction,
): boolean {
  if (!isObject(node)) return node !== false;
  const run: Run = {
    direction,
    excuses: direction ? toExcuses(resolver, { node, pointer: at }, direction) : () => false,
    found: undefined,
    effort: { steps: 0, depth: 0, isExhausted: false },
    memo: undefined,
    told: new Map(),
    scope: resolver.isDynamic
      ? scope.reduce<Run['scope']>((outer, resource) => ({ resource, outer }), undefined)
      : undefined,
    entered: undefined,
  };
  try {
    return checkOf(resolver, { node, pointer: at })(value, WHOLE, run, undefined);
  } catch (error) {
    // Nested deeper than the stack: nothing that is made here is.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function checkOf(resolver: Resolver, place: Place): Check {
  const checks = CHECKS.get(resolver) ?? new WeakMap<object, Check>();
  CHECKS.set(resolver, checks);
  const reading = { formats: 'asserted' } as const;
  const checkAt: CompileSettings['checkAt'] = (at) => {
    if (!isObject(at.node)) return compileSchema(resolver, at, { checkAt, reading }).check;
    let ready: Check | undefined;
    const known: Check =
      checks.get(at.node) ??
      ((value, spot, run, seen) =>
        (ready ??= compileSchema(resolver, at, { checkAt, reading }).check)(
          value,
          spot,
          run,
          seen,
        ));
    checks.set(at.node, known);
    return known;
  };
  return checkAt(place);
}

/** Whether a text matches for certain; what is no regular expression demands nothing. */
export function isMatched(pattern: string, text: string): boolean {
  const ready = toPattern(pattern);
  return 'reason' in ready || ready.test(text) === true;
}

/** Whether a text is as a format wants it; a format that is not asserted wants nothing. */
export function isOfFormat(format: string, text: string): boolean {
  return formatNamed(format, 'string')?.(text) ?? true;
}

/** Whether a value is among others. */
export function isAmong(values: readonly Json[], value: Json): boolean {
  return values.some((it) => isEqual(it, value));
}
