import { arrayOf, isObject, objectOf } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { Resolver } from '../resolve.ts';
import type { Alternative, SchemaPart } from './alternative.ts';
import { contradict } from './listed-choices.ts';
import { choicesLeft, type Choice } from './choices-left.ts';
import { belowOf, followed, keyOf, memberOf, type Conjunct } from './conjunct.ts';
import { isImplied } from './is-implied.ts';
import { mayFail } from './may-fail.ts';
import { TYPES, typesAt, type ValueType } from './types.ts';

/** What was found of the alternatives. */
export interface Expansion {
  readonly alternatives: readonly Alternative[];
  /** Whether there are more than were looked at: then none is no proof. */
  readonly isCut: boolean;
  /** Why the first that failed did. */
  readonly conflict: Conflict | undefined;
}

interface Conflict {
  readonly at: Pointer;
  readonly reason: string;
}

interface Waiting {
  readonly conjunct: Conjunct;
  readonly holders: readonly string[];
}

interface State {
  readonly parts: readonly SchemaPart[];
  readonly denied: readonly Conjunct[];
  readonly types: readonly ValueType[];
  readonly seen: ReadonlySet<string>;
  readonly choices: readonly Choice[];
}

const MOST_ALTERNATIVES = 300;
const MOST_STEPS = 4_000;

const NOTHING: State = { parts: [], denied: [], types: TYPES, seen: new Set(), choices: [] };

/** Every way in which schemas can hold together: `$ref` followed, and each choice made. */
export function expand(
  resolver: Resolver,
  conjuncts: readonly Conjunct[],
  begun?: Alternative,
): Expansion {
  const alternatives: Alternative[] = [];
  let conflict: Conflict | undefined;
  let steps = 0;
  let isCut = false;
  const fail = (at: Pointer, reason: string): void => {
    conflict ??= { at, reason };
  };

  const choose = (state: State): void => {
    if (alternatives.length >= MOST_ALTERNATIVES || steps > MOST_STEPS) {
      isCut = true;
      return;
    }
    steps += 1;
    const [first, ...rest] = state.choices;
    if (!first) {
      const { parts, denied } = state;
      const failing = (type: ValueType) => denied.every((it) => mayFail(resolver, it, type));
      const types = state.types.filter(failing);
      const said = denied.find((it) => isImplied(resolver, state, it));
      if (said) fail(said.at, saidAgain(said.at));
      else if (types.length > 0) alternatives.push({ parts, denied, types });
      else fail(denied[0]?.at ?? '#', 'whatever is left fits this, which must not fit');
      return;
    }
    if (first.isOfObjects && !state.types.includes('object')) {
      choose({ ...state, choices: rest });
      return;
    }
    for (const { conjuncts: chosen, denied = [] } of first.options) {
      const waiting = chosen.map((conjunct) => ({ conjunct, holders: first.holders }));
      const base = { ...state, choices: rest, denied: [...state.denied, ...denied] };
      const next = absorb(resolver, base, waiting, fail);
      if (next) choose(next);
    }
  };

  const start: State = begun
    ? { ...NOTHING, ...begun, seen: new Set(begun.parts.map((it) => seenKey(it, it.holders))) }
    : NOTHING;
  const waiting = conjuncts.map((conjunct) => ({ conjunct, holders: [] }));
  const state = absorb(resolver, start, waiting, fail);
  if (state) choose(state);
  return { alternatives, isCut, conflict };
}

function saidAgain(at: Pointer): string {
  return /\/oneOf\/\d+$/.test(at)
    ? 'every value that fits another branch of oneOf fits this one too'
    : 'whatever fits the rest fits this too, which must not fit';
}

function seenKey(conjunct: Conjunct, holders: readonly string[]): string {
  return `${keyOf(conjunct)} ${holders.join(' ')}`;
}

/** Takes in schemas and all that they bring without a choice; undefined where they contradict. */
function absorb(
  resolver: Resolver,
  state: State,
  waiting: readonly Waiting[],
  fail: (at: Pointer, reason: string) => void,
): State | undefined {
  const parts = [...state.parts];
  const seen = new Set(state.seen);
  const choices: Choice[] = [];
  let { types } = state;
  const queue = [...waiting];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { conjunct, holders } = next;
    const { node, at } = conjunct;
    if (node === false) {
      fail(at, 'false allows nothing');
      return undefined;
    }
    if (!isObject(node)) continue;
    const key = seenKey(conjunct, holders);
    if (seen.has(key)) continue;
    seen.add(key);
    const isHolder = 'unevaluatedProperties' in node || 'unevaluatedItems' in node;
    const around = isHolder ? [...holders, keyOf(conjunct)] : holders;
    parts.push({ ...conjunct, node, holders: around });
    const allowed = typesAt(node);
    const left = types.filter((it) => allowed.includes(it));
    if (left.length === 0) {
      fail(at, `no type is left of ${types.join(', ')}`);
      return undefined;
    }
    types = left;
    for (const keyword of ['$ref', '$dynamicRef'] as const) {
      const target = followed(resolver, conjunct, keyword);
      if (target) queue.push({ conjunct: target, holders: around });
    }
    for (const [i, it] of arrayOf(node['allOf']).entries()) {
      queue.push({ conjunct: belowOf(resolver, conjunct, it, 'allOf', i), holders: around });
    }
    choices.push(...choicesLeft(resolver, conjunct, node, around));
  }
  const clash = clashOf(parts, types);
  if (clash) {
    fail(clash.at, clash.reason);
    return undefined;
  }
  // Where there is least to choose, contradictions show first.
  const ordered = choices.toSorted((left, right) => left.options.length - right.options.length);
  return { ...state, parts, seen, types, choices: [...state.choices, ...ordered] };
}

/** What can be seen to contradict before anything is made: constants, of the value and of its members. */
function clashOf(parts: readonly SchemaPart[], types: readonly ValueType[]): Conflict | undefined {
  if (contradict(parts.map(({ node }) => node))) {
    const at = parts.find(({ node }) => 'const' in node || 'enum' in node)?.at ?? '#';
    return { at, reason: 'no value is in all of enum and const' };
  }
  if (types.length > 1 || types[0] !== 'object') return undefined;
  const required = new Set(parts.flatMap(({ node }) => arrayOf(node['required'])));
  for (const name of required) {
    if (typeof name !== 'string') continue;
    const named = parts.map(({ node }) => memberOf(objectOf(node['properties']), name));
    if (named.includes(false)) {
      const at = parts.find(({ node }) => arrayOf(node['required']).includes(name))?.at ?? '#';
      return { at, reason: `the property ${name} is required and not allowed` };
    }
    const nodes = named.filter(isObject);
    if (nodes.length > 1 && contradict(nodes)) {
      const at = parts.find(({ node }) => arrayOf(node['required']).includes(name))?.at ?? '#';
      return { at, reason: `no value of the property ${name} is in all of enum and const` };
    }
  }
  return undefined;
}
