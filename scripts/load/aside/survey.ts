import type { Json, JsonObject } from '../../base/json.ts';
import { tokensOf, type Pointer } from '../../base/json-pointer.ts';
import type { Resolver } from '../../values/resolve.ts';

/** What is left aside, before its handwritten line is looked up. */
export type Leaving = {
  readonly what: string;
  readonly name: string;
  readonly pointer: Pointer;
  readonly why: string;
};

/** One walk over a description, in which what cannot be used is noted. */
export interface Survey {
  readonly document: JsonObject;
  readonly resolver: Resolver;
  /** The file that a reference at a place names and that was not read; undefined where it names none such. */
  readonly missingFile: (ref: string, at: Pointer) => string | undefined;
  /** Notes something; what was noted before is not noted again. */
  readonly leave: (pointer: Pointer, what: string, why: string, name?: string) => void;
  /** Notes that an item of a list is to be taken out at the end, so that until then no other moves. */
  readonly takeOut: (item: Pointer) => void;
  readonly isTakenOut: (item: Pointer) => boolean;
  /** The first place that has claimed a name which only one may have. */
  readonly claim: (name: string, pointer: Pointer) => Pointer;
  /** Whether circles of schemas are cut, which is left until nothing better can be done. */
  readonly cutsCircles: boolean;
  /** Schemas of which all can be used, whatever becomes of the rest: nobody has to look at them again. */
  readonly settled: WeakSet<JsonObject>;
  /** How many schemas were met that depend on something elsewhere. */
  readonly met: { dependent: number };
  /** Notes that there is a circle which has not been cut. */
  readonly meetCircle: () => void;
}

/** A value in words: `null`, `a list`. */
export function wordFor(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : 'a number';
}

/** Which thing a pointer names, for people: `GET /pets`, `Pet/age`. */
export function nameAt(pointer: Pointer): string {
  const [top = '', whole, ...rest] = tokensOf(pointer);
  const name = whole === undefined ? undefined : cut(whole);
  if (name === undefined) return top === '' ? 'the description' : top;
  if (top === 'paths' || top === 'webhooks') {
    const [method, ...below] = rest;
    if (method === undefined) return name;
    return METHOD.test(method)
      ? [`${method.toUpperCase()} ${name}`, ...inside(below)].join(' ')
      : [name, ...inside(rest)].join(' ');
  }
  if (top !== 'components') return [top, name, ...inside(rest)].join('/');
  const [component, ...below] = rest;
  return component === undefined ? `${top}/${name}` : [component, ...inside(below)].join('/');
}

/** Characters of a path that are shown: nobody reads more, and thousands of parts may name it. */
const LONGEST = 200;

function cut(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST).toWellFormed()}…` : name;
}

const METHOD = /^[a-z]+$/;
const BETWEEN = /^(?:responses|content|schema|properties|examples|requestBody)$/;

function inside(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token, index) => index === tokens.length - 1 || !BETWEEN.test(token));
}
