import type { Json } from '../base/json.ts';
import { essenceOf, isCoveredBy } from '../base/media-type.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import { kindOf, typeOfField } from './media-kind.ts';
import { decodeText, decodeUtf8, toParameters } from './media-parameters.ts';
import type { BodyPart } from './parse-multipart.ts';
import { parseXml } from './parse-xml.ts';
import type { FormField } from './read-fields.ts';
import { jsonValues, octetValues, textValues } from './read-value.ts';
import { readXml } from './read-xml.ts';
import type { TextPair } from './text-pairs.ts';
import type { WireBody, WireField } from './wire-body.ts';
import { fieldNamed } from './write-form.ts';

/** The field that the default charset of the others stands in (RFC 7578, section 4.6). */
const CHARSET = '_charset_';

/** The parts of a form as its fields; undefined where one has no name (RFC 7578, section 4.2). */
export function fieldsOfParts(
  body: WireBody,
  parts: readonly BodyPart[],
): readonly FormField[] | undefined {
  const charset = parts.find(({ name }) => name === CHARSET)?.bytes.toString('latin1');
  const fields = parts.map((part) => toField(body, part, charset));
  return fields.every((it) => it !== undefined) ? fields : undefined;
}

/** The parts of a form as the pairs that a query would have. */
export function pairsOfParts(parts: readonly BodyPart[]): readonly TextPair[] {
  return parts.map(({ name, bytes }) => {
    const text = bytes.toString('utf8');
    return { name, raw: text, text };
  });
}

/**
 * Why a part has a type that is none of those that its Encoding Object lists (OpenAPI 3.1.1, section 4.8.15.1); undefined
 * where each has one. A part without a type, or of octets that nobody knows more of, may be anything.
 */
export function strangePart(body: WireBody, parts: readonly BodyPart[]): string | undefined {
  for (const { name = '', contentType } of parts) {
    if (contentType === undefined || essenceOf(contentType) === UNKNOWN) continue;
    const { contentType: described, style, explode, allowReserved } = fieldNamed(body, name);
    if (described === undefined || [style, explode, allowReserved].some((it) => it !== undefined))
      continue;
    const isListed = described.split(',').some((it) => isCoveredBy(contentType, it.trim()));
    if (!isListed) return `the part "${name}" is ${essenceOf(contentType)}, and not ${described}`;
  }
  return undefined;
}

const UNKNOWN = 'application/octet-stream';

function toField(
  body: WireBody,
  part: BodyPart,
  charset: string | undefined,
): FormField | undefined {
  const { name } = part;
  if (name === undefined) return undefined;
  const field = fieldNamed(body, name);
  const bytes = undoTransfer(part, field);
  return { name, valuesAs: (shape) => partValues({ ...part, bytes }, field, shape, charset) };
}

function partValues(
  part: BodyPart,
  field: WireField,
  shape: TextShape,
  charset: string | undefined,
): readonly Json[] {
  const { contentType, bytes, fileName } = part;
  const told = contentType ?? field.contentType;
  const kind = told === undefined ? undefined : kindOf(typeOfField(told, ''));
  const isFile = fileName !== undefined || field.isFile === true || kind === 'octets';
  if (kind === 'json' || kind === 'xml') {
    return structuredValues(field, shape, decodeUtf8(bytes) ?? bytes.toString('latin1'), kind);
  }
  if (isFile && shape.types.has('string')) return octetValues(bytes);
  const own = toParameters(contentType ?? '').get('charset') ?? charset;
  const text = decodeText(bytes, own) ?? bytes.toString('latin1');
  return textValues(shape, text);
}

/** The values of a field whose content type is JSON or XML; its text where it is neither. */
export function structuredValues(
  { xml = {} }: WireField,
  shape: TextShape,
  text: string,
  kind: 'json' | 'xml',
): readonly Json[] {
  const texts = textValues(shape, text);
  if (kind === 'json') return [...jsonValues(text), ...texts];
  const parsed = parseXml(text);
  if ('reason' in parsed) return texts;
  const value = readXml(parsed.root, { xml, shape, pick: ([first = null]) => first });
  return [value, ...texts];
}

/** What a Content-Transfer-Encoding hides, unless it is the encoding that the description wants the value in. */
function undoTransfer({ transferEncoding, bytes }: BodyPart, field: WireField): Buffer {
  if (transferEncoding === undefined || transferEncoding === field.contentEncoding?.toLowerCase()) {
    return bytes;
  }
  if (transferEncoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64');
  if (transferEncoding !== 'quoted-printable') return bytes;
  const text = bytes
    .toString('latin1')
    .replaceAll(/[ \t]+(?=\r\n|$)/g, '')
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(text, 'latin1');
}
