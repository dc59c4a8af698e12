import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Breach } from '../../model/api-model.ts';
import { propertyNames, schemaBranches } from '../../values/schema-branches.ts';

/** Alternatives that are looked into: whoever breaks one of thousands breaks them all. */
const MOST = 20;

/** What is known of alternatives of which none fits and one alone can be meant. */
interface Meant {
  readonly option: Pointer;
  /** The value that is meant to be it, as a JSON Pointer string. */
  readonly instance: string;
}

/**
 * The breaches of a value without those that only say that it is no other alternative: where of an `anyOf` or `oneOf` one
 * alone can be meant, by its type or by what a property may be (`kind: b`), what counts is why it is not that one.
 */
export function nearestBreaches(
  { document, schemas }: Pick<ApiModel, 'document' | 'schemas'>,
  value: Json,
  breaches: readonly Breach[],
): readonly Breach[] {
  const left = new Map(breaches.map((it) => [keyOf(it), it]));
  const outerFirst = breaches
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .toReversed()
    .toSorted((one, other) => one.instance.length - other.instance.length);
  const meant: Meant[] = [];
  for (const breach of outerFirst.slice(0, MOST)) {
    if (!left.has(keyOf(breach))) continue;
    const { constraint, instance } = breach;
    const part = valueAt(value, `#${instance}`);
    if (part === undefined) continue;
    const options = arrayOf(valueAt(document, constraint)).map((_, i) => append(constraint, i));
    const why = options.map((option) => schemas.check(option, part, 'response'));
    const near = why.filter((own) => own.length > 0 && !isOtherKind(own, why));
    const [only] = near;
    const option = only && options[why.indexOf(only)];
    if (near.length !== 1 || !option || why.some((own) => own.length === 0)) continue;
    const within = (it: Breach) => keyOf({ ...it, instance: `${instance}${it.instance}` });
    const kept = new Set(only.map(within));
    for (const key of [keyOf(breach), ...why.flat().map(within)]) {
      if (!kept.has(key)) left.delete(key);
    }
    meant.push({ option, instance });
  }
  return [...left.values()].filter((it) => !isOfMeant(document, it, meant));
}

function keyOf({ constraint, instance }: Breach): string {
  return `${constraint} ${instance}`;
}

/** Whether a value cannot be meant to be an alternative: it is of another type, or a property tells another kind. */
function isOtherKind(own: readonly Breach[], all: readonly (readonly Breach[])[]): boolean {
  return own.some(({ instance, keyword }) => {
    if (instance === '') return KINDS.has(keyword) || keyword === 'type';
    const isProperty = KINDS.has(keyword) && !instance.slice(1).includes('/');
    // What no alternative takes tells nothing.
    return isProperty && all.some((other) => other.every((it) => it.instance !== instance));
  });
}

const KINDS: ReadonlySet<string> = new Set(['const', 'enum']);

/** Whether a property is only unevaluated because the alternative that knows it does not fit (core, section 11.3). */
function isOfMeant(
  document: Json,
  { keyword, instance }: Breach,
  meant: readonly Meant[],
): boolean {
  if (keyword !== 'unevaluatedProperties') return false;
  const name = tokensOf(`#${instance}`).at(-1) ?? '';
  const holder = instance.slice(0, instance.lastIndexOf('/'));
  return meant.some((it) => {
    if (it.instance !== holder) return false;
    const node = valueAt(document, it.option);
    return isObject(node) && propertyNames(schemaBranches(document, [node])).includes(name);
  });
}
