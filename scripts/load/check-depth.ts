import { isObject, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** Levels, those behind references included, that the programs around a description can walk. */
const DEEPEST = 1_200;

/** A node on the way, and how it was come to: its name below the one before, or where a reference leads. */
interface Step {
  readonly node: object;
  readonly depth: number;
  readonly from: Step | undefined;
  readonly name: string;
  readonly target?: Pointer;
}

/**
 * Throws a UserError where references lead from one to the next so often that those who follow them,
 * each node once, would run out of stack.
 */
export function checkDepth(document: Json, locate: (pointer: Pointer) => SourceLocation): void {
  if (!isNested(document)) return;
  const seen = new Set<object>();
  const ahead: Step[] = [{ node: document, depth: 0, from: undefined, name: '' }];
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    const { node, depth } = step;
    if (seen.has(node)) continue;
    seen.add(node);
    if (depth > DEEPEST) {
      throw new UserError(
        'nested-too-deep',
        'References lead from one to the next without an end in sight',
        {
          at: locate(pointerTo(step)),
          hint: `Flatten it: more than ${DEEPEST} levels are nested, those behind references included.`,
        },
      );
    }
    const names = Object.keys(node);
    for (let index = names.length - 1; index >= 0; index -= 1) {
      const name = names[index] ?? '';
      const child = (node as JsonObject)[name] ?? null;
      if (isNested(child)) ahead.push({ node: child, depth: depth + 1, from: step, name });
    }
    const ref = isObject(node) ? stringOf(node['$ref']) : undefined;
    if (ref?.startsWith('#') !== true) continue;
    const target = pointerOf(ref);
    const referred = valueAt(document, target) ?? null;
    if (isNested(referred)) {
      ahead.push({ node: referred, depth: depth + 1, from: step, name: '', target });
    }
  }
}

function isNested(value: Json): value is JsonObject | readonly Json[] {
  return typeof value === 'object' && value !== null;
}

function pointerTo({ from, name, target }: Step): Pointer {
  if (target !== undefined) return target;
  return from ? append(pointerTo(from), name) : '#';
}
