import { arrayOf } from '../../base/json.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { ABSENT } from '../../values/violations.ts';
import type { Draft } from '../generation/draft.ts';
import type { Base } from './base.ts';
import type { Inquiry } from './inquiry.ts';
import { isSamePlace, put, type Given, type InputPlace } from './input-place.ts';
import { anew } from './renewed.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Requests in which a rule is looked at once more: all but its own place says something else. */
const MOST = 24;
/** Places that are changed one by one where all of them at once are refused. */
const MOST_SINGLE = 10;

/** What another request shows of a rule: it is kept there, it is not, or the request shows nothing. */
type Standing = 'kept' | 'broken' | 'unknown';

/**
 * Whether a rule is one of its place alone: it is kept as well where the rest of the request says something else,
 * or less, or more. A rule that compares has to be seen with other figures beside it.
 */
export async function isOwnRule(
  inquiry: Inquiry,
  base: Base,
  places: readonly InputPlace[],
  place: InputPlace,
  rule: UnstatedRule,
): Promise<boolean> {
  const others = places.filter((it) => !isSamePlace(it, place));
  const inOne = (draft: Draft) => standingIn(inquiry, draft, place, rule);
  // What is missing may be the other one of two that do.
  for (const it of rule.keyword === 'required' ? base.lacking : []) {
    const draft = put(put(base.draft, it, it.value), place, ABSENT);
    if (!isSamePlace(it, place) && (await inquiry.send(draft, place))?.kind === 'taken')
      return false;
  }
  const least = others
    .filter((it) => it.isOptional)
    .reduceRight((draft, it) => put(draft, it, ABSENT), base.draft);
  if ((await inOne(least)) === 'broken') return false;
  const uncertain = new Set(rule.isBound ? others.filter((it) => isNumber(it.value)) : []);
  let left = MOST;
  for (const turn of [0, 1] as const) {
    const changed = others.flatMap(
      (it): { readonly place: InputPlace; readonly value: Given }[] => {
        const value = otherValues(it)[turn];
        return value === undefined ? [] : [{ place: it, value }];
      },
    );
    if (changed.length === 0) continue;
    const all = changed.reduce((draft, it) => put(draft, it.place, it.value), base.draft);
    const together = await inOne(all);
    if (together === 'broken') return false;
    if (together === 'kept') {
      for (const it of changed) uncertain.delete(it.place);
      continue;
    }
    for (const it of changed.slice(0, MOST_SINGLE)) {
      if ((left -= 1) < 0) return false;
      const alone = await inOne(put(base.draft, it.place, it.value));
      if (alone === 'broken') return false;
      if (alone === 'kept') uncertain.delete(it.place);
    }
  }
  return uncertain.size === 0;
}

/** Values that are taken elsewhere, and tried in another request. */
const TAKEN = 3;

/** How a rule stands in another request: what is refused must be, and all that is taken. */
async function standingIn(
  inquiry: Inquiry,
  draft: Draft,
  place: InputPlace,
  { refused, taken }: UnstatedRule,
): Promise<Standing> {
  const answers: string[] = [];
  while (answers.length < TAKEN) {
    const answer = await inquiry.ask(draft, place, taken(inquiry.next()));
    answers.push(answer?.kind ?? 'other');
  }
  const [nearest = null] = refused;
  const outside = (await inquiry.ask(draft, place, nearest))?.kind;
  if (outside === 'taken') return 'broken';
  const isTaken = answers.filter((it) => it === 'taken').length;
  if (isTaken === 0 || outside === undefined) return 'unknown';
  return isTaken === answers.length && outside === 'refused' ? 'kept' : 'broken';
}

/** Up to two other values of a place, next to the one that is there. */
function otherValues({ schema, value, part, at }: InputPlace): readonly Given[] {
  // What a path names has to be there.
  if (part.parameter?.in === 'path') return [];
  const choices = arrayOf(schema['enum']).filter((it) => it !== value);
  if (choices.length > 0) return choices.slice(0, 2);
  if ('const' in schema) return [];
  if (isNumber(value)) return [Number(value) + 1, Number(value) - 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    const year = /^(\d{4})(-\d\d-\d\d.*)$/s.exec(value);
    if (year) return [1, -1].map((it) => `${Number(year[1]) + it}${year[2]}`);
    const other = anew(value, 90 + at.length);
    return other === value ? [] : [other];
  }
  if (!Array.isArray(value)) return [];
  const items = arrayOf(value);
  return [[...items, ...items.slice(0, 1)], ...(items.length > 1 ? [items.slice(1)] : [])];
}
