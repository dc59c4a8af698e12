import { isObject, stringOf, type Json } from '../base/json.ts';
import { fragmentOf, pointerOf, type Pointer } from '../base/json-pointer.ts';
import { findTarget, keyOf, valueOf, type SourceNode, type Sources } from './sources.ts';

/** Keywords that name schemas, for which nobody asks where every reference is a pointer. */
export const NAMES: ReadonlySet<string> = new Set(['$id', '$anchor', '$dynamicAnchor']);

/**
 * What a schema stands for that is nothing but a name for another, as arguments of a generic one are;
 * undefined for what stands in no file. It goes on as long as it may pass the next.
 */
export function throughAliases(
  start: SourceNode | undefined,
  sources: Sources,
  mayPass: (node: SourceNode) => boolean = () => true,
): SourceNode | undefined {
  if (!start || !sources.has(start.file)) return undefined;
  const seen = new Set<string>();
  for (let at = start; ;) {
    seen.add(keyOf(at));
    const next = mayPass(at) ? targetOfAlias(at, sources) : undefined;
    if (!next || !sources.has(next.file) || seen.has(keyOf(next))) return at;
    at = next;
  }
}

function targetOfAlias(at: SourceNode, sources: Sources): SourceNode | undefined {
  const node = valueOf(at, sources);
  if (!isObject(node) || Object.keys(node).some((key) => key !== '$ref' && !NAMES.has(key))) return;
  const ref = stringOf(node['$ref']);
  return ref === undefined ? undefined : findTarget(ref, at, sources);
}

/** A pointer as the author has written it, where it is the same. */
export function spelled(pointer: Pointer, ref: Json | undefined): string {
  return typeof ref === 'string' && ref.startsWith('#') && pointerOf(ref) === pointer
    ? ref
    : fragmentOf(pointer);
}
