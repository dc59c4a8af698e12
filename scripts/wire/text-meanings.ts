import type { Json } from '../base/json.ts';
import { parseJson, numberOf } from '../base/json-text.ts';
import type { JsonType, TextShape } from '../values/combine-shapes.ts';

/** The likeliest value of a text. */
export function likeliestOf(text: string, shape: TextShape): Json {
  const { only } = shape;
  if (only === 'string') return text;
  const value = only === undefined ? undefined : readAs(text, only);
  if (value !== undefined) return value;
  const [first = text] = meaningsOf(text, shape);
  return first;
}

/**
 * The values that a text may stand for by its shape, the likeliest first. Where it is none that the
 * shape allows, it is what it looks like, so that a schema can say what is wrong with it.
 */
export function meaningsOf(text: string, shape: TextShape): readonly Json[] {
  const { order, types } = shape;
  const found: Json[] = [];
  for (const type of order) {
    const value = readAs(text, type);
    if (value !== undefined && !found.includes(value)) found.push(value);
  }
  if (found.length > 0) return found;
  const number = types.has('integer') ? numberOf(text) : undefined;
  return [number ?? text];
}

/** A text as a plain value of a type, where it is one. */
export function readAs(text: string, type: JsonType): Json | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'number':
      return numberOf(text);
    case 'integer': {
      // 4.0 is an integer (JSON Schema 2020-12, core, section 4.2.3).
      const value = numberOf(text);
      return typeof value === 'bigint' || Number.isInteger(value) ? value : undefined;
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'null':
      return text === '' || text === 'null' ? null : undefined;
    case 'array':
    case 'object':
      return undefined;
  }
}

/** What the texts of one member may stand for; the styles say nothing of arrays and objects in it. */
export function memberMeanings(texts: readonly string[], shape: TextShape): readonly Json[] {
  const text = texts.at(-1) ?? '';
  const { types } = shape;
  if (!types.has('array') && !types.has('object')) return meaningsOf(text, shape);
  const parsed = /^[[{]/.test(text) ? parseJson(text) : undefined;
  const nested = parsed && 'value' in parsed ? [parsed.value] : [];
  const lists = types.has('array')
    ? [...combine(texts.map((it, index) => meaningsOf(it, shape.items(index))))]
    : [];
  const isPlain = types.size > 2 || ![...types].every((it) => it === 'array' || it === 'object');
  const plain = isPlain ? meaningsOf(text, shape) : [];
  if (texts.length > 1) return [...lists, ...nested, ...plain];
  const found = [...nested, ...plain, ...lists];
  return found.length > 0 ? found : [text];
}

/** More ways to read one parameter are not tried. */
export const MOST_MEANINGS = 64;

/**
 * One of the choices for each place: the likeliest first, then the others of all places together, then
 * each with each, as many as are tried.
 */
export function* combine(choices: readonly (readonly Json[])[]): Generator<readonly Json[]> {
  const most = choices.reduce((all, it) => Math.max(all, it.length), 1);
  let left = MOST_MEANINGS;
  for (let rank = 0; rank < most; rank += 1) {
    left -= 1;
    yield choices.map((it) => it[Math.min(rank, it.length - 1)] ?? null);
  }
  if (most === 1) return;
  const places = choices.map(() => 0);
  while (left > 0) {
    left -= 1;
    yield choices.map((it, index) => it[places[index] ?? 0] ?? null);
    let at = 0;
    while (at < places.length && (places[at] ?? 0) + 1 >= (choices[at]?.length ?? 1)) {
      places[at] = 0;
      at += 1;
    }
    if (at === places.length) return;
    places[at] = (places[at] ?? 0) + 1;
  }
}
