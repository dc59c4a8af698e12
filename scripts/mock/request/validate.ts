import type { ApiModel, Breach, Parameter } from '../../model/api-model.ts';
import { arrayOf, objectOf, stringOf, type Json } from '../../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { expectedTypeOf, parseParameter } from '../../wire/parameter-style.ts';
import type { ReadParameter } from '../../refusal/read-parameters.ts';
import type { ReceivedBody } from './receive-body.ts';
import { fieldOf, refuse, type FieldPath, type Refusal } from '../../refusal/refusal.ts';

/** Values longer than this as JSON are not repeated in an envelope. */
const LONGEST_ECHO = 200;

/** Checks what a request carries against its schemas; the first breach ends the request. */
export function validate(
  api: ApiModel,
  parameters: readonly ReadParameter[],
  body: ReceivedBody | undefined,
  value: Json | undefined,
): Refusal | undefined {
  for (const { parameter, value: given } of parameters) {
    const breach = parameter.schema && api.schemas.check(parameter.schema, given, 'request')[0];
    if (breach) return refusalOf(breach, given, [parameter.name]);
  }
  const schema = body?.mediaType.schema;
  if (schema === undefined || value === undefined) return undefined;
  const breach = api.schemas.check(schema, value, 'request')[0];
  return breach && refusalOf(breach, value, []);
}

/** The value of a body as its schema sees it; undefined for text that is no string to the schema. */
export function bodyValue(
  { document }: ApiModel,
  { mediaType: { schema }, content }: ReceivedBody,
): Json | undefined {
  if (content.kind === 'json') return content.value;
  const node = schema === undefined ? {} : resolve(document, schema);
  if (content.kind === 'text') {
    const { types } = expectedTypeOf(document, node);
    return types.length === 0 || types.includes('string') ? content.value : undefined;
  }
  const texts = new Map<string, string[]>();
  for (const [name, text] of content.fields) texts.set(name, [...(texts.get(name) ?? []), text]);
  const properties = objectOf(objectOf(node)['properties']);
  return Object.fromEntries(
    [...texts].map(([name, parts]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const value = parseParameter(
        formField(name, schema ?? '#'),
        parts,
        expectedTypeOf(document, property),
      );
      return [name, value];
    }),
  );
}

function resolve(document: Json, pointer: Pointer): Json | undefined {
  const node = valueAt(document, pointer);
  const { $ref } = objectOf(node);
  return typeof $ref === 'string' ? resolve(document, pointerOf($ref)) : node;
}

/** Fields of a form are written like exploded query parameters (OpenAPI 3.1.1, section 4.8.15). */
function formField(name: string, schema: Pointer): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    content: undefined,
    pointer: append(schema, 'properties', name),
    schema: undefined,
    examples: [],
  };
}

function refusalOf(breach: Breach, value: Json, root: FieldPath): Refusal {
  const tokens = tokensOf(`#${breach.instance}`);
  const path = [...root, ...segmentsOf(tokens, value)];
  const field = fieldOf(path);
  const found = valueAt(value, append('#', ...tokens));
  const isShort = found === undefined || JSON.stringify(found).length <= LONGEST_ECHO;
  return refuse('invalid', `${field ? `"${field}"` : 'The body'} ${sayBreach(breach)}.`, {
    path,
    isMissing: found === undefined,
    value: isShort ? found : undefined,
    constraint: breach.constraint,
  });
}

/** `['events', 0, 'name']`: the tokens, those that are places in arrays as numbers. */
function segmentsOf(tokens: readonly string[], value: Json): FieldPath {
  let node: Json | undefined = value;
  return tokens.map((token) => {
    const segment = Array.isArray(node) ? Number(token) : token;
    node = node === undefined ? undefined : valueAt(node, append('#', token));
    return segment;
  });
}

function sayBreach({ keyword, message, expected }: Breach): string {
  if (keyword === 'required' || keyword === 'dependentRequired') return 'is required';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return 'is not a known field';
  }
  if (keyword === 'type') return `must be of type ${wordsOf(expected)}`;
  if (keyword === 'enum' || keyword === 'const')
    return `must be one of ${JSON.stringify([expected].flat())}`;
  return message.replaceAll(' NOT ', ' not ');
}

function wordsOf(types: Json): string {
  return stringOf(types) ?? arrayOf(types).map(String).join(' or ');
}
