import type { ApiModel, Parameter } from '../../model/api-model.ts';
import { objectOf, type Json } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { expectedTypeOf, parseParameter } from '../../wire/parameter-style.ts';
import { flatten } from '../../values/merge-schemas.ts';

type Field = readonly [name: string, text: string];

/** The fields of a form in a URL's encoding (URL Standard, section 5.1). */
export function formFields(text: string): readonly Field[] {
  return [...new URLSearchParams(text)];
}

/** The parts of a multipart form (RFC 7578); undefined where the text is none. */
export function multipartFields(contentType: string, text: string): readonly Field[] | undefined {
  const [, quoted, token] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  const close = `--${boundary}--`;
  const end = text.lastIndexOf(close);
  if (boundary === undefined || end < 0) return undefined;
  const parts = `\r\n${text.slice(0, end)}`.split(`\r\n--${boundary}\r\n`).slice(1);
  const fields = parts.map((part): Field | undefined => {
    const head = part.indexOf('\r\n\r\n');
    const [, name] = /^content-disposition:.*[;\s]name="([^"]*)"/im.exec(part.slice(0, head)) ?? [];
    if (head < 0 || name === undefined) return undefined;
    return [unescape(name), part.slice(head + 4).replace(/\r\n$/, '')];
  });
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

/**
 * Fields as the object that a schema describes (OpenAPI 3.1.1, sections 4.8.14.4 and 4.8.14.5): each
 * is read by the type of its property, and one that repeats is an array where an array is expected.
 */
export function valueOfFields(
  { document }: ApiModel,
  schema: Pointer | undefined,
  fields: readonly Field[],
): Json {
  const described = schema === undefined ? {} : objectOf(valueAt(document, schema));
  const { properties } = flatten(document, described);
  return Object.fromEntries(
    [...new Set(fields.map(([name]) => name))].map((name) => {
      const texts = fields.flatMap(([field, text]) => (field === name ? [text] : []));
      const expected = expectedTypeOf(document, objectOf(properties)[name]);
      return [name, parseParameter(asParameter(name), texts, expected)];
    }),
  );
}

/** A field is written as a query parameter is (section 4.8.15.1.2). */
function asParameter(name: string): Parameter {
  return {
    name,
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    content: undefined,
    pointer: '#',
    schema: undefined,
    examples: [],
  };
}

/** Undoes what names of parts escape (HTML Standard, section 4.10.22.8). */
function unescape(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
