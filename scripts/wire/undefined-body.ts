import { concreteType, isForeign, kindOf, typeOfField } from './media-kind.ts';
import type { WireBody, WireField, WireXml } from './wire-body.ts';
import { fieldNamed, fieldText } from './write-form.ts';
import { isFieldLine } from './write-multipart.ts';
import { fileOf, isScalar } from './file-value.ts';
import { jsonOf, plainDataOf, textOf } from './plain-data.ts';
import { asQuery, isStyled } from './styled-field.ts';
import { undefinedSerialization, type UndefinedSerialization } from './undefined-serialization.ts';
import { isXmlName, isXmlText, xmlOf } from './write-xml.ts';

/** What OpenAPI 3.1.1 leaves open of bodies. */
export const UNDEFINED_BODIES = {
  'empty-content': 'A body without a byte is taken for none.',
  'not-an-object': 'A form is made of members, and the value has none.',
  'structure-as-text': 'How a list or an object is written in this media type is not defined.',
  'foreign-format':
    'The media type has rules for its octets that no schema tells, as those of images do.',
  'header-value': 'The value of a header of a part cannot stand in a header.',
  'nameless-root': 'Nothing names the root element of the XML document.',
  'root-list': 'An XML document has one root, and a list that is not wrapped has none.',
  'nested-list': 'How a list in a list is written as XML is not defined.',
  'attribute-structure': 'An XML attribute holds neither a list nor an object.',
  'attribute-namespace': 'An XML attribute is in a namespace by its prefix only, and has none.',
  'undeclared-prefix': 'An XML prefix has no namespace.',
  'xml-name': 'XML does not take the name for an element or an attribute.',
  'xml-character': 'XML has no way to write one of the characters.',
} as const;
export type UndefinedBody = keyof typeof UNDEFINED_BODIES | UndefinedSerialization;

/** The first thing in a body that OpenAPI leaves undefined: it proves nothing, whatever a server says to it. */
export function undefinedBody(body: WireBody, value: unknown): UndefinedBody | undefined {
  const file = fileOf(value);
  if (file) return file.bytes.length === 0 ? 'empty-content' : undefined;
  const kind = kindOf(concreteType(body.mediaType, value));
  if (kind === 'json') return undefined;
  if (value === '') return 'empty-content';
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'lone-surrogate';
  if (kind === 'form' || kind === 'multipart') return undefinedForm(body, value, kind);
  if (value === null || value === undefined) {
    return kind === 'lines' || kind === 'sequence' ? undefined : 'null-value';
  }
  if (kind === 'xml') return undefinedRoot(body.xml ?? {}, value);
  if (kind === 'lines' || kind === 'sequence') {
    return Array.isArray(value) && value.length === 0 ? 'empty-content' : undefined;
  }
  return isScalar(value) ? undefined : 'structure-as-text';
}

function undefinedForm(
  body: WireBody,
  value: unknown,
  kind: 'form' | 'multipart',
): UndefinedBody | undefined {
  if (isScalar(value) || Array.isArray(value)) return 'not-an-object';
  const members = Object.entries(jsonOf(value) ?? {}).filter(([, it]) => it !== undefined);
  if (members.length === 0) return 'empty-content';
  for (const [name, member] of members) {
    const found = undefinedField(name, fieldNamed(body, name), member, kind);
    if (found) return found;
  }
  return undefined;
}

function undefinedField(
  name: string,
  field: WireField,
  value: unknown,
  kind: 'form' | 'multipart',
): UndefinedBody | undefined {
  if (value === null) return 'null-value';
  if (!name.isWellFormed()) return 'lone-surrogate';
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) return 'empty-array';
  if (items.some((it) => it === null || it === undefined)) return 'null-value';
  const { headers = [], contentType } = field;
  if (kind === 'multipart' && !headers.every(([key, text]) => isFieldLine(key, text))) {
    return 'header-value';
  }
  if (isStyled(field)) return undefinedStyle(name, field, value, kind);
  for (const item of items) {
    const isXml = contentType !== undefined && kindOf(typeOfField(contentType, item)) === 'xml';
    const found = isXml && !isScalar(item) ? undefinedRoot(field.xml ?? {}, item) : undefined;
    if (found) return found;
    if (contentType !== undefined && isForeign(typeOfField(contentType, item)) && !fileOf(item)) {
      return 'foreign-format';
    }
    if (field.isFile && !contentType && !isScalar(item) && !fileOf(item))
      return 'structure-as-text';
    if (!fileOf(item) && !fieldText(field, item).isWellFormed()) return 'lone-surrogate';
  }
  return undefined;
}

/** Parts have no escape: what parts one text from the next may stand in none. */
function undefinedStyle(
  name: string,
  field: WireField,
  value: unknown,
  kind: 'form' | 'multipart',
): UndefinedBody | undefined {
  const parameter = asQuery(name, field);
  const found = undefinedSerialization(parameter, value);
  if (found || kind === 'form' || parameter.explode || parameter.style !== 'form') return found;
  const data = plainDataOf(value);
  const texts = data?.kind === 'list' ? data.items : data?.kind === 'members' ? data.members : [];
  return texts.flat().some((text) => text.includes(',')) ? 'delimiter-in-item' : undefined;
}

function undefinedRoot(xml: WireXml, value: unknown): UndefinedBody | undefined {
  if (Array.isArray(value) && !xml.wrapped) return 'root-list';
  if (xml.name === undefined) return 'nameless-root';
  return undefinedXml(xml.name, xml, value, false);
}

function undefinedXml(
  name: string,
  xml: WireXml,
  value: unknown,
  isItem: boolean,
): UndefinedBody | undefined {
  if (value === null) return 'null-value';
  if (value === undefined) return undefined;
  const named = undefinedName(xml.name ?? name, xml);
  if (named) return named;
  if (isScalar(value)) return isXmlText(textOf(value) ?? '') ? undefined : 'xml-character';
  if (xml.attribute) return 'attribute-structure';
  if (!Array.isArray(value)) {
    for (const [key, member] of Object.entries(jsonOf(value) ?? {})) {
      const found = undefinedXml(key, xmlOf(xml, key), member, false);
      if (found) return found;
    }
    return undefined;
  }
  if (isItem) return 'nested-list';
  if (value.length === 0 && !xml.wrapped) return 'empty-array';
  for (const item of value) {
    const found =
      item === undefined ? 'null-value' : undefinedXml(name, xml.items ?? {}, item, true);
    if (found) return found;
  }
  return undefined;
}

function undefinedName(
  name: string,
  { prefix, namespace, attribute }: WireXml,
): UndefinedBody | undefined {
  if (prefix !== undefined && namespace === undefined) return 'undeclared-prefix';
  if (attribute && prefix === undefined && namespace !== undefined) return 'attribute-namespace';
  return isXmlName(prefix === undefined ? name : `${prefix}:${name}`) ? undefined : 'xml-name';
}
