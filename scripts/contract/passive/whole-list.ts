import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { itemsIn } from '../flows/things.ts';
import { requestPlace, type RecordedStep } from './recorded-step.ts';

/** Whether an answer lists all there are: nothing was asked for but whose they are, or it says how many there are. */
export function isWholeList(step: RecordedStep, body: Json): boolean {
  const { operation, exchange } = step;
  const { resource, pagination } = operation;
  if (!resource || resource.items === undefined) return resource !== undefined && !pagination;
  const within = new Set(resource.within);
  const { searchParams } = new URL(exchange.request.url);
  const isNarrowed =
    [...searchParams.keys()].some((name) => !within.has(name)) ||
    (resource.filter !== undefined && requestPlace(step, resource.filter) !== undefined);
  if (isNarrowed) return false;
  const counted = resource.count === undefined ? undefined : valueAt(body, resource.count);
  const isCounted = counted === itemsIn(resource, body).length;
  return pagination ? isCounted : isCounted || counted === undefined || typeof counted !== 'number';
}
