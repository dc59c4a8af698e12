import { isObject, type Json, type JsonObject } from '../../base/json.ts';

/** A template with those values of an item that are of its type, and unless strict with what it lacks. */
export function fill(template: Json, item: Json, isStrict: boolean): Json {
  if (!isObject(template) || !isObject(item)) {
    return typeOf(template) === typeOf(item) ? item : template;
  }
  const wrapper = wrapperOf(template);
  if (wrapper !== undefined && Object.values(item).every((it) => !isObject(it))) {
    return Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, { [wrapper]: value }] as const),
    );
  }
  const filled = Object.entries(item).flatMap(([name, value]) => {
    const known = Object.hasOwn(template, name) ? template[name] : undefined;
    if (known === undefined) return isStrict ? [] : [[name, value] as const];
    return [[name, fill(known, value, isStrict)] as const];
  });
  return { ...template, ...Object.fromEntries(filled) };
}

/** The property `value` of `{a: {value: 1}, b: {value: 2}}`: the example wraps each value in an object. */
function wrapperOf(template: JsonObject): string | undefined {
  const names = Object.values(template).map((it) => (isObject(it) ? Object.keys(it) : []));
  const first = names[0]?.[0];
  return names.every((it) => it.length === 1 && it[0] === first) ? first : undefined;
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
