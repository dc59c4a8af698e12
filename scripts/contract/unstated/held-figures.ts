import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { successJson } from '../flows/json-answer.ts';
import { isNamedAfter } from '../../model/id-property.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { kindsOf } from '../things/kinds.ts';
import { isPlausible } from './number-rules.ts';
import type { InputPlace } from './input-place.ts';
import { placeName } from './reason-given.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Values of an answer that are looked at. */
const MOST = 10_000;

/**
 * Whether the bound of a rule is a figure of what a server holds: how many there are, or one that it shows. The
 * answer is to a request that does not say the bound itself.
 */
export function isHeldFigure({ isBound, refused }: UnstatedRule, answered: Exchange): boolean {
  const [first] = refused;
  const held = successJson(answered);
  if (isBound !== true || typeof first !== 'number' || held === undefined) return false;
  // What is refused may begin one above the last that there is.
  const near = new Set([first - 1, first, first + 1]);
  const queue: Json[] = [held];
  let seen = 0;
  for (let value = queue.pop(); value !== undefined && seen < MOST; value = queue.pop()) {
    seen += 1;
    if (isNumber(value) && near.has(Number(value)) && Number(value) > 1) return true;
    const items = Array.isArray(value) ? arrayOf(value) : [];
    if (items.length > 1 && near.has(items.length)) return true;
    queue.push(...items, ...(isObject(value) ? Object.values(value) : []));
  }
  return false;
}

/** Whether a place names a thing: which there are decides, and numbers that count up have bounds by it. */
export function namesThing(api: ApiModel, place: InputPlace): boolean {
  const name = placeName(place);
  if (place.part.parameter?.in === 'path' || /(?:^|[_-])ids?$|[a-z]I[dD]s?$/.test(name))
    return true;
  return name !== '' && kindsOf(api).some(({ segment }) => isNamedAfter(name, segment));
}

/** Rules without bounds where these may be those of what there is: one that nobody would write tells of the other. */
export function withoutHeld(
  api: ApiModel,
  place: InputPlace,
  rules: readonly UnstatedRule[],
  now: number,
): readonly UnstatedRule[] {
  const isDoubtful = namesThing(api, place) || rules.some((it) => !isPlausible(it, now));
  return rules.filter(({ isBound }) => isBound !== true || !isDoubtful);
}
