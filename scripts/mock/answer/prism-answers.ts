import type { ApiModel } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { loadPrism, type LoadedPrism, type Wanted } from './prism.ts';
import { unfoldsToMuch } from './unfolds-to-much.ts';

export interface PrismAnswers {
  /** The least that the schema allows, as Prism understands it: the same each time; undefined where it has nothing. */
  readonly sample: (wanted: Wanted) => Promise<Json | undefined>;
}

/** Response bodies from schemas, by Prism, which is loaded at its first use, unless it could not cope. */
export function toPrismAnswers(api: ApiModel): PrismAnswers {
  let loading: Promise<LoadedPrism | undefined> | undefined;
  // It replaces each reference by what it leads to, and would not come to an end.
  const load = () =>
    (loading ??= unfoldsToMuch(api.document)
      ? Promise.resolve(undefined)
      : loadPrism(api).catch(() => undefined));
  return {
    async sample(wanted) {
      const prism = await load();
      const body = await prism?.sample(wanted).catch(() => undefined);
      return hasPrismNotes(body) ? undefined : body;
    },
  };
}

/** Whether a value shows Prism's own notes: it copies them from schemas that say nothing. */
function hasPrismNotes(value: Json | undefined): boolean {
  if (value === undefined || value === null || typeof value !== 'object') return false;
  if (isObject(value) && Object.hasOwn(value, 'x-stoplight')) return true;
  return Object.values(value).some(hasPrismNotes);
}
