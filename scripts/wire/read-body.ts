import { isAscii, isUtf8 } from 'node:buffer';
import type { MediaType } from '../model/api-model.ts';
import { essenceOf } from '../base/media-type.ts';
import type { Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import { parseJson, type JsonReading } from '../base/json-text.ts';
import { textShapeAt } from '../values/text-shape.ts';
import { chooseReading, type Pick } from './choose-reading.ts';
import { describeBody } from './describe-body.ts';
import { namedRoot } from './describe-xml.ts';
import { isForeign, kindOf } from './media-kind.ts';
import { decodeText, decodeUtf8, toParameters } from './media-parameters.ts';
import { parseMultipart } from './parse-multipart.ts';
import { parseXml } from './parse-xml.ts';
import { readFields } from './read-fields.ts';
import { readForm } from './read-form.ts';
import { fieldsOfParts, pairsOfParts, strangePart } from './read-parts.ts';
import { readStyled } from './read-styled.ts';
import { octetValues, textValues } from './read-value.ts';
import { readXml } from './read-xml.ts';

/**
 * A body as a value, or why it is not of its own media type. Undefined where it is in one whose content
 * nobody reads here: nothing is known of it.
 */
export type BodyReading = JsonReading | undefined;

/** What a body is read by: its description, and how many constraints of that a value breaks. */
export interface BodyContract {
  readonly document: Json;
  readonly media: MediaType;
  readonly breachesOf: (value: Json) => number;
}

type Build = (pick: Pick) => Json;

/**
 * Reads a body in the media type that it was sent as (OpenAPI 3.1.1, sections 4.8.14 and 4.8.15). Where a
 * text may stand for several values, the one counts that breaks least.
 */
export function readBody(
  contract: BodyContract,
  contentType: string,
  bytes: Uint8Array,
): BodyReading {
  const sentAs = contentType || contract.media.mediaType;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(sentAs);
  if (kind === 'json') return readJson(buffer);
  const found = builds[kind](contract, sentAs, buffer);
  if (found === undefined) return undefined;
  if (typeof found !== 'function') return found;
  return { value: chooseReading(found, contract.breachesOf) };
}

/** JSON is UTF-8 (RFC 8259, section 8.1); a byte order mark before it is ignored, as the section permits. */
export function readJson(bytes: Buffer): JsonReading {
  const isPlain = isAscii(bytes);
  if (!isPlain && !isUtf8(bytes)) return { reason: 'it is not encoded as UTF-8' };
  // Plain bytes need no decoding.
  const text = bytes.toString(isPlain ? 'latin1' : 'utf8');
  return parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
}

type Built = Build | JsonReading | undefined;
type ReadAs = (contract: BodyContract, sentAs: string, bytes: Buffer) => Built;

const builds: Readonly<Record<Exclude<ReturnType<typeof kindOf>, 'json'>, ReadAs>> = {
  lines: (contract, _, bytes) => readRecords(contract, bytes, /\r?\n/),
  sequence: (contract, _, bytes) => readRecords(contract, bytes, '\u001E'),
  form({ document, media }, _, bytes) {
    const text = decodeUtf8(bytes);
    if (text === undefined) return { reason: 'it is not UTF-8' };
    if (shapeOf({ document, media }).only === 'string') return undefined;
    return readForm(describeBody(document, media), shapeOf({ document, media }), text);
  },
  multipart({ document, media }, sentAs, bytes) {
    const parsed = parseMultipart(sentAs, bytes);
    if ('reason' in parsed) return parsed;
    const shape = shapeOf({ document, media });
    // Members are no string: what a form with such a schema holds is nowhere said.
    if (shape.only === 'string') return undefined;
    const body = describeBody(document, media);
    const strange = strangePart(body, parsed.parts);
    if (strange !== undefined) return { reason: strange };
    const fields = fieldsOfParts(body, parsed.parts);
    if (fields) {
      const styled = readStyled(body, shape, pairsOfParts(parsed.parts), String);
      if (!styled) return { reason: 'a part is not written in its style' };
      return (pick) => readFields(shape, fields, styled, pick);
    }
    // Parts of other kinds of multipart need no names, and no schema tells of those without.
    const isForm = essenceOf(sentAs) === 'multipart/form-data';
    return isForm ? { reason: 'a part has no name' } : undefined;
  },
  xml({ document, media }, sentAs, bytes) {
    const text = xmlText(sentAs, bytes);
    if (text === undefined) return { reason: 'it is not in the encoding that it names' };
    const parsed = parseXml(text);
    if ('reason' in parsed) return parsed;
    const { root } = parsed;
    const shape = shapeOf({ document, media });
    // A schema of text alone is about the document as it stands.
    if (shape.only === 'string') return { value: text };
    if (media.schema === undefined) return { value: text };
    const named = namedRoot(document, [valueAt(document, media.schema) ?? true]);
    // A list has no element of its own unless it is wrapped.
    if (
      named !== undefined &&
      named.replace(/^.*:/, '') !== root.name.local &&
      !shape.types.has('array')
    )
      return { reason: `its root is called ${root.name.local}, and not ${named}` };
    const { xml = {} } = describeBody(document, media);
    return (pick) => readXml(root, { xml, shape, pick });
  },
  text({ document, media }, sentAs, bytes) {
    const text = decodeText(bytes, toParameters(sentAs).get('charset'));
    const { types, order, ...shape } = shapeOf({ document, media });
    const plain = order.filter((type) => type !== 'array' && type !== 'object');
    if (text === undefined || plain.length === 0) return undefined;
    return (pick) => pick(textValues({ ...shape, types, order: plain }, text));
  },
  octets(contract, sentAs, bytes) {
    if (!shapeOf(contract).types.has('string')) return undefined;
    const build: Build = (pick) => pick(octetValues(bytes));
    if (!isForeign(sentAs)) return build;
    // What its own rules say is not known here, but what breaks the schema is broken.
    const value = chooseReading(build, contract.breachesOf);
    return contract.breachesOf(value) > 0 ? { value } : undefined;
  },
};

function shapeOf({ document, media }: Described): ReturnType<typeof textShapeAt> {
  return textShapeAt(document, media.schema);
}

type Described = Omit<BodyContract, 'breachesOf'>;

/** JSON texts one after the other are a list; one alone may also be what the schema describes. */
function readRecords(
  { document, media }: BodyContract,
  bytes: Buffer,
  mark: RegExp | string,
): Built {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { reason: 'it is not UTF-8' };
  const values: Json[] = [];
  for (const [i, record] of text.split(mark).entries()) {
    if (record.trim() === '') continue;
    const parsed = parseJson(record);
    if ('reason' in parsed) return { reason: `line ${i + 1}: ${parsed.reason}` };
    values.push(parsed.value);
  }
  const { types } = shapeOf({ document, media });
  const [only] = values;
  if (types.has('array')) return { value: values };
  return values.length === 1 && only !== undefined ? { value: only } : undefined;
}

/** The text of an XML document: its encoding is said by a mark, the media type or itself (RFC 7303, section 3). */
function xmlText(sentAs: string, bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return decodeText(bytes, 'utf-16be');
  if (first === 0xff && second === 0xfe) return decodeText(bytes, 'utf-16le');
  const [, own] =
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
      bytes.toString('latin1', 0, 200).replace(/^\u00EF\u00BB\u00BF/, ''),
    ) ?? [];
  const charset = toParameters(sentAs).get('charset') ?? own ?? 'utf-8';
  return /^utf-?8$/i.test(charset) ? decodeUtf8(bytes) : decodeText(bytes, charset);
}
