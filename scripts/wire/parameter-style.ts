import type { Parameter } from '../model/api-model.ts';
import { isObject, objectOf, type Json } from '../base/json.ts';
import { pointerOf, valueAt } from '../base/json-pointer.ts';

/**
 * Writes a parameter's value as its `style` and `explode` say (OpenAPI 3.1.1, section 4.8.12.3).
 * Query and cookie parameters give `name=value` pairs, the others the value alone.
 */
export function serializeParameter(parameter: Parameter, value: Json): string {
  const { in: location, name, style, explode } = parameter;
  const encode = location === 'header' ? String : encodeURIComponent;
  if (parameter.content) {
    const text = encode(JSON.stringify(value));
    return location === 'query' || location === 'cookie' ? `${encode(name)}=${text}` : text;
  }
  const pairs = isObject(value)
    ? Object.entries(value).map(([key, item]) => [encode(key), encode(textOf(item))] as const)
    : undefined;
  const items = (Array.isArray(value) ? (value as readonly Json[]) : [value]).map((item) =>
    encode(textOf(item)),
  );
  const joined = (pairs ? (explode ? pairs.map((it) => it.join('=')) : pairs.flat()) : items).join(
    ',',
  );
  switch (style) {
    case 'simple':
      return joined;
    case 'label':
      return `.${explode ? joined.replaceAll(',', '.') : joined}`;
    case 'matrix': {
      if (!explode) return `;${name}=${joined}`;
      return (pairs?.map((it) => it.join('=')) ?? items.map((item) => `${name}=${item}`))
        .map((it) => `;${it}`)
        .join('');
    }
    case 'deepObject':
      return (pairs ?? []).map(([key, item]) => `${encode(name)}[${key}]=${item}`).join('&');
    case 'form':
    case 'spaceDelimited':
    case 'pipeDelimited': {
      if (explode && pairs) return pairs.map((it) => it.join('=')).join('&');
      if (explode) return items.map((item) => `${encode(name)}=${item}`).join('&');
      const separator = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' }[style];
      return `${encode(name)}=${(pairs?.flat() ?? items).join(separator)}`;
    }
  }
}

/** What kind of value a schema asks for: decides how text is read back. */
export interface ExpectedType {
  readonly types: readonly string[];
  readonly items: readonly string[];
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads a parameter back from its decoded parts, the reverse of `serializeParameter`. Text that does
 * not fit the expected type stays text, so that the schema can say what is wrong with it.
 */
export function parseParameter(
  parameter: Parameter,
  parts: readonly string[],
  expected: ExpectedType,
): Json {
  const { in: location, name, style, explode } = parameter;
  const { types } = expected;
  if (parameter.content) return parseContent(parts.at(-1) ?? '');
  const isRepeated = explode && (location === 'query' || location === 'cookie');
  const split = () => (isRepeated ? parts : parts.flatMap((part) => piecesOf(part, parameter)));
  if (types.includes('array')) {
    const mark = style === 'matrix' && explode ? `${name}=` : '';
    return split().map((item) => toTyped(item.replace(mark, ''), expected.items));
  }
  if (types.includes('object')) {
    const pieces = split();
    const pairs = explode
      ? pieces.map((piece) => [piece.split('=', 1)[0], piece.slice(piece.indexOf('=') + 1)])
      : pieces.flatMap((key, i) => (i % 2 === 0 ? [[key, pieces[i + 1] ?? '']] : []));
    return Object.fromEntries(
      pairs.map(([key = '', item = '']) => [key, toTyped(item, expected.properties[key] ?? [])]),
    );
  }
  const mark = style === 'label' ? '.' : style === 'matrix' ? `;${name}=` : '';
  return toTyped((parts.at(-1) ?? '').replace(mark, ''), types);
}

/** What is no JSON stays text, which the schema then refuses. */
function parseContent(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** The parts of an array or object; label and matrix mark where it begins: `.a.b`, `;name=a,b`. */
function piecesOf(text: string, { name, style, explode }: Parameter): string[] {
  switch (style) {
    case 'label':
      return text.replace(/^\./, '').split(explode ? '.' : ',');
    case 'matrix':
      return explode ? text.replace(/^;/, '').split(';') : text.replace(`;${name}=`, '').split(',');
    case 'spaceDelimited':
      return text.split(' ');
    case 'pipeDelimited':
      return text.split('|');
    case 'simple':
    case 'form':
    case 'deepObject':
      return text.split(',');
  }
}

/** The types that the schema at a place asks for, `$ref`s into the same document followed. */
export function expectedTypeOf(document: Json, schema: Json | undefined): ExpectedType {
  const resolved = follow(document, schema);
  const properties = Object.entries(objectOf(objectOf(resolved)['properties']));
  return {
    types: typesOf(resolved),
    items: typesOf(follow(document, objectOf(resolved)['items'])),
    properties: Object.fromEntries(
      properties.map(([name, property]) => [name, typesOf(follow(document, property))]),
    ),
  };
}

function follow(document: Json, schema: Json | undefined): Json | undefined {
  const { $ref } = objectOf(schema);
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return schema;
  return follow(document, valueAt(document, pointerOf($ref)));
}

function typesOf(schema: Json | undefined): readonly string[] {
  const { type } = objectOf(schema);
  return Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
}

function toTyped(text: string, types: readonly string[]): Json {
  if (types.includes('integer') || types.includes('number')) {
    if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.includes('null') && text === '') return null;
  return text;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
