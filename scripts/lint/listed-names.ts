import type { ApiModel, Operation } from '../model/api-model.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { Hit } from './rule.ts';
import { jsonOfSuccess, unknown, unknownPlace } from './unknown-names.ts';

/** What `x-repeats` and lists of several kinds name and nothing has. */
export function* listedFaults(api: ApiModel, operation: Operation): Generator<Hit> {
  const { pointer, resource, repeats = [], responses } = operation;
  const success = jsonOfSuccess(responses);
  const examples = success.flatMap((it) => it.examples.map(({ name }) => name));
  for (const [index, { when = {}, example, places = {}, most = {} }] of repeats.entries()) {
    const at = append(pointer, 'x-repeats', index);
    if (example !== undefined) yield* unknown(append(at, 'example'), 'example', example, examples);
    for (const place of Object.keys(when)) {
      yield* saidFaults(api, operation, append(at, 'when', place), place);
    }
    for (const [part, of] of Object.entries({ places, most })) {
      for (const [to, from] of Object.entries(of)) {
        const isShown = success.some((it) =>
          it.examples.some(({ value }) => valueAt(value, to as Pointer) !== undefined),
        );
        // Where a schema takes anything an example may show it.
        if (!isShown) yield* unknownPlace(api, append(at, part, to), to as Pointer, success);
        yield* saidFaults(api, operation, append(at, part, to), from);
      }
    }
  }
  const { kinds, search } = resource ?? {};
  const at = append(pointer, 'x-resource');
  if (search) yield* saidFaults(api, operation, append(at, 'search', 'for'), search.for);
  if (!kinds) return;
  if (kinds.chosen !== undefined) {
    yield* saidFaults(api, operation, append(at, 'kinds', 'chosen'), kinds.chosen);
  }
  const known = api.operations.flatMap((it) => it.resource?.name ?? []);
  for (const [index, { name }] of kinds.of.entries()) {
    yield* unknown(append(at, 'kinds', 'of', index, 'name'), 'kind of thing', name, known);
  }
}

/** A parameter, or a place in the body. */
function saidFaults(
  api: ApiModel,
  { body, parameters }: Operation,
  at: Pointer,
  place: string,
): Generator<Hit> {
  if (place.startsWith('#')) {
    return place === '#' ? none() : unknownPlace(api, at, place as Pointer, body?.content ?? []);
  }
  return unknown(
    at,
    'parameter',
    place,
    parameters.map(({ name }) => name),
  );
}

function* none(): Generator<Hit> {
  // The whole body is always there.
}
