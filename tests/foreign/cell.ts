import type { Json, JsonObject } from '../../scripts/base/json.ts';
import type { ParameterLocation, ParameterStyle } from '../../scripts/model/api-model.ts';

/** A kind of value that a cell of the matrix sends. */
export type Kind = keyof typeof SCHEMAS;

/** One combination of the matrix: where a value stands, how it is written, and the value. */
export type Cell = ParameterCell | BodyCell;

export interface ParameterCell {
  readonly place: ParameterLocation;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type of `content`, which is there in the place of `style`. */
  readonly content: string | undefined;
  /** Another name than the place's own. */
  readonly name?: string;
  readonly kind: Kind;
  readonly value: Json;
}

/** The value is that of the property `p` of a form. */
export interface BodyCell {
  readonly place: 'urlencoded' | 'multipart';
  /** The Encoding Object of `p`, and what the matrix calls it. */
  readonly encoding: JsonObject | undefined;
  readonly label: string;
  readonly kind: Kind;
  readonly value: Json;
}

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
const COLOUR = { type: 'object', properties: { R: INTEGER, G: INTEGER, B: INTEGER } };
const SPECIAL = {
  type: 'object',
  properties: { 'x-y': STRING, constructor: STRING, 'a.b': STRING, é: STRING },
};
const FILE = { type: 'string', contentMediaType: 'application/octet-stream' };

export const SCHEMAS = {
  string: STRING,
  text: STRING,
  integer: INTEGER,
  long: INTEGER,
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  strings: { type: 'array', items: STRING },
  texts: { type: 'array', items: STRING },
  integers: { type: 'array', items: INTEGER },
  single: { type: 'array', items: INTEGER },
  object: { ...COLOUR, required: ['R', 'G', 'B'] },
  special: { ...SPECIAL, required: ['x-y', 'constructor'] },
  file: FILE,
  files: { type: 'array', items: FILE },
} as const satisfies Record<string, JsonObject>;

/** How a parameter is named: fields have names of their own. */
export function nameOf(cell: Cell): string {
  if ('name' in cell && cell.name !== undefined) return cell.name;
  return cell.place === 'header' ? 'X-P' : 'p';
}

/** How a typed binding calls it: the harder values are of the same types. */
export function bindingOf({ kind }: Cell): string {
  return (
    { text: 'string', texts: 'strings', single: 'integers', long: 'integer' }[kind as string] ??
    kind
  );
}

/** Style and explode of a cell as a reader of the matrix wants to see them. */
export function howOf(cell: Cell): string {
  if ('label' in cell) return cell.label;
  if (cell.content !== undefined) return cell.content;
  const explode = cell.explode ? ', explode' : '';
  if (cell.name !== undefined) return `${cell.style}${explode}, named ${cell.name}`;
  return `${cell.style}${explode}${cell.allowReserved ? ', allowReserved' : ''}`;
}

export function titleOf(cell: Cell): string {
  return `${cell.place} ${howOf(cell)}: ${cell.kind}`;
}

/** The description of the one operation that takes a cell, at a path of whose kind it is to be. */
export function documentOf(cell: Cell, path: string): JsonObject {
  const method = 'label' in cell ? 'post' : 'get';
  const operation: JsonObject = {
    operationId: 'send',
    ...('label' in cell ? { requestBody: bodyOf(cell) } : { parameters: [parameterOf(cell)] }),
    responses: { '200': { description: 'What was read.' } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'A cell of the matrix', version: '1.0.0' },
    servers: [{ url: '/' }],
    paths: { [cell.place === 'path' ? `${path}/{p}` : path]: { [method]: operation } },
  };
}

function parameterOf(cell: ParameterCell): JsonObject {
  const { place, style, explode, allowReserved, content, kind } = cell;
  const schema = SCHEMAS[kind];
  return {
    name: nameOf(cell),
    in: place,
    required: true,
    ...(content === undefined
      ? { style, explode, schema }
      : { content: { [content]: { schema } } }),
    ...(allowReserved ? { allowReserved } : {}),
  };
}

function mediaTypeOf({ place }: BodyCell): string {
  return place === 'multipart' ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

function bodyOf(cell: BodyCell): JsonObject {
  const schema = { type: 'object', properties: { p: SCHEMAS[cell.kind] }, required: ['p'] };
  const encoding = cell.encoding ? { encoding: { p: cell.encoding } } : {};
  return { required: true, content: { [mediaTypeOf(cell)]: { schema, ...encoding } } };
}
