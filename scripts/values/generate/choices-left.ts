import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Resolver } from '../resolve.ts';
import { belowOf, followed, keyOf, type Conjunct } from './conjunct.ts';
import { negated, negationsOf, type Option } from './negations.ts';

/** A choice that a schema leaves. */
export interface Choice {
  readonly options: readonly Option[];
  readonly holders: readonly string[];
  /** Whether it is about objects alone. */
  readonly isOfObjects: boolean;
}

/** What is to be chosen among at one schema: of `anyOf`, `oneOf`, `not`, `if` and `dependentSchemas`. */
export function choicesLeft(
  resolver: Resolver,
  conjunct: Conjunct,
  node: JsonObject,
  holders: readonly string[],
): Choice[] {
  const choices: Choice[] = [];
  const child = (schema: Json | undefined, ...tokens: readonly (string | number)[]) =>
    belowOf(resolver, conjunct, schema, ...tokens);
  const add = (options: readonly Option[], isOfObjects = false) =>
    choices.push({ options, holders, isOfObjects });
  const any = arrayOf(node['anyOf']).map((it, i) => child(it, 'anyOf', i));
  if (any.length > 0) {
    // What is evaluated may need several at once.
    const together = holders.length > 0 && any.length > 1 ? [{ conjuncts: any }] : [];
    add([...any.map((it) => ({ conjuncts: [it] })), ...together]);
  }
  const one = arrayOf(node['oneOf']).map((it, i) => child(it, 'oneOf', i));
  if (one.length > 0) {
    // What stands twice never holds alone, and what nothing fails lets no other do so.
    const keys = one.map((it) => keyOf(withoutDetour(resolver, it)));
    const times = new Map<string, number>();
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
    const sure = one.filter((it) => negationsOf(resolver, it).length === 0);
    const alone = one.filter(
      (it, i) => times.get(keys[i] ?? '') === 1 && sure.every((other) => other === it),
    );
    add(alone.map((it) => apartFrom(one, it)));
  }
  if ('not' in node) add(negationsOf(resolver, child(node['not'], 'not')));
  if ('if' in node && ('then' in node || 'else' in node || holders.length > 0)) {
    const test = child(node['if'], 'if');
    add([
      { conjuncts: [test, child(node['then'], 'then')] },
      { conjuncts: [negated(test), child(node['else'], 'else')] },
    ]);
  }
  for (const [name, schema] of Object.entries(objectOf(node['dependentSchemas']))) {
    const made = (it: JsonObject): Conjunct => ({ ...conjunct, node: it });
    add(
      [
        { conjuncts: [made({ properties: Object.fromEntries([[name, false]]) })] },
        { conjuncts: [made({ required: [name] }), child(schema, 'dependentSchemas', name)] },
      ],
      true,
    );
  }
  return choices;
}

/** One branch and none of the others, which are gathered when it is their turn: of many each has many. */
function apartFrom(branches: readonly Conjunct[], branch: Conjunct): Option {
  return {
    conjuncts: [branch],
    get denied() {
      return branches.filter((it) => it !== branch);
    },
  };
}

/** The schema that one leads to that is nothing but a `$ref`. */
function withoutDetour(resolver: Resolver, conjunct: Conjunct): Conjunct {
  const seen = new Set<string>();
  for (let at = conjunct; ;) {
    const key = keyOf(at);
    if (seen.has(key) || !isObject(at.node) || Object.keys(at.node).join() !== '$ref') return at;
    seen.add(key);
    const next = followed(resolver, at, '$ref');
    if (!next) return at;
    at = next;
  }
}
