import { essenceOf } from '../base/media-type.ts';
import { toParameters, unquoteName } from './media-parameters.ts';

/** A part of a multipart body. */
export interface BodyPart {
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  readonly contentType: string | undefined;
  readonly transferEncoding: string | undefined;
  readonly bytes: Buffer;
}

/** Parts, and bytes of a part's header, that are read: nobody means more. */
const MOST_PARTS = 10_000;
const LONGEST_HEAD = 16 * 1024;

/**
 * Takes a multipart body apart (RFC 2046, section 5.1.1; RFC 7578), or says why that cannot be done. What
 * stands before the first delimiter and after the last belongs to no part.
 */
export function parseMultipart(
  contentType: string,
  bytes: Buffer,
): { readonly parts: readonly BodyPart[] } | { readonly reason: string } {
  const boundary = toParameters(contentType).get('boundary');
  if (!boundary) return { reason: 'its Content-Type names no boundary' };
  const parts: BodyPart[] = [];
  // A delimiter begins a line: the first may be that of the body.
  let delimiter = nextDelimiter(bytes, boundary, -2);
  if (!delimiter) return { reason: 'its boundary stands nowhere in it' };
  while (!delimiter.isLast) {
    if (parts.length >= MOST_PARTS) return { reason: `it has more than ${MOST_PARTS} parts` };
    // A part without a header may end where its empty line does.
    const next = nextDelimiter(bytes, boundary, delimiter.end - 2);
    if (!next) return { reason: 'its last part does not end' };
    const part = partOf(bytes.subarray(delimiter.end, Math.max(delimiter.end, next.start)));
    if ('reason' in part) return part;
    parts.push(part);
    delimiter = next;
  }
  return { parts };
}

interface Delimiter {
  /** Where the line break before it begins, which belongs to it. */
  readonly start: number;
  /** Where what follows it begins. */
  readonly end: number;
  readonly isLast: boolean;
}

const [CR, LF, SPACE, TAB, DASH] = [0x0d, 0x0a, 0x20, 0x09, 0x2d];

function nextDelimiter(bytes: Buffer, boundary: string, from: number): Delimiter | undefined {
  const mark = Buffer.from(`--${boundary}`);
  for (let at = bytes.indexOf(mark, from + 2); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    if (at > 0 && !(bytes[at - 2] === CR && bytes[at - 1] === LF)) continue;
    const start = Math.max(0, at - 2);
    let end = at + mark.length;
    const isLast = bytes[end] === DASH && bytes[end + 1] === DASH;
    if (isLast) return { start, end, isLast };
    while (bytes[end] === SPACE || bytes[end] === TAB) end += 1;
    // A line that goes on is no delimiter, but begins like one.
    if (bytes[end] === CR && bytes[end + 1] === LF) return { start, end: end + 2, isLast };
  }
  return undefined;
}

function partOf(bytes: Buffer): BodyPart | { readonly reason: string } {
  const isBare = bytes[0] === CR && bytes[1] === LF;
  const end = isBare ? 0 : bytes.indexOf('\r\n\r\n');
  if (end < 0) return { reason: 'a part has no empty line after its header' };
  if (end > LONGEST_HEAD)
    return { reason: `the header of a part has more than ${LONGEST_HEAD} bytes` };
  const fields = toFields(bytes.toString('utf8', 0, end));
  const disposition = fields.get('content-disposition') ?? '';
  const parameters = toParameters(disposition);
  return {
    name: unquoteName(parameters.get('name')),
    fileName: parameters.get('filename*') ?? unquoteName(parameters.get('filename')),
    contentType: fields.get('content-type'),
    transferEncoding: fields.get('content-transfer-encoding')?.toLowerCase(),
    bytes: bytes.subarray(end + (isBare ? 2 : 4)),
  };
}

/** Header fields by their names in lower case; of those with one name the first. */
function toFields(head: string): ReadonlyMap<string, string> {
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const fields = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return new Map(fields.toReversed());
}

/** Whether a part is a file: it says so by a name, or is neither text nor JSON. */
export function isFilePart({ fileName, contentType }: BodyPart): boolean {
  return fileName !== undefined || essenceOf(contentType ?? '') === 'application/octet-stream';
}
