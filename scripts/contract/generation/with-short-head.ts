import { writeParameter } from '../../wire/write-parameter.ts';
import type { Json } from '../../base/json.ts';
import type { Parameter } from '../../model/api-model.ts';

interface Given {
  readonly parameter: Parameter;
  readonly value: Json;
}

/** Bytes of a request line that every server should take (RFC 9112, section 3), less what is not a parameter's. */
const MOST_BYTES = 7000;

/**
 * A draft whose parameters fit into the head of a request. Where all together are longer than servers are
 * asked to take, optional ones are left out, the longest first: without them the request is as valid.
 */
export function withShortHead<T extends { readonly parameters: readonly Given[] }>(draft: T): T {
  const sized = draft.parameters.map((given) => ({ given, size: sizeOf(given) }));
  let left = sized.reduce((sum, { size }) => sum + size, 0);
  if (left <= MOST_BYTES) return draft;
  const dropped = new Set<Given>();
  for (const { given, size } of sized.toSorted((one, other) => other.size - one.size)) {
    if (left <= MOST_BYTES) break;
    if (given.parameter.required) continue;
    dropped.add(given);
    left -= size;
  }
  return { ...draft, parameters: draft.parameters.filter((it) => !dropped.has(it)) };
}

/** Bytes that a parameter takes with its name and what parts it from the next. */
function sizeOf({ parameter, value }: Given): number {
  const written = writeParameter(parameter, value) ?? '';
  return parameter.name.length + written.length + 4;
}
