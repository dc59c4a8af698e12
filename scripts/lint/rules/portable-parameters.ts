import type { ApiModel, Parameter } from '../../model/api-model.ts';
import { arrayOf, objectOf } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { JsonType, TextShape } from '../../values/combine-shapes.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import {
  UNDEFINED_SERIALIZATIONS,
  undefinedSerialization,
  type UndefinedSerialization,
} from '../../wire/undefined-serialization.ts';
import type { Hit, Rule } from '../rule.ts';

/** What one client writes for such a parameter, the next server reads as something else. */
export const portableParameters: Rule = {
  id: 'portable-parameters',
  severity: 'warn',
  description: 'Parameters allow no values for which OpenAPI does not define how they are written.',
  *check(api) {
    const seen = new Set<Pointer>();
    for (const { parameters } of [...api.operations, ...api.webhooks]) {
      for (const parameter of parameters) {
        if (seen.has(parameter.pointer)) continue;
        seen.add(parameter.pointer);
        yield* hitsIn(api, parameter);
      }
    }
  },
};

function* hitsIn({ document }: ApiModel, parameter: Parameter): Generator<Hit> {
  const { name, pointer, schema } = parameter;
  if (schema !== undefined) {
    for (const reason of reasonsOf(parameter, textShapeAt(document, schema))) {
      yield { at: schema, message: say(reason, `the parameter ${name}`) };
    }
  }
  for (const { at, value } of listedValues(document, parameter)) {
    const reason = undefinedSerialization(parameter, value);
    // Of null its type tells already.
    if (reason === undefined || (reason === 'null-value' && value === null)) continue;
    const shown = JSON.stringify(value).slice(0, LONGEST);
    yield { at: at ?? pointer, message: say(reason, `${shown} as the parameter ${name}`) };
  }
}

function say(reason: UndefinedSerialization, subject: string): string {
  const why = UNDEFINED_SERIALIZATIONS[reason].replace(/\.$/, '');
  return `${subject} is not portable: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

const LONGEST = 60;
const PLAIN: readonly JsonType[] = ['string', 'integer', 'number', 'boolean'];

/** What the schema allows on purpose: types that it does not rule out by saying nothing do not count. */
function* reasonsOf(parameter: Parameter, shape: TextShape): Generator<UndefinedSerialization> {
  const { style, explode, content, in: location, allowEmptyValue } = parameter;
  const { types } = shape;
  if (content || isUntold(shape)) return;
  const isPlain = PLAIN.some((type) => types.has(type));
  if (types.has('null')) yield 'null-value';
  if (allowEmptyValue && types.has('string')) yield 'empty-value';
  const isNested = nestedIn(shape);
  if (style === 'deepObject') {
    if (isPlain || types.has('array')) yield 'deep-object-of-non-object';
    else if (isNested) yield 'deep-object-nested';
    return;
  }
  if (isNested) yield 'nested-value';
  if (style === 'spaceDelimited' || style === 'pipeDelimited') {
    if (isPlain) yield 'delimited-plain-value';
    else if (explode) yield 'delimited-exploded';
  }
  if (location === 'cookie' && explode && types.has('array')) yield 'repeated-cookie';
}

/** Whether a shape allows every type, since nothing is said. */
function isUntold({ types }: TextShape): boolean {
  return types.has('null') && types.has('array') && PLAIN.every((type) => types.has(type));
}

/** Whether the items or members of a list or an object are lists or objects themselves. */
function nestedIn(shape: TextShape): boolean {
  const { types, items, member, names } = shape;
  const inner = [
    ...(types.has('array') ? [items(0)] : []),
    ...(types.has('object') ? names.map(member) : []),
  ];
  return inner.some((it) => !isUntold(it) && (it.types.has('array') || it.types.has('object')));
}

/** The values that the description gives, and where they stand. */
function* listedValues(
  document: ApiModel['document'],
  { schema, examples }: Parameter,
): Generator<{ readonly at: Pointer | undefined; readonly value: unknown }> {
  for (const { value, pointer } of examples) yield { at: pointer, value };
  if (schema === undefined) return;
  const node = objectOf(valueAt(document, schema));
  for (const keyword of ['const', 'default']) {
    if (Object.hasOwn(node, keyword)) yield { at: append(schema, keyword), value: node[keyword] };
  }
  for (const [index, value] of arrayOf(node['enum']).entries()) {
    yield { at: append(schema, 'enum', index), value };
  }
}
