import type { ApiModel } from '../../model/api-model.ts';
import { isEqual } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import { inputAt } from './inputs.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** What an answer says otherwise than the request that it repeats (`x-repeats`). */
export function repeatObjections(api: ApiModel, recorded: Recorded): readonly Objection[] {
  const route = routeOf(api, recorded.request);
  const { operation } = route;
  if (!operation?.repeats || recorded.response.status >= 300) return [];
  const at = (place: string) => inputAt(api, operation, route, recorded.request, place);
  const index = operation.repeats.findIndex(({ when = {} }) =>
    Object.entries(when).every(([place, value]) => isEqual(at(place) ?? null, value)),
  );
  const { places = {}, most = {} } = operation.repeats[index] ?? {};
  const body = jsonIn(recorded.response) ?? null;
  const told = (to: string) => valueAt(body, to as Pointer);
  const wrong = [
    ...Object.entries(places)
      .filter(([to, from]) => {
        const [said, shown] = [at(from), told(to)];
        return said !== undefined && shown !== undefined && !isEqual(said, shown);
      })
      .map(([to]) => ['places', to] as const),
    ...Object.entries(most)
      .filter(([to, from]) => {
        const [said, shown] = [at(from), told(to)];
        if (typeof said !== 'number' || typeof shown !== 'number') return false;
        return shown > said && shown > 0;
      })
      .map(([to]) => ['most', to] as const),
  ];
  return wrong.map(([part, to]) => ({
    clause: append(operation.pointer, 'x-repeats', index, part, to),
    seen: `${to} is not what was sent`,
  }));
}
