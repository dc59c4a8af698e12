import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { MediaType } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { RecordedResponse } from './recorded.ts';

/** Undoes the content codings that have a registered name (RFC 9110, section 8.4.1). */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes),
  deflate: (bytes) => inflateSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
  identity: (bytes) => bytes,
};

/** The text of an answer, or what keeps it from being read. */
export function readText({
  headers,
  body,
}: RecordedResponse): { readonly text: string } | { readonly reason: string } {
  const coding = headers['content-encoding'] ?? 'identity';
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (!decode) return { reason: `Content-Encoding ${coding}, which is not registered` };
  try {
    const bytes = decode(body);
    // RFC 8259, section 8.1: no byte order mark, and UTF-8 whatever a charset says.
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The JSON of an answer; undefined where it has none that can be read. */
export function jsonIn(response: RecordedResponse): Json | undefined {
  const read = readText(response);
  return 'reason' in read ? undefined : jsonOrNone(read.text);
}

/** Whether a media type carries JSON (RFC 6839, section 3.1). */
export function isJson(contentType: string): boolean {
  return /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(contentType.trim());
}

/** The documented media type that covers a Content-Type, the narrowest first. */
export function documentedAs(
  content: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const essence = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const [type = ''] = essence.split('/');
  const named = (wanted: string) =>
    content.find(({ mediaType }) => mediaType.split(';')[0]?.trim().toLowerCase() === wanted);
  return essence.includes('/') ? (named(essence) ?? named(`${type}/*`) ?? named('*/*')) : undefined;
}
