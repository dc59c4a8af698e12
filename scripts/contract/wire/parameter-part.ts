import type { ApiModel, Breach, Direction, Parameter } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { TextShape } from '../../values/combine-shapes.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import { hasNoPreference } from '../../wire/has-no-preference.ts';
import { isUnwritable } from '../../wire/is-unwritable.ts';
import { readParameter, type Claims, type RequestTexts } from '../../wire/read-parameter.ts';
import { chooseValue, type Meaning } from '../../wire/reading.ts';
import { undefinedSerialization } from '../../wire/undefined-serialization.ts';
import {
  absentPart,
  breachOfAbsence,
  type RequestBreach,
  type RequestPart,
} from './request-part.ts';

/** Where the parameters of a request stand, and which way it goes. */
interface Told {
  readonly texts: RequestTexts;
  readonly claims: Claims;
  readonly direction: Direction;
}

/** A parameter as it stands on the wire. */
export function parameterPart(
  api: ApiModel,
  parameter: Parameter,
  { texts, claims, direction }: Told,
): RequestPart {
  const { schema, required, pointer, content } = parameter;
  const part = `${parameter.in} parameter ${parameter.name}`;
  const shape = textShapeAt(api.document, schema);
  if (isUnwritable(parameter, shape)) return { ...absentPart(part, schema), isOpaque: true };
  const reading = readParameter(parameter, shape, texts, claims);
  const isNameless = typeof reading === 'object' && isTextOfMembers(parameter, shape, reading);
  if (reading === 'absent' || isNameless) {
    const breaches = required ? [breachOfAbsence(part, pointer)] : [];
    return { ...absentPart(part, schema), breaches, isOpaque: isNameless && !required };
  }
  // What broken percent-encoding stands for is for the server to say.
  if (reading === 'undecodable') return { ...absentPart(part, schema), isOpaque: true };
  if (reading === 'malformed') {
    const breach: RequestBreach = {
      part,
      instance: '',
      constraint: content?.pointer ?? pointer,
      keyword: content ? 'mediaType' : 'style',
      expected: content?.mediaType ?? parameter.style,
      message: content ? `is not ${content.mediaType}` : `is not in the style ${parameter.style}`,
    };
    return { ...absentPart(part, schema), breaches: [breach] };
  }
  const { value, breaches } = judgeMeaning(api, schema, reading, direction);
  if (!required && breaches.length > 0 && hasNoPreference(parameter, texts)) {
    return absentPart(part, schema);
  }
  // What nobody says how to write is held against nobody.
  if (undefinedSerialization(parameter, value) !== undefined) {
    return { part, schema, value, breaches: [], isOpaque: true };
  }
  return {
    part,
    schema,
    value,
    breaches: breaches.map((breach) => ({ ...breach, part })),
    isOpaque: false,
  };
}

/**
 * Whether a text stands under the name of an object whose members alone are on the wire. To most servers
 * that is a parameter that they do not know, and so it is nothing that this one says.
 */
function isTextOfMembers(
  { style, explode, content }: Parameter,
  { types }: TextShape,
  { value }: Meaning,
): boolean {
  const isSpread = style === 'deepObject' || (style === 'form' && explode);
  const isText = typeof value !== 'object' || value === null;
  return (
    types.has('object') &&
    isSpread &&
    !content &&
    isText &&
    [...types].every((it) => it === 'object' || it === 'null')
  );
}

/**
 * What a text stands for, and what its schema has against that. It breaks something only where all that
 * it may stand for does, and the likeliest is then what is shown.
 */
export function judgeMeaning(
  { schemas }: ApiModel,
  schema: Pointer | undefined,
  meaning: Meaning,
  direction: Direction,
): { readonly value: Json; readonly breaches: readonly Breach[] } {
  if (schema === undefined) return { value: meaning.value, breaches: [] };
  const check = (it: Json) => schemas.check(schema, it, direction);
  const value = chooseValue(meaning, (it) => check(it).length === 0);
  return { value, breaches: check(value) };
}
