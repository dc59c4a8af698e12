import { arrayOf } from '../../base/json.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { ABSENT } from '../../values/violations.ts';
import type { Draft } from '../generation/draft.ts';
import { arrayRules } from './array-rules.ts';
import { formRules } from './form-rules.ts';
import type { Inquiry } from './inquiry.ts';
import { numberRules, type Try } from './number-rules.ts';
import type { Given, InputPlace } from './input-place.ts';
import { closedTo, demanded, notNull } from './presence-rules.ts';
import type { UnstatedRule } from './unstated-rule.ts';
import type { Search } from './suspects.ts';
import { isFreeText, textRules } from './text-rules.ts';

/** The rules by which a server seems to refuse what stands at a place. */
export async function rulesAt(
  inquiry: Inquiry,
  draft: Draft,
  place: InputPlace,
  searches: ReadonlySet<Search>,
): Promise<readonly UnstatedRule[]> {
  const { value } = place;
  const tries: Try = async (it) => {
    const kind = (await inquiry.ask(draft, place, it))?.kind;
    return kind === undefined || kind === 'other' ? undefined : kind === 'taken';
  };
  const found: (UnstatedRule | undefined)[] = [];
  if (searches.has('required')) found.push(demanded(value));
  if (searches.has('null')) found.push(notNull(value));
  if (searches.has('closed')) found.push(closedTo(place, value));
  if (searches.has('value')) {
    if (isNumber(value)) found.push(...(await numberRules(place, Number(value), tries)));
    else if (Array.isArray(value)) found.push(...(await arrayRules(arrayOf(value), tries)));
    else if (typeof value === 'string' && isFreeText(place)) {
      const bounds = await textRules(place, tries);
      found.push(...(bounds.length > 0 ? bounds : await formRules(value, tries)));
    }
  }
  return found.filter((it) => it !== undefined);
}

/**
 * Values that are taken each time, on connections of their own and in turns with what is refused each time;
 * undefined where a rule is not kept.
 */
export async function repeats(
  inquiry: Inquiry,
  draft: Draft,
  place: InputPlace,
  { refused, taken }: UnstatedRule,
): Promise<readonly Given[] | undefined> {
  const fresh = { isFresh: true } as const;
  const values: Given[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < Math.max(refused.length, FEWEST); turn += 1) {
      const inside = taken(inquiry.next());
      const within = await inquiry.ask(draft, place, inside, fresh);
      if (within?.kind !== 'taken') return undefined;
      values.push(inside);
      const value = refused[turn % refused.length] ?? ABSENT;
      const outside = await inquiry.ask(draft, place, value, fresh);
      // What the description itself does not allow tells nothing.
      if (outside !== undefined && outside.kind !== 'refused') return undefined;
    }
  }
  return values;
}

const ROUNDS = 2;
const FEWEST = 3;
