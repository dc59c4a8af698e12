import { readDraft } from '../generation/broken-draft.ts';
import type { Bench, Objection } from '../bench.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { findBase, findStart, hasRoomFor, type Base, type NoteRefused } from '../unstated/base.ts';
import { isOwnRule } from '../unstated/own-rule.ts';
import { repeats, rulesAt } from '../unstated/find-rules.ts';
import { namedRules } from '../unstated/named-rules.ts';
import { mayBeMadeUp, nothingTaken } from '../unstated/nothing-taken.ts';
import { isHeldFigure, withoutHeld } from '../unstated/held-figures.ts';
import { createInquiry, openRefusals, type Inquiry } from '../unstated/inquiry.ts';
import { inputPlaces, type Given, type InputPlace } from '../unstated/input-place.ts';
import { placeName, tellsOfOthers } from '../unstated/reason-given.ts';
import { listed, type UnstatedRule } from '../unstated/unstated-rule.ts';
import { suspectsAmong, type Search } from '../unstated/suspects.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** Requests of one check where something is refused; where nothing is, a few dozen tell. */
const MOST = 900;
/** Values of each sort that a finding shows. */
const SHOWN = 4;

export const inputUnstated: Property = {
  id: 'input.unstated',
  title: 'whatever is refused by a rule that JSON Schema can state, the description states',
  unless({ operation }) {
    if (operation.parameters.length === 0 && operation.body === undefined)
      return 'the operation takes no input';
    return openRefusals(operation).length > 0 ? undefined : 'no refusal leaves its reason open';
  },
  usesSuccesses: true,
  async check(bench) {
    const { api, operation, isRepeated, learnNothing, succeeded, tookInstead } = bench;
    // It makes nothing up that another seed would make up otherwise.
    if (isRepeated) return;
    const inquiry = createInquiry(bench, MOST);
    await bench.giveWay();
    const known = [tookInstead(), succeeded()].filter((it) => it !== undefined);
    const start = await findStart(api, operation, inquiry, known);
    if (!start) return learnNothing('no valid request is taken each time');
    // Beside nothing else that may be left out: two that do not go together are no rule of one.
    const alone: Base = { draft: start.draft, lacking: [] };
    const noteRefused: NoteRefused = async (place, refused, about) => {
      const rule = nothingTaken(api, place, refused);
      const plain = hasRoomFor(start.draft, place) ? alone : about;
      if (rule) await proveAlone(bench, inquiry, plain, place, rule);
    };
    const tried = new Set<string>();
    const isOpen = ({ label }: InputPlace) => !tried.has(label);
    const all = inputPlaces(api, operation, start.full);
    const makeable = all.filter((it) => mayBeMadeUp(api, it));
    for (const { place, rule } of await namedRules(inquiry, start, makeable)) {
      tried.add(place.label);
      await proveAlone(bench, inquiry, alone, place, rule);
    }
    // Each operation has had what is quick to find before any has what takes long.
    if (tried.size === 0) await bench.giveWay();
    const base = await findBase(all.filter(isOpen), start, inquiry, noteRefused);
    const places = inputPlaces(api, operation, base.draft).filter(isOpen);
    for await (const [place, searches] of suspectsAmong(inquiry, base.draft, places))
      await tryPlace(bench, inquiry, base, places, place, searches);
  },
};

/** A rule that stands, the values that were taken meanwhile, and what shows it. */
interface ProvenRule {
  readonly rule: UnstatedRule;
  readonly taken: readonly Given[];
  readonly exchange: Exchange;
}

/** Complains about a rule of a place that a request which is taken leaves out, where it stands. */
async function proveAlone(
  bench: Bench,
  inquiry: Inquiry,
  about: Base,
  place: InputPlace,
  rule: UnstatedRule,
): Promise<void> {
  const exchange = await refusalOf(bench, inquiry, about, [], place, rule);
  const taken = exchange && (await repeats(inquiry, about.draft, place, rule));
  if (taken) await tell(bench, inquiry, place, [{ rule, taken, exchange }]);
}

/** Finds the rules of one place, and complains about those that stand. */
async function tryPlace(
  bench: Bench,
  inquiry: Inquiry,
  base: Base,
  places: readonly InputPlace[],
  place: InputPlace,
  searches: ReadonlySet<Search>,
): Promise<void> {
  const proven: ProvenRule[] = [];
  const now = bench.timeOf({ status: 0, headers: [], body: '' });
  const rules = await rulesAt(inquiry, base.draft, place, searches);
  for (const rule of withoutHeld(bench.api, place, rules, now)) {
    // The last of them is farthest from the bound: an answer that repeats it shows no other.
    const far = rule.isBound && (await inquiry.ask(base.draft, place, rule.taken(3)));
    if (far && isHeldFigure(rule, far.exchange)) continue;
    const exchange = await refusalOf(bench, inquiry, base, places, place, rule);
    if (!exchange) continue;
    if (!(await isOwnRule(inquiry, base, places, place, rule))) continue;
    // Once more, after all else: what there is may have changed meanwhile.
    const taken = await repeats(inquiry, base.draft, place, rule);
    if (taken) proven.push({ rule, taken, exchange });
  }
  await tell(bench, inquiry, place, proven);
}

/** Complains about the rules of a place, and lets others go first. */
async function tell(
  bench: Bench,
  inquiry: Inquiry,
  place: InputPlace,
  proven: readonly ProvenRule[],
): Promise<void> {
  const [first] = proven;
  if (first) {
    const takenAs = inquiry.takenAs();
    const judge = (it: Exchange) => judgeUnstated(bench, place, proven, takenAs, it);
    bench.complain(judge(first.exchange), first.exchange, judge);
  }
  await bench.giveWay();
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
  proven: readonly ProvenRule[],
  takenAs: string,
  exchange: Exchange,
): Objection | undefined {
  const { response } = exchange;
  if (!response || !openRefusals(operation).includes(response.status)) return undefined;
  const valid = judgeAccepted(api, target, operation, exchange, true);
  if (typeof valid !== 'object' || 'undetermined' in valid) return undefined;
  const rules = proven.map(({ rule }) => rule);
  const what = rules.map((it) => it.what).join(', and ');
  const state = rules.map((it) => it.state).join(' and ');
  const seen = proven.map(({ rule, taken }) => {
    const others = listed([...new Set(taken)].slice(0, SHOWN));
    return `${listed(rule.refused.slice(0, SHOWN))} → ${response.status}, ${others} → ${takenAs}`;
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
