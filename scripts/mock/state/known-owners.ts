import { textOf } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { idsInExamples } from '../../model/documented-ids.ts';

/** Found once for each kind of a description. */
const KNOWN = new WeakMap<object, Map<string, ReadonlySet<string>>>();

/** The ids that any example uses for things of a kind, those of requests about what is within one included. */
export function namedOwners(
  api: ApiModel,
  name: string,
  holderOf: (kind: string) => string | undefined,
): ReadonlySet<string> {
  const kinds = KNOWN.get(api) ?? new Map<string, ReadonlySet<string>>();
  if (!KNOWN.has(api)) KNOWN.set(api, kinds);
  const known = kinds.get(name);
  if (known) return known;
  const asked = api.operations.flatMap((operation) => {
    const { name: kind, within = [] } = operation.resource ?? {};
    let holder = kind === undefined ? undefined : holderOf(kind);
    for (let index = within.length - 1; holder !== undefined && index >= 0; index -= 1) {
      if (holder === name) return examplesAt(operation, within[index] ?? '');
      holder = holderOf(holder);
    }
    return [];
  });
  const ids = new Set([...idsInExamples(api, name), ...asked]);
  kinds.set(name, ids);
  return ids;
}

/** What examples say at a place: a pointer into the body, or a parameter. */
function examplesAt(operation: Operation, place: string): readonly string[] {
  if (!place.startsWith('#')) {
    const parameter = operation.parameters.find((it) => it.name === place);
    return (parameter?.examples ?? []).map(({ value }) => textOf(value));
  }
  const bodies = (operation.body?.content ?? []).flatMap((it) => it.examples);
  return bodies.flatMap(({ value }) => {
    const told = valueAt(value, place as Pointer);
    return told === undefined ? [] : [textOf(told)];
  });
}
