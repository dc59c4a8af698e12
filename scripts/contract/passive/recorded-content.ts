import { Buffer, isUtf8 } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { headerOf, type HeaderFields } from '../../wire/exchange.ts';

/** Content as it was recorded. */
export interface RecordedContent {
  /** Undefined where none was. */
  readonly text: string | undefined;
  readonly octets?: Buffer;
  /** Whether it is what was sent, its content coding undone. */
  readonly isPlain: boolean;
}

/** Octets that content may become when its coding is undone. */
const MOST = 64 * 1024 * 1024;

const CODINGS: readonly {
  readonly names: readonly string[];
  /** What such octets begin with; empty where they begin with anything. */
  readonly mark: readonly number[];
  readonly undo: (octets: Buffer) => Buffer;
}[] = [
  {
    names: ['gzip', 'x-gzip'],
    mark: [0x1f, 0x8b],
    undo: (it) => gunzipSync(it, { maxOutputLength: MOST }),
  },
  { names: ['deflate'], mark: [0x78], undo: (it) => inflateSync(it, { maxOutputLength: MOST }) },
  {
    names: ['zstd'],
    mark: [0x28, 0xb5, 0x2f, 0xfd],
    undo: (it) => zstdDecompressSync(it, { maxOutputLength: MOST }),
  },
  { names: ['br'], mark: [], undo: (it) => brotliDecompressSync(it, { maxOutputLength: MOST }) },
];

/**
 * The content that stands under `body`, or in `postData` or `content`. Recorders should undo content
 * codings (HAR 1.2, content.text), and some do not: what is still coded is undone, or not known.
 */
export function recordedContent(
  body: Json | undefined,
  content: JsonObject,
  headers: HeaderFields,
): RecordedContent {
  const coding = headerOf({ headers }, 'content-encoding')?.trim().toLowerCase() ?? '';
  const own = stringOf(body);
  // A value in place of its text says what was meant, and not how it was written.
  if (own === undefined && body !== undefined && body !== null)
    return { text: JSON.stringify(body), isPlain: false };
  const text = own ?? stringOf(content['text']);
  if (text === undefined) return { text, isPlain: true };
  if (own !== undefined || content['encoding'] !== 'base64')
    return { text, isPlain: coding === '' || !isGarbled(text) };
  const octets = Buffer.from(text, 'base64');
  if (coding === '' || isUtf8(octets))
    return { text: octets.toString('utf8'), octets, isPlain: true };
  const plain = undo(octets, coding);
  return { text: (plain ?? octets).toString('utf8'), octets, isPlain: plain !== undefined };
}

/** Whether a text was made of octets that are none: what of them was no UTF-8 is lost. */
function isGarbled(text: string): boolean {
  return text.includes('\uFFFD') || text.startsWith('\u001F\u008B');
}

function undo(octets: Buffer, coding: string): Buffer | undefined {
  const known = CODINGS.find(({ names }) => names.includes(coding));
  if (!known || known.mark.some((it, i) => octets[i] !== it)) return undefined;
  try {
    return known.undo(octets);
  } catch {
    return undefined;
  }
}

/** A size that may be a number, its text, or `-1` for unknown. */
export function toSize(given: Json | undefined): number {
  const size = Number(given ?? -1);
  return Number.isInteger(size) ? size : -1;
}
