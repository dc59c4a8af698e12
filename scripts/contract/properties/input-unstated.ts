import { readDraft } from '../generation/broken-draft.ts';
import type { Bench, Objection } from '../bench.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { isDeleting } from '../things/kinds.ts';
import { findBase, type Base } from '../unstated/base.ts';
import { isOwnRule } from '../unstated/own-rule.ts';
import { repeats, rulesAt } from '../unstated/find-rules.ts';
import { isHeldFigure, withoutHeld } from '../unstated/held-figures.ts';
import { createInquiry, openRefusals, type Inquiry } from '../unstated/inquiry.ts';
import { inputPlaces, type InputPlace } from '../unstated/input-place.ts';
import { placeName, tellsOfOthers } from '../unstated/reason-given.ts';
import { listed, type UnstatedRule } from '../unstated/unstated-rule.ts';
import { suspectsAmong, type Search } from '../unstated/suspects.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** Requests of one check. */
const MOST = 500;

export const inputUnstated: Property = {
  id: 'input.unstated',
  title: 'whatever is refused by a rule that JSON Schema can state, the description states',
  unless({ operation }) {
    if (operation.parameters.length === 0 && operation.body === undefined)
      return 'the operation takes no input';
    if (isDeleting(operation)) return 'the operation deletes';
    return openRefusals(operation).length > 0
      ? undefined
      : 'no refusal is documented of which the reason is left open';
  },
  async check(bench) {
    const { api, operation, isRepeated, learnNothing } = bench;
    // It makes nothing up that another seed would make up otherwise.
    if (isRepeated) return;
    const inquiry = createInquiry(bench, MOST);
    const base = await findBase(api, operation, inquiry);
    if (!base) return learnNothing('no valid request is taken each time');
    const places = inputPlaces(api, operation, base.draft);
    const suspects = await suspectsAmong(inquiry, base.draft, places);
    for (const [place, searches] of suspects)
      await tryPlace(bench, inquiry, base, places, place, searches);
  },
};

/** Finds the rules of one place, and complains about those that stand. */
async function tryPlace(
  bench: Bench,
  inquiry: Inquiry,
  base: Base,
  places: readonly InputPlace[],
  place: InputPlace,
  searches: ReadonlySet<Search>,
): Promise<void> {
  const proven: { readonly rule: UnstatedRule; readonly exchange: Exchange }[] = [];
  const now = bench.timeOf({ status: 0, headers: [], body: '' });
  const rules = await rulesAt(inquiry, base.draft, place, searches);
  for (const rule of withoutHeld(bench.api, place, rules, now)) {
    const inside = await inquiry.ask(base.draft, place, rule.taken(3));
    if (!inside || isHeldFigure(rule, inside.exchange)) continue;
    const exchange = await refusalOf(bench, inquiry, base, places, place, rule);
    if (!exchange) continue;
    if (!(await isOwnRule(inquiry, base, places, place, rule))) continue;
    // Once more, after all else: what there is may have changed meanwhile.
    if (await repeats(inquiry, base.draft, place, rule)) proven.push({ rule, exchange });
  }
  const [first] = proven;
  if (!first) return;
  const all = proven.map(({ rule }) => rule);
  const judge = (it: Exchange) => judgeUnstated(bench, place, all, it);
  bench.complain(judge(first.exchange), first.exchange, judge);
}

/** The refusal that shows a rule; undefined where its words tell of another reason. */
async function refusalOf(
  { api, operation }: Bench,
  inquiry: Inquiry,
  base: Base,
  places: readonly InputPlace[],
  place: InputPlace,
  rule: UnstatedRule,
): Promise<Exchange | undefined> {
  const names = [...places, ...base.lacking].map(placeName);
  for (const value of rule.refused) {
    const answer = await inquiry.ask(base.draft, place, value);
    if (answer?.kind !== 'refused' || !answer.exchange.response) continue;
    const isOther = tellsOfOthers(answer.exchange.response, rule, place, names);
    return isOther || readDraft(api, operation, base.draft).length > 0
      ? undefined
      : answer.exchange;
  }
  return undefined;
}

function judgeUnstated(
  { api, operation, target }: Bench,
  place: InputPlace,
  rules: readonly UnstatedRule[],
  exchange: Exchange,
): Objection | undefined {
  const { response } = exchange;
  if (!response || !openRefusals(operation).includes(response.status)) return undefined;
  const valid = judgeAccepted(api, target, operation, exchange, true);
  if (typeof valid !== 'object' || 'undetermined' in valid) return undefined;
  const what = rules.map((it) => it.what).join(', and ');
  const state = rules.map((it) => it.state).join(' and ');
  const seen = rules.map(({ refused, taken }) => {
    const others = listed([0, 1, 2, 3].map(taken));
    return `${listed(refused.slice(0, 4))} → ${response.status}, ${others} → taken`;
  });
  return {
    ...valid,
    message: `${place.label}: ${what} is refused, and the description allows it: state ${state}`,
    clause: place.pointer,
    kind: `unstated ${place.label}`,
    states: `no ${[...new Set(rules.map(({ keyword }) => keyword))].join(', no ')} that says so`,
    seen: `${seen.join('; ')}: ${shorten(response.body)}`,
  };
}
