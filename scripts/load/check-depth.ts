import { isObject, stringOf, type Json } from '../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** Levels, those behind references included, that the programs around a description can walk. */
const DEEPEST = 1_200;

interface Step {
  readonly node: Json;
  readonly pointer: Pointer;
  readonly depth: number;
}

/**
 * Throws a UserError where references lead from one to the next so often that those who follow them,
 * each node once, would run out of stack.
 */
export function checkDepth(document: Json, locate: (pointer: Pointer) => SourceLocation): void {
  const seen = new Set<Json>();
  const ahead: Step[] = [{ node: document, pointer: '#', depth: 0 }];
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    const { node, pointer, depth } = step;
    if (node === null || typeof node !== 'object' || seen.has(node)) continue;
    seen.add(node);
    if (depth > DEEPEST) {
      throw new UserError(
        'nested-too-deep',
        'References lead from one to the next without an end in sight',
        {
          at: locate(pointer),
          hint: `Flatten it: more than ${DEEPEST} levels are nested, those behind references included.`,
        },
      );
    }
    for (const next of below(document, step).toReversed()) ahead.push(next);
  }
}

function below(document: Json, { node, pointer, depth }: Step): Step[] {
  const reference = isObject(node) ? stringOf(node['$ref']) : undefined;
  const target = reference?.startsWith('#') === true ? pointerOf(reference) : undefined;
  const referred = target === undefined ? undefined : valueAt(document, target);
  const children = Object.entries(node ?? {}).map(([key, child]): Step => ({
    node: child,
    pointer: append(pointer, key),
    depth: depth + 1,
  }));
  if (target === undefined || referred === undefined) return children;
  return [{ node: referred, pointer: target, depth: depth + 1 }, ...children];
}
