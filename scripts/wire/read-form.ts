import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import type { Pick } from './choose-reading.ts';
import { kindOf, typeOfField } from './media-kind.ts';
import { decodeForm } from './percent-encoding.ts';
import { readFields, type FormField } from './read-fields.ts';
import { structuredValues } from './read-parts.ts';
import { readStyled } from './read-styled.ts';
import { textValues } from './read-value.ts';
import { splitQuery } from './text-pairs.ts';
import type { WireBody } from './wire-body.ts';
import { fieldNamed } from './write-form.ts';

/** Reads a form in a URL's encoding (OpenAPI 3.1.1, section 4.8.15.2; URL Standard, section 5.1). */
export function readForm(
  body: WireBody,
  shape: TextShape,
  text: string,
): ((pick: Pick) => Json) | { readonly reason: string } {
  const pairs = splitQuery(text);
  const fields: FormField[] = [];
  for (const { name, text: value } of pairs) {
    if (name === undefined || value === undefined) return { reason: 'it is not percent-encoded' };
    fields.push(toField(body, name, value));
  }
  const styled = readStyled(body, shape, pairs, decodeForm);
  if (!styled) return { reason: 'a field is not written in its style' };
  return (pick) => readFields(shape, fields, styled, pick);
}

function toField(body: WireBody, name: string, text: string): FormField {
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
