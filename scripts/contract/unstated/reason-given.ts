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
/** Words of servers that read a value as an expression: which characters it has says nothing of it. */
const BY_GRAMMAR =
  /(?:parse|syntax|parsing|compile) ?error|error (?:while )?parsing|unexpected (?:end|identifier|token|character|symbol|eof)|unterminated|\bline \d+|\bcolumn \d+|\bposition \d+|\b\d+:\d+: /i;
/** Words of a description for a value that is one of two things: what holds for one holds not for the other. */
const TWO_THINGS =
  /\b(?:id|ids|uuid|identifier|key|number)\b[^.;]{0,40}\bor\b|\bor\b[^.;]{0,40}\b(?:id|uuid|identifier|key|number)\b/i;
/** Characters of an answer that are looked at. */
const LONGEST = 4000;

/** Whether the words of a refusal tell of a reason that no schema of its place can say. */
export function tellsOfOthers(
  { body }: Pick<WireResponse, 'body'>,
  { keyword, isNamed: mustName }: UnstatedRule,
  place: InputPlace,
  names: readonly string[],
): boolean {
  const said = body.slice(0, LONGEST);
  if (keyword === 'pattern' && (BY_GRAMMAR.test(said) || TWO_THINGS.test(place.words))) return true;
  // Of members that nobody knows a server says just that.
  if (keyword !== 'additionalProperties' && keyword !== 'uniqueItems' && BY_DATA.test(said))
    return true;
  const own = placeName(place);
  const isNamed = (name: string) => name !== '' && spell(said).includes(spell(name));
  if (mustName) return !isNamed(own) || BY_OTHERS.test(said);
  if (keyword !== 'required') return false;
  if (BY_OTHERS.test(said)) return true;
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
