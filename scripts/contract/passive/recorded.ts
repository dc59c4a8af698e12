import { Buffer } from 'node:buffer';
import {
  headerOf,
  type Exchange,
  type HeaderFields,
  type WireRequest,
  type WireResponse,
} from '../../wire/exchange.ts';
import { arrayOf, isObject, objectOf, stringOf, type JsonObject } from '../../base/json.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import { UserError } from '../../base/user-error.ts';
import { parseJson } from '../../base/json-text.ts';
import { recordedAddress } from './recorded-address.ts';
import { recordedContent, toSize } from './recorded-content.ts';
import { recordedFields, withCookies, withMediaType } from './recorded-fields.ts';
import { recordedTimes, type RecordedTimes } from './recorded-times.ts';
import type { Slice } from './slices.ts';

/** An exchange as somebody else recorded it, and what of it is missing. */
export interface Recorded extends RecordedTimes {
  readonly exchange: Exchange;
  /** Whether the body of the request is known: recorded whole, or there was none. */
  readonly hasBody: boolean;
  /** Whether the content of the answer is known. */
  readonly hasContent: boolean;
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
  const entry = parsed.value;
  const { request: sent, response: answered, failure } = entry;
  if (!isObject(sent)) throw misshapen('It has no request', location);
  const { request, hasBody } = readSent(sent, location);
  const shared = { ...recordedTimes(entry), location, hasBody };
  const status = isObject(answered) ? statusOf(answered, location) : undefined;
  const answer =
    isObject(answered) && status !== undefined && !isMadeUp(entry)
      ? readAnswer(request, answered, status, location)
      : undefined;
  // A browser that goes elsewhere by itself asks no server (the answers of HSTS and the like).
  if (!answer || headerOf(answer.response, 'non-authoritative-reason') !== undefined) {
    const exchange = { request, failure: stringOf(failure) ?? 'no answer was recorded' };
    return { ...shared, exchange, hasContent: false, isCached: false };
  }
  const { response, hasContent } = answer;
  const isCached =
    isOfCache(response) ||
    [entry, objectOf(answered)].some((it) => CACHE_MARKS.some((name) => isSet(it[name])));
  return { ...shared, exchange: { request, response }, hasContent, isCached };
}

/** Whether a cache on the way tells that it answered (RFC 9111, section 5.1; RFC 9211, section 2.1). */
function isOfCache(response: WireResponse): boolean {
  if (headerOf(response, 'age') !== undefined) return true;
  return ['cache-status', 'x-cache'].some((name) =>
    /\bhit\b/i.test(headerOf(response, name) ?? ''),
  );
}

/** How browsers mark what they did not ask a server for. */
const CACHE_MARKS = ['_fromCache', '_servedFromCache', '_fetchedViaServiceWorker'] as const;

/** How recorders mark an answer that they made up themselves. */
function isMadeUp(entry: JsonObject): boolean {
  return isSet(entry['_wasFulfilled']) || isSet(entry['_wasAborted']);
}

function isSet(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false && mark !== '';
}

/** Undefined for what was blocked, given up or not answered: recorders write 0, -1 or nothing then. */
function statusOf(answered: JsonObject, at: SourceLocation): number | undefined {
  const { status } = answered;
  const isBare = status === undefined && Object.keys(answered).length === 0;
  if (isBare || status === null || status === '') return undefined;
  const figure = typeof status === 'string' ? Number(status) : status;
  if (typeof figure !== 'number' || !Number.isInteger(figure))
    throw misshapen('Its response has no status', at);
  return figure > 0 ? figure : undefined;
}

function readSent(sent: JsonObject, at: SourceLocation) {
  const method = stringOf(sent['method']);
  if (method === undefined) throw misshapen('Its request has no method', at);
  const { fields, framing } = fieldsOf(sent, at);
  const url = recordedAddress(sent, fields, framing);
  if (url === undefined) throw misshapen('Its request has no absolute URL', at);
  const posted = objectOf(sent['postData']);
  const own = withCookies(fields, 'cookie', sent['cookies']);
  const headers = withMediaType(own, posted['mimeType']);
  const { text: body, octets, isPlain } = recordedContent(sent['body'], posted, headers);
  const size = Math.max(toSize(sent['bodySize']), toSize(headerOf({ headers }, 'content-length')));
  const hasFields = arrayOf(posted['params']).length > 0;
  const request: WireRequest = {
    method: method.toUpperCase(),
    url,
    headers,
    body: body || undefined,
    ...(octets && { bytes: octets }),
  };
  if (body === undefined) return { request, hasBody: size <= 0 && !hasFields };
  // Whether a recorder undoes a content coding nobody says (RFC 9110, section 8.4).
  const isCoded = headerOf({ headers }, 'content-encoding') !== undefined;
  const isWhole = (octets?.length ?? Buffer.byteLength(body)) >= size;
  // Files in a form are left out, or are no text any more.
  const isText = octets !== undefined || !body.includes('\uFFFD');
  return { request, hasBody: !isCoded && isPlain && isWhole && isText };
}

function readAnswer(
  request: WireRequest,
  answered: JsonObject,
  status: number,
  at: SourceLocation,
): { readonly response: WireResponse; readonly hasContent: boolean } {
  const content = objectOf(answered['content']);
  const own = withCookies(fieldsOf(answered, at).fields, 'set-cookie', answered['cookies']);
  // Where any field was kept, one that is missing was not sent: the type is what a browser made of it.
  const headers = own.length > 0 ? own : withMediaType(own, content['mimeType']);
  const { text, isPlain } = recordedContent(answered['body'], content, headers);
  const response: WireResponse = { status, headers, body: text ?? '' };
  const size = toSize(content['size']);
  const length = toSize(headerOf({ headers }, 'content-length'));
  // To these there is none, whatever their fields say of it (RFC 9110, section 8.6).
  const isBare = request.method === 'HEAD' || status === 204 || status === 304;
  const isSent = !isBare && (length > 0 || toSize(answered['bodySize']) > 0);
  if (text === undefined || text === '') {
    const isKnown = text !== undefined || isBare || size === 0 || length === 0;
    return { response, hasContent: isKnown && size <= 0 && !isSent };
  }
  if (stringOf(answered['body']) === undefined && answered['body'] !== undefined)
    return { response, hasContent: true };
  // Recorders cut long content off; its size is told in full (HAR 1.2, content.size).
  return { response, hasContent: isPlain && Buffer.byteLength(text) >= size };
}

function fieldsOf(
  message: JsonObject,
  at: SourceLocation,
): { readonly fields: HeaderFields; readonly framing: ReadonlyMap<string, string> } {
  const { fields, framing, isNamed } = recordedFields(message['headers']);
  if (!isNamed) throw misshapen('One of its headers has no name', at);
  return { fields, framing };
}

function misshapen(what: string, at: SourceLocation): UserError {
  return new UserError('traffic-misshapen', what, {
    at,
    hint: 'An entry has a request (method, url, headers) and a response (status, headers, content), as in HAR 1.2.',
  });
}
