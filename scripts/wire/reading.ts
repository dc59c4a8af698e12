import type { Json } from '../base/json.ts';
import type { JsonType, TextShape } from '../values/combine-shapes.ts';
import {
  combine,
  likeliestOf,
  memberMeanings,
  meaningsOf,
  MOST_MEANINGS,
  readAs,
} from './text-meanings.ts';

/**
 * What the text of a parameter says. It is undecodable where its percent-encoding is broken, and malformed
 * where it does not keep to its style or its media type.
 */
export type Reading = 'absent' | 'undecodable' | 'malformed' | Meaning;

/** The likeliest value, and the others that the same text may stand for; those can be asked for once. */
export interface Meaning {
  readonly value: Json;
  readonly others: Iterable<Json>;
}

/** The first value of a reading that is accepted; the likeliest where none is. */
export function chooseValue({ value, others }: Meaning, accepts: (value: Json) => boolean): Json {
  if (others === NO_OTHERS || accepts(value)) return value;
  for (const other of others) if (accepts(other)) return other;
  return value;
}

const NO_OTHERS: Iterable<Json> = [];

/** A text that can be read in one way only. */
export function plainMeaning(text: string, shape: TextShape): Meaning {
  return { value: likeliestOf(text, shape), others: NO_OTHERS };
}

/** A value that is written down as it is. */
export function certainMeaning(value: Json): Meaning {
  return { value, others: NO_OTHERS };
}

/** Texts as the list that a shape has of them, where that is all they can be read as. */
export function plainList(texts: readonly string[], shape: TextShape): Meaning | undefined {
  if (shape.types.size !== 1 || !shape.types.has('array')) return undefined;
  const value: Json[] = [];
  for (const text of texts) {
    const item = shape.items(value.length);
    if (item.only === undefined) return undefined;
    value.push(likeliestOf(text, item));
  }
  return { value, others: NO_OTHERS };
}

export type NamedText = readonly [name: string, text: string];

/** The ways to take a text apart, each with the likeliest first. */
export interface TextForms {
  /** The whole, decoded. */
  readonly texts: readonly string[];
  readonly lists: () => readonly (readonly string[])[];
  readonly members: () => readonly (readonly NamedText[])[];
  /** Whether it is rather several texts than one; where that is a guess, only if the schema knows of lists. */
  readonly isSeveral: boolean | 'perhaps';
}

/** Reads a text in all the ways that its shape allows. */
export function readForms(forms: TextForms, shape: TextShape): Reading {
  const values = meaningsIn(forms, shape);
  const first = values.next();
  if (first.done !== true) return { value: first.value, others: limited(values) };
  const [text] = forms.texts;
  if (text === undefined) return 'undecodable';
  const [value = text] = meaningsOf(text, shape);
  return certainMeaning(value);
}

function* limited(values: Generator<Json>): Generator<Json> {
  for (let left = MOST_MEANINGS - 1; left > 0; left -= 1) {
    const next = values.next();
    if (next.done === true) return;
    yield next.value;
  }
}

function* meaningsIn(forms: TextForms, shape: TextShape): Generator<Json> {
  for (const type of typesIn(forms, shape)) {
    if (type === 'array') {
      for (const list of forms.lists()) {
        yield* combine(list.map((item, index) => meaningsOf(item, shape.items(index))));
      }
    } else if (type === 'object') {
      for (const members of forms.members()) yield* objectsOf(members, shape);
    } else {
      for (const text of forms.texts) {
        const value = readAs(text, type);
        if (value !== undefined) yield value;
      }
    }
  }
}

/** Where there are several texts, that is what they are. */
function typesIn({ isSeveral }: TextForms, { order }: TextShape): readonly JsonType[] {
  const isUntold = order.length === ALL_TYPES && order[0] === 'string';
  if (isSeveral === false || (isSeveral === 'perhaps' && isUntold)) return order;
  return [
    ...order.filter((type) => STRUCTURES.has(type)),
    ...order.filter((type) => !STRUCTURES.has(type)),
  ];
}

const ALL_TYPES = 7;
const STRUCTURES: ReadonlySet<JsonType> = new Set(['array', 'object']);

/** Named texts as objects; a name that repeats is one member. */
export function* objectsOf(members: readonly NamedText[], shape: TextShape): Generator<Json> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of members) texts.set(name, [...(texts.get(name) ?? []), text]);
  const names = [...texts.keys()];
  const choices = [...texts].map(([name, its]) => memberMeanings(its, shape.member(name)));
  for (const values of combine(choices)) {
    yield Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
  }
}
