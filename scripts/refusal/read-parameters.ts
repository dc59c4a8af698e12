import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { append, valueAt } from '../base/json-pointer.ts';
import { expectedTypeOf, parseParameter, type ExpectedType } from '../wire/parameter-style.ts';
import {
  cookiesOf,
  decodeForm,
  decodePercent,
  fieldName,
  headerOf,
  parsePairs,
  type Call,
} from '../wire/call.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A documented parameter that a request carries. */
export interface ReadParameter {
  readonly parameter: Parameter;
  readonly value: Json;
}

/** Found out once for each parameter: a schema may be many `$ref`s away. */
const EXPECTED_TYPES = new WeakMap<Parameter, ExpectedType>();

/** Reads the documented parameters of a request; what is not documented is ignored. */
export function readParameters(
  { document }: ApiModel,
  { parameters }: Operation,
  variables: ReadonlyMap<string, string>,
  call: Call,
): readonly ReadParameter[] | Refusal {
  const pairs = parsePairs(call.query);
  if (pairs === undefined) {
    return refuse('malformed', 'The query is not properly percent-encoded.');
  }
  const found: ReadParameter[] = [];
  for (const parameter of parameters) {
    const { name, in: location, required } = parameter;
    const expected = expectedOf(document, parameter);
    const parts = partsOf(parameter, expected, { variables, pairs, call });
    if (parts === undefined) {
      return refuse('malformed', `"${name}" is not properly percent-encoded.`, {
        path: [name],
        constraint: parameter.pointer,
      });
    }
    if (parts.length > 0) {
      found.push({
        parameter,
        value: parseParameter(asSplit(parameter, expected), parts, expected),
      });
    } else if (required) {
      return refuse('invalid', `The ${location} parameter "${name}" is missing.`, {
        path: [name],
        isMissing: true,
        constraint: append(parameter.pointer, 'required'),
      });
    }
  }
  return found;
}

function expectedOf(document: Json, parameter: Parameter): ExpectedType {
  const known = EXPECTED_TYPES.get(parameter);
  if (known) return known;
  const { schema } = parameter;
  const expected = expectedTypeOf(document, schema && valueAt(document, schema));
  EXPECTED_TYPES.set(parameter, expected);
  return expected;
}

/** Where parameters stand in a request. */
interface Sources {
  /** Values of the path's variables, still percent-encoded. */
  readonly variables: ReadonlyMap<string, string>;
  /** The query, decoded. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly call: Call;
}

/** The decoded texts of a parameter: none when it is absent, undefined when one cannot be decoded. */
function partsOf(
  parameter: Parameter,
  expected: ExpectedType,
  { variables, pairs, call }: Sources,
): readonly string[] | undefined {
  const { name, in: location } = parameter;
  switch (location) {
    case 'path': {
      const raw = variables.get(name);
      return raw === undefined ? [] : decodeAll([raw], decodePercent);
    }
    case 'header': {
      const value = headerOf(call, fieldName(name));
      return value === undefined ? [] : [value];
    }
    case 'cookie': {
      const value = cookiesOf(call).get(name);
      return value === undefined ? [] : decodeAll([value], decodePercent);
    }
    case 'query':
      return pairs.length === 0 ? NONE : queryParts(parameter, expected, { pairs, call });
  }
}

const NONE: readonly string[] = [];

function queryParts(
  { name, style, explode }: Parameter,
  { types, properties }: ExpectedType,
  { pairs, call: { query } }: Pick<Sources, 'pairs' | 'call'>,
): readonly string[] | undefined {
  if (types.includes('object') && style === 'deepObject') {
    return pairs.flatMap(([key, value]) => {
      const inside = key.startsWith(`${name}[`) && key.endsWith(']');
      return inside ? [`${key.slice(name.length + 1, -1)}=${value}`] : [];
    });
  }
  if (types.includes('object') && style === 'form' && explode) {
    const own = pairs.filter(([key]) => Object.hasOwn(properties, key));
    return own.map(([key, value]) => `${key}=${value}`);
  }
  if (types.includes('array') && style === 'form' && !explode) {
    // Split before decoding: an encoded comma belongs to an item, a plain one parts two.
    const raw = query
      .split('&')
      .filter((piece) => decodeForm(piece.split('=', 1)[0] ?? '') === name);
    return decodeAll(
      raw.flatMap((piece) => piece.slice(piece.indexOf('=') + 1).split(',')),
      decodeForm,
    );
  }
  return pairs.flatMap(([key, value]) => (key === name ? [value] : []));
}

/** The parts of a form-style query array are split already, as those of an exploded one are. */
function asSplit(parameter: Parameter, { types }: ExpectedType): Parameter {
  const { style, in: location } = parameter;
  const isSplit = style === 'form' && location === 'query' && types.includes('array');
  return isSplit ? { ...parameter, explode: true } : parameter;
}

function decodeAll(
  texts: readonly string[],
  decode: (text: string) => string | undefined,
): readonly string[] | undefined {
  const decoded = texts.map(decode);
  return decoded.every((text) => text !== undefined) ? decoded : undefined;
}
