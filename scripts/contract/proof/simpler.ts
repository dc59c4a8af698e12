import { isObject, type Json } from '../../base/json.ts';
import type { Draft } from '../generation/draft.ts';

/** Items of an array, or members, that are left out one at a time; of more, halves and lesser parts go first. */
const FEW_ITEMS = 24;

/** Drafts that say less than this one, those that leave most out first. */
export function* simplerDrafts(draft: Draft): Generator<Draft> {
  const { parameters, body } = draft;
  for (const [from, to] of partsOf(parameters.length)) {
    const rest = parameters.filter(
      ({ parameter }, at) => at < from || at >= to || parameter.in === 'path',
    );
    if (rest.length < parameters.length) yield { ...draft, parameters: rest };
  }
  for (const given of parameters) {
    if (given.parameter.in === 'path') continue;
    yield { ...draft, parameters: parameters.filter((it) => it !== given) };
  }
  if (body) {
    yield { ...draft, body: undefined };
    for (const value of simplerValues(body.value)) yield { ...draft, body: { ...body, value } };
  }
  for (const given of parameters) {
    for (const value of simplerValues(given.value)) {
      const changed = parameters.map((it) => (it === given ? { ...it, value } : it));
      yield { ...draft, parameters: changed };
    }
  }
}

/** Values that are smaller in one place: first what can go as a whole, then what is within. */
function* simplerValues(value: Json): Generator<Json> {
  if (typeof value === 'string') yield* simplerStrings(value);
  else if (typeof value === 'number') yield* simplerNumbers(value);
  else if (value === true) yield false;
  else if (Array.isArray(value)) yield* simplerArrays(value as readonly Json[]);
  else if (isObject(value)) {
    const entries = Object.entries(value);
    for (const [from, to] of partsOf(entries.length)) {
      yield Object.fromEntries([...entries.slice(0, from), ...entries.slice(to)]);
    }
    for (const [name] of entries) yield Object.fromEntries(entries.filter(([it]) => it !== name));
    for (const [name, own] of entries) {
      for (const simpler of simplerValues(own)) yield { ...value, [name]: simpler };
    }
  }
}

/** Parts of a long list: its halves, then the halves of these, down to few items. */
function* partsOf(length: number): Generator<readonly [from: number, to: number]> {
  for (let size = Math.ceil(length / 2); size >= FEW_ITEMS; size = Math.ceil(size / 2)) {
    for (let from = 0; from < length; from += size) yield [from, Math.min(length, from + size)];
  }
}

function* simplerArrays(items: readonly Json[]): Generator<Json> {
  const length = items.length;
  if (length > 1) {
    for (const shorter of ladder(length)) yield items.slice(0, shorter);
    yield items.slice(Math.ceil(length / 2));
  }
  if (length > FEW_ITEMS) return;
  for (const i of items.keys()) yield items.filter((_, at) => at !== i);
  for (const [i, item] of items.entries()) {
    for (const simpler of simplerValues(item)) {
      yield items.map((it, at) => (at === i ? simpler : it));
    }
  }
}

function* simplerStrings(text: string): Generator<string> {
  const letters = Array.from(text);
  for (const length of ladder(letters.length)) yield letters.slice(0, length).join('');
  const plain = 'a'.repeat(letters.length);
  if (text !== plain) yield plain;
}

function* simplerNumbers(number: number): Generator<number> {
  if (!Number.isFinite(number) || number === 0) return;
  if (!Number.isInteger(number)) yield Math.trunc(number);
  const sign = Math.sign(number);
  for (const size of ladder(Math.abs(Math.trunc(number)))) yield size === 0 ? 0 : sign * size;
}

/** 0, a half, three quarters and so on up to one less: the least that still does is near in a few steps. */
function* ladder(size: number): Generator<number> {
  for (let rest = size; rest >= 1; rest = Math.floor(rest / 2)) yield size - rest;
}
