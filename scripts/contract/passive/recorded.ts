import { Buffer } from 'node:buffer';
import {
  headerOf,
  type Exchange,
  type HeaderFields,
  type WireRequest,
  type WireResponse,
} from '../../wire/exchange.ts';

import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import { UserError } from '../../base/user-error.ts';
import { parseJson } from '../../base/json-text.ts';
import type { Slice } from './slices.ts';

/** An exchange as somebody else recorded it, and what of it is missing. */
export interface Recorded {
  readonly exchange: Exchange;
  /** Whether the body of the request is known: recorded whole, or there was none. */
  readonly hasBody: boolean;
  /** Whether the content of the answer is known. */
  readonly hasContent: boolean;
  /** When the request began and when its answer had come, in milliseconds since 1970; undefined where nobody says. */
  readonly began: number | undefined;
  readonly ended: number | undefined;
  /** Whether the answer came out of a cache, and so tells of a time before (RFC 9111, section 5.1). */
  readonly isCached: boolean;
  readonly location: SourceLocation;
}

/**
 * Reads an entry of an HTTP archive (HAR 1.2), or an exchange as Kiln writes them: `request` and
 * `response` with `headers` as pairs or as a map, and `body`. Throws a UserError at its line.
 */
export function readRecorded({ text, line }: Slice, file: string): Recorded {
  const location = { file, line, column: 1 };
  const parsed = parseJson(text);
  if ('reason' in parsed) throw misshapen(`It is not JSON: ${parsed.reason}`, location);
  if (!isObject(parsed.value)) throw misshapen('It is not an object', location);
  const { request: sent, response: answered, failure } = parsed.value;
  if (!isObject(sent)) throw misshapen('It has no request', location);
  const { request, hasBody } = readSent(sent, location);
  const times = timesOf(parsed.value);
  const status = objectOf(answered)['status'];
  // Browsers write status 0 for what was blocked or given up.
  if (!isObject(answered) || status === 0) {
    const reason = stringOf(failure) ?? 'no answer was recorded';
    const exchange = { request, failure: reason };
    return { ...times, location, exchange, hasBody, hasContent: false, isCached: false };
  }
  if (typeof status !== 'number') throw misshapen('Its response has no status', location);
  const { response, hasContent } = readAnswer(answered, status, location);
  const isCached =
    Number(headerOf(response, 'age') ?? 0) > 0 ||
    CACHE_MARKS.some((name) => Object.hasOwn(objectOf(parsed.value), name));
  return { ...times, location, exchange: { request, response }, hasBody, hasContent, isCached };
}

/** How browsers mark what they did not ask a server for. */
const CACHE_MARKS = ['_fromCache', '_servedFromCache', '_fetchedViaServiceWorker'] as const;

/** As HAR 1.2 has them, and as Kiln writes them. */
function timesOf(entry: JsonObject): Pick<Recorded, 'began' | 'ended'> {
  const { startedDateTime, time, at, milliseconds } = entry;
  const began = typeof at === 'number' ? at : Date.parse(stringOf(startedDateTime) ?? '');
  if (Number.isNaN(began)) return { began: undefined, ended: undefined };
  const took = typeof time === 'number' ? time : milliseconds;
  const isTold = typeof took === 'number' && took >= 0;
  return { began, ended: isTold ? began + took : undefined };
}

function readSent(sent: JsonObject, at: SourceLocation) {
  const method = stringOf(sent['method']);
  const url = stringOf(sent['url']);
  if (method === undefined) throw misshapen('Its request has no method', at);
  if (url === undefined || !URL.canParse(url)) {
    throw misshapen('Its request has no absolute URL', at);
  }
  const named = headersOf(sent['headers'], at);
  const cookies = arrayOf(sent['cookies']).map(objectOf);
  const cookie = cookies.map(({ name, value }) => `${textOf(name)}=${textOf(value)}`).join('; ');
  const isSparse = cookie !== '' && headerOf({ headers: named }, 'cookie') === undefined;
  const headers: HeaderFields = isSparse ? [...named, ['cookie', cookie]] : named;
  const posted = objectOf(sent['postData']);
  const octets = stringOf(sent['body']) === undefined ? octetsOf(posted) : undefined;
  const body = stringOf(sent['body']) ?? octets?.toString('utf8') ?? stringOf(posted['text']);
  const size = Math.max(sizeOf(sent['bodySize']), sizeOf(headerOf({ headers }, 'content-length')));
  const hasFields = arrayOf(posted['params']).length > 0;
  const request: WireRequest = {
    method: method.toUpperCase(),
    url,
    headers,
    body: body || undefined,
    ...(octets && { bytes: octets }),
  };
  // Whether a recorder undoes a content coding nobody says (RFC 9110, section 8.4).
  const isCoded = headerOf({ headers }, 'content-encoding') !== undefined;
  return { request, hasBody: body === undefined ? size <= 0 && !hasFields : !isCoded };
}

function readAnswer(answered: JsonObject, status: number, at: SourceLocation) {
  const headers = headersOf(answered['headers'], at);
  const content = objectOf(answered['content']);
  const text =
    stringOf(answered['body']) ?? octetsOf(content)?.toString('utf8') ?? stringOf(content['text']);
  const response: WireResponse = { status, headers, body: text ?? '' };
  const isEmpty = status === 204 || status === 304 || content['size'] === 0;
  const length = sizeOf(headerOf({ headers }, 'content-length'));
  if (text === undefined) return { response, hasContent: isEmpty || length === 0 };
  // Recorders cut long content off; its size is told in full (HAR 1.2, content.size).
  const isWhole = Buffer.byteLength(text) >= sizeOf(content['size']);
  return { response, hasContent: isWhole };
}

/** The octets of `postData` or `content` that stand there in base64, as what is no text does. */
function octetsOf({ text, encoding }: JsonObject): Buffer | undefined {
  return typeof text === 'string' && encoding === 'base64'
    ? Buffer.from(text, 'base64')
    : undefined;
}

/** A size that may be a number, its text, or `-1` for unknown. */
function sizeOf(given: Json | undefined): number {
  const size = Number(given ?? -1);
  return Number.isInteger(size) ? size : -1;
}

function headersOf(given: Json | undefined, at: SourceLocation): HeaderFields {
  if (given === undefined || given === null) return [];
  const listed = Array.isArray(given)
    ? (given as readonly Json[]).map((it) =>
        Array.isArray(it) ? (it as readonly Json[]) : [objectOf(it)['name'], objectOf(it)['value']],
      )
    : Object.entries(objectOf(given));
  return listed.flatMap(([name, value]) => {
    if (typeof name !== 'string') throw misshapen('One of its headers has no name', at);
    // `:method` and the like are of HTTP/2's framing, and no header fields (RFC 9113, section 8.3).
    return name.startsWith(':') ? [] : [[name, typeof value === 'string' ? value : ''] as const];
  });
}

function misshapen(what: string, at: SourceLocation): UserError {
  return new UserError('traffic-misshapen', what, {
    at,
    hint: 'An entry has a request (method, url, headers) and a response (status, headers, content), as in HAR 1.2.',
  });
}
