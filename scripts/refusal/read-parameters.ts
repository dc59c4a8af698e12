import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { append } from '../base/json-pointer.ts';
import { textShapeAt } from '../values/text-shape.ts';
import { fieldName, readQuery, type Call } from '../wire/call.ts';
import { hasNoPreference } from '../wire/has-no-preference.ts';
import { isUnwritable } from '../wire/is-unwritable.ts';
import { claimsOf, readParameter } from '../wire/read-parameter.ts';
import { chooseValue } from '../wire/reading.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A documented parameter that a request carries. */
export interface ReadParameter {
  readonly parameter: Parameter;
  readonly value: Json;
}

const NONE: readonly ReadParameter[] = [];

/** Reads the documented parameters of a request, or those asked for; what is not documented is ignored. */
export function readParameters(
  api: ApiModel,
  { parameters }: Operation,
  variables: ReadonlyMap<string, string>,
  { query, headers }: Call,
  asked: readonly Parameter[] = parameters,
): readonly ReadParameter[] | Refusal {
  const { pairs, isDecodable } = readQuery(query);
  if (!isDecodable) return refuse('malformed', 'The query is not properly percent-encoded.');
  if (parameters.length === 0) return NONE;
  const texts = { variables, query: pairs, lines: (name: string) => linesIn(headers, name) };
  const claims = claimsOf(parameters);
  const found: ReadParameter[] = [];
  for (const parameter of asked) {
    const { name, in: location, required, schema } = parameter;
    const shape = textShapeAt(api.document, schema);
    // What nobody can write is neither missed nor judged.
    if (isUnwritable(parameter, shape)) continue;
    const reading = readParameter(parameter, shape, texts, claims);
    const accepts = (value: Json) =>
      schema === undefined || api.schemas.check(schema, value, 'request').length === 0;
    const isSilent = !required && hasNoPreference(parameter, texts);
    if (isSilent && (typeof reading === 'string' || !accepts(chooseValue(reading, accepts)))) {
      continue;
    }
    if (reading === 'undecodable' || reading === 'malformed') {
      return refuse('malformed', sayWhyNot(parameter, reading), {
        path: [name],
        constraint: parameter.pointer,
      });
    }
    if (reading !== 'absent') {
      found.push({ parameter, value: chooseValue(reading, accepts) });
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

const NO_LINES: readonly string[] = [];

function linesIn(headers: Call['headers'], name: string): readonly string[] {
  const field = fieldName(name);
  const value = Object.hasOwn(headers, field) ? headers[field] : undefined;
  return value === undefined ? NO_LINES : Array.isArray(value) ? value : [value];
}

function sayWhyNot(
  { name, style, content }: Parameter,
  reading: 'undecodable' | 'malformed',
): string {
  if (reading === 'undecodable') return `"${name}" is not properly percent-encoded.`;
  return content
    ? `"${name}" is not ${content.mediaType}.`
    : `"${name}" is not written in the style ${style}.`;
}
