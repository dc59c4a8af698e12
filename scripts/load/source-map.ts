import { isObject, type Json } from '../base/json.ts';
import {
  append,
  parentOf,
  pointerOf,
  tokensOf,
  valueAt,
  type Pointer,
} from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { findTarget, type SourceNode, type Sources } from './sources.ts';

/** Finds the handwritten line behind each pointer of a bundle. */
export function mapSources(
  bundle: Json,
  root: string,
  sources: Sources,
): (pointer: Pointer) => SourceLocation {
  // Often nobody asks.
  let trace: ReturnType<typeof traceSources> | undefined;
  return toLocate((it) => (trace ??= traceSources(bundle, root, sources))(it), root, sources);
}

/** A node of the bundle that is to be looked at, and where it was written. */
interface Step {
  readonly node: Json;
  readonly pointer: Pointer;
  readonly written: SourceNode;
}

/**
 * Finds the handwritten node behind each pointer of a bundle. Bundle and sources are walked side by
 * side: where a source has a `$ref` and the bundle has either the content or a `$ref` into its own
 * components, the two trees jump, and only the jumps are kept.
 */
export function traceSources(
  bundle: Json,
  root: string,
  sources: Sources,
): (pointer: Pointer) => SourceNode {
  // What was not bundled stands where it was written.
  if (sources.size === 1 && sources.get(root)?.value === bundle) return toTrace(new Map(), root);
  const jumps = new Map<Pointer, SourceNode>([['#', { file: root, tokens: [] }]]);
  const valueOf = ({ file, tokens }: SourceNode): Json | undefined => {
    const source = sources.get(file);
    return source && valueAt(source.value, append('#', ...tokens));
  };

  const visit = ({ node, pointer, written }: Step): Step[] => {
    let place = written;
    let value = valueOf(place);
    const target = refOf(node);
    if (target === undefined) {
      const seen = new Set<Json>();
      for (let ref = refOf(value); ref !== undefined && value !== undefined; ref = refOf(value)) {
        const next: SourceNode | undefined = findTarget(ref, place, sources);
        if (!next || seen.has(value)) break;
        seen.add(value);
        place = next;
        value = valueOf(place);
      }
    }
    if (place !== written) jumps.set(pointer, place);
    const steps: Step[] = [];
    const ref = refOf(value);
    const shared = target?.startsWith('#') ? pointerOf(target) : undefined;
    if (shared !== undefined && ref !== undefined && !jumps.has(shared)) {
      const next = findTarget(ref, place, sources);
      const content = valueAt(bundle, shared);
      if (next) jumps.set(shared, next);
      if (next && content !== undefined) {
        steps.push({ node: content, pointer: shared, written: next });
      }
    }
    for (const [key, child] of childrenOf(node)) {
      const below = { file: place.file, tokens: [...place.tokens, key] };
      steps.push({ node: child, pointer: append(pointer, key), written: below });
    }
    return steps;
  };
  // References may lead from one to the next thousands of times: deeper than calls may be nested.
  const ahead: Step[] = [{ node: bundle, pointer: '#', written: { file: root, tokens: [] } }];
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    for (const next of visit(step).toReversed()) ahead.push(next);
  }

  return toTrace(jumps, root);
}

/** Finds the node behind each pointer, when those are known where the way jumps to another place. */
export function toTrace(
  jumps: ReadonlyMap<Pointer, SourceNode>,
  root: string,
): (pointer: Pointer) => SourceNode {
  return (pointer) => {
    const rest: string[] = [];
    let at = pointer;
    while (at !== '#' && !jumps.has(at)) {
      rest.unshift(tokensOf(at).at(-1) ?? '');
      at = parentOf(at);
    }
    const place = jumps.get(at) ?? { file: root, tokens: [] };
    return { file: place.file, tokens: [...place.tokens, ...rest] };
  };
}

/** Finds the handwritten line of a node. */
export function toLocate(
  trace: (pointer: Pointer) => SourceNode,
  root: string,
  sources: Sources,
): (pointer: Pointer) => SourceLocation {
  return (pointer) => {
    const { file, tokens } = trace(pointer);
    return sources.get(file)?.locate(tokens) ?? { file: root, line: 1, column: 1 };
  };
}

function refOf(node: Json | undefined): string | undefined {
  if (!isObject(node)) return undefined;
  const { $ref } = node;
  return typeof $ref === 'string' ? $ref : undefined;
}

function childrenOf(node: Json): [string, Json][] {
  if (Array.isArray(node)) {
    return (node as readonly Json[]).map((item, index): [string, Json] => [`${index}`, item]);
  }
  return isObject(node) ? Object.entries(node) : [];
}
