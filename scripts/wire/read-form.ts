import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import type { Pick } from './choose-reading.ts';
import { kindOf, typeOfField } from './media-kind.ts';
import { decodeForm } from './percent-encoding.ts';
import { readFields, type FormField } from './read-fields.ts';
import { structuredValues } from './read-parts.ts';
import { textValues } from './read-value.ts';
import type { WireBody } from './wire-body.ts';
import { fieldNamed } from './write-form.ts';

/** Reads a form in a URL's encoding (OpenAPI 3.1.1, section 4.8.15.2; URL Standard, section 5.1). */
export function readForm(
  body: WireBody,
  shape: TextShape,
  text: string,
): ((pick: Pick) => Json) | { readonly reason: string } {
  const fields = text
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => toField(body, piece));
  if (!fields.every((it) => it !== undefined)) return { reason: 'it is not percent-encoded' };
  return (pick) => readFields(shape, fields, pick);
}

function toField(body: WireBody, piece: string): FormField | undefined {
  const at = piece.indexOf('=');
  const name = decodeForm(at < 0 ? piece : piece.slice(0, at));
  const text = decodeForm(at < 0 ? '' : piece.slice(at + 1));
  if (name === undefined || text === undefined) return undefined;
  const field = fieldNamed(body, name);
  const { contentType } = field;
  const kind = contentType === undefined ? undefined : kindOf(typeOfField(contentType, ''));
  return {
    name,
    valuesAs: (shape) =>
      kind === 'json' || kind === 'xml'
        ? structuredValues(field, shape, text, kind)
        : textValues(shape, text),
  };
}
