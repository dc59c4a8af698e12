import { spell } from '../../base/spell.ts';
import type { WireResponse } from '../../wire/exchange.ts';
import { tokensOf } from '../../base/json-pointer.ts';
import type { InputPlace } from './input-place.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Words of servers that refuse for what there is, who asks or how often, whatever a value looks like. */
const BY_DATA =
  /not found|no such|unknown|already|taken\b|duplicate|unique|conflict|in use\b|quota|exceeded your|too many requests|insufficient|not enough|expired|permission|disabled|not supported|not enabled|unavailable|currently|does ?n.t exist|not exist/i;
/** Words of servers that want one of several. */
const BY_OTHERS = /\beither\b|one of\b|at least one|mutually|together|both\b|along with/i;
/** Characters of an answer that are looked at. */
const LONGEST = 4000;

/** Whether the words of a refusal tell of a reason that no schema of its place can say. */
export function tellsOfOthers(
  { body }: Pick<WireResponse, 'body'>,
  { keyword }: UnstatedRule,
  place: InputPlace,
  names: readonly string[],
): boolean {
  const said = body.slice(0, LONGEST);
  // Of members that nobody knows a server says just that.
  if (keyword !== 'additionalProperties' && keyword !== 'uniqueItems' && BY_DATA.test(said))
    return true;
  if (keyword !== 'required') return false;
  if (BY_OTHERS.test(said)) return true;
  const own = placeName(place);
  const isNamed = (name: string) => name !== '' && spell(said).includes(spell(name));
  // A server that names another thing misses that one.
  if (
    names.some(
      (it) => it !== own && it.length > 3 && !own.includes(it) && isNamed(it) && !isNamed(own),
    )
  )
    return true;
  return (
    own !== '' &&
    !isNamed(own) &&
    !/required|missing|must not be (?:null|blank|empty)|no \w+ provided/i.test(said)
  );
}

/** What a place is called by those who write it; nothing for a body. */
export function placeName({ part, at }: InputPlace): string {
  return tokensOf(at).findLast((it) => !/^\d+$/.test(it)) ?? part.parameter?.name ?? '';
}
