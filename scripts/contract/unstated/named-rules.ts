import { textOf } from '../../base/json.ts';
import { ABSENT } from '../../values/violations.ts';
import type { Draft } from '../generation/draft.ts';
import { hasRoomFor, type Start } from './base.ts';
import { FORMS, onlyOf, PLAIN, type TextForm } from './form-rules.ts';
import { givenAt, put, type InputPlace } from './input-place.ts';
import type { Inquiry } from './inquiry.ts';
import { placesNamed } from './named-places.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** Values that are shown, from all that were refused. */
const SHOWN = 4;

/** A rule of a place that may be left out, as a server tells it by the name of the place. */
export interface NamedRule {
  readonly place: InputPlace;
  readonly rule: UnstatedRule;
}

/**
 * Texts that a server refuses by the name of their place, whatever they are, or unless they have a form. Where its
 * refusals name each place that is wrong, a few requests tell of all places at once, each with the same text everywhere.
 */
export async function namedRules(
  inquiry: Inquiry,
  { draft, full, reaction }: Start,
  places: readonly InputPlace[],
): Promise<readonly NamedRule[]> {
  if (reaction?.kind !== 'refused' || !reaction.exchange.response) return [];
  let open = placesNamed(reaction.exchange.response, places).filter(
    (it) => it.isOptional && givenAt(draft, it) === ABSENT && hasRoomFor(draft, it),
  );
  for (const text of PLAIN) {
    const named = await namedWith(inquiry, full, open, text);
    if (named === undefined) return [];
    open = open.filter((it) => named.includes(it));
    if (open.length === 0) return [];
  }
  const kept = new Map<InputPlace, TextForm[]>();
  const refused: string[] = [...PLAIN];
  for (const form of FORMS) {
    const text = form.make(FORMED);
    const named = await namedWith(inquiry, full, open, text);
    // Whoever fails by a text has neither taken nor refused it.
    if (named === undefined) continue;
    if (open.every((it) => named.includes(it))) refused.push(text);
    for (const it of open) {
      if (!named.includes(it)) kept.set(it, [...(kept.get(it) ?? []), form]);
    }
  }
  return open.map((place) => {
    const taken = kept.get(place) ?? [];
    const rule = taken.length > 0 ? onlyOf(taken, textOf(place.value)) : noneOf(refused);
    return { place, rule: { ...rule, isNamed: true } };
  });
}

/** The number of the texts that are made of each form. */
const FORMED = 5;

function noneOf(refused: readonly string[]): UnstatedRule {
  const step = Math.ceil(refused.length / SHOWN);
  return {
    keyword: 'pattern',
    what: 'every text that was tried',
    state: 'which texts are taken, by a pattern, a format or a list',
    refused: refused.filter((_, i) => i % step === 0),
    taken: () => ABSENT,
  };
}

/** The places that a refusal names when all of them hold one text; none where the request is not refused. */
async function namedWith(
  inquiry: Inquiry,
  full: Draft,
  places: readonly InputPlace[],
  text: string,
): Promise<readonly InputPlace[] | undefined> {
  const draft = places.reduce((filled, it) => put(filled, it, text), full);
  const answer = await inquiry.send(draft);
  if (!answer?.exchange.response || answer.kind === 'other') return undefined;
  return answer.kind === 'taken' ? [] : placesNamed(answer.exchange.response, places);
}
