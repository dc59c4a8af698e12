import { isAscii, isUtf8 } from 'node:buffer';
import type { ApiModel, MediaType, Operation, RequestBody } from '../../model/api-model.ts';
import { essenceOf, isJsonType } from '../../base/media-type.ts';
import type { Json } from '../../base/json.ts';
import { parseJson } from '../../base/json-text.ts';
import { append, tokensOf } from '../../base/json-pointer.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import { findLongItem } from '../../wire/long-item.ts';
import { fieldIn, type Call } from '../../wire/call.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { readBody } from '../../wire/read-body.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import {
  CODINGS,
  codingsOf,
  decode,
  isKnownCoding,
  type Decoded,
} from '../limits/content-coding.ts';
import { fieldOf, isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';

/** Most bytes of a body that the mock reads, whatever the description allows. */
export const BODY_CAP = 10 * 1024 * 1024;

/** Content of a request, under the documented media type that it came as. */
export interface ReceivedBody {
  readonly mediaType: MediaType;
  /** What it says; undefined in a media type that nobody reads here. */
  readonly value: Json | undefined;
}

/**
 * Reads, recognises and parses the body that an operation documents: bytes (413), media type (415),
 * syntax (400), bytes of its items (413), in this order. Content nobody documented is left alone
 * (RFC 9110, section 9.3.1).
 */
export function receiveBody(
  api: ApiModel,
  operation: Operation,
  call: Call,
): Eventual<ReceivedBody | Refusal | undefined> {
  const { body } = operation;
  if (!body) return undefined;
  const limit = Math.min(operation.limits.bodyBytes ?? BODY_CAP, BODY_CAP);
  const codings = codingsOf(fieldIn(call, 'content-encoding'));
  const next = (bytes: Decoded | Refusal): ReceivedBody | Refusal | undefined => {
    if (typeof bytes === 'string') return refuseContent(api, operation, bytes, { limit, codings });
    return isRefusal(bytes) ? bytes : understand(api, operation, body, { call, bytes });
  };
  return whenThere(call.readBytes(codings.length === 0 ? limit : BODY_CAP), (raw) =>
    whenThere(undoCodings(raw, codings, limit), next),
  );
}

function understand(
  api: ApiModel,
  operation: Operation,
  body: RequestBody,
  { call, bytes }: { readonly call: Call; readonly bytes: Buffer },
): ReceivedBody | Refusal | undefined {
  if (bytes.length === 0) {
    if (!body.required) return undefined;
    const constraint = append(body.pointer, 'required');
    return refuse('malformed', 'The body is empty.', { constraint });
  }
  const mediaType = recognise(body.content, call);
  if (isRefusal(mediaType)) return mediaType;
  const contentType = fieldIn(call, 'content-type') ?? mediaType.mediaType;
  const read = valueOf(api, mediaType, contentType, bytes);
  if (isRefusal(read)) return read;
  const { value } = read;
  return (
    (isJsonType(contentType) ? checkItems(api, operation, bytes, value) : undefined) ?? {
      mediaType,
      value,
    }
  );
}

/** The bytes of a body, its content codings undone: at most as many as `x-limits` lets in. */
function undoCodings(
  raw: Buffer | 'too-large' | 'cut-off',
  codings: readonly string[],
  limit: number,
): Eventual<Decoded | Refusal> {
  if (raw === 'cut-off') return refuse('malformed', 'The body ended before its end.');
  if (codings.length === 0 || raw === 'too-large' || raw.length === 0) return raw;
  const unknown = codings.find((it) => !isKnownCoding(it));
  if (unknown === undefined) return decode(raw, codings, { limit, cap: BODY_CAP });
  // RFC 9110, section 15.5.16: a coding that is not understood is a 415 as well.
  return refuse('unsupportedMediaType', `The content coding "${unknown}" is not known.`, {
    headers: { 'accept-encoding': CODINGS },
  });
}

function refuseContent(
  api: ApiModel,
  operation: Operation,
  why: 'too-large' | 'broken',
  { limit, codings }: { readonly limit: number; readonly codings: readonly string[] },
): Refusal {
  if (why === 'broken') {
    return refuse('malformed', `The body cannot be decoded as ${codings.join(', ')}.`);
  }
  const isDocumented = operation.limits.bodyBytes !== undefined;
  const constraint = isDocumented ? limitPointer(api, operation, 'bodyBytes') : undefined;
  return refuse('tooLarge', `The body has more than ${limit} bytes.`, { constraint });
}

function checkItems(
  api: ApiModel,
  operation: Operation,
  bytes: Buffer,
  value: Json | undefined,
): Refusal | undefined {
  const { itemBytes, itemsAt } = operation.limits;
  if (itemBytes === undefined || itemsAt === undefined || value === undefined) return undefined;
  const long = findLongItem(bytes, value, itemsAt, itemBytes);
  if (!long) return undefined;
  const path = [...tokensOf(itemsAt), long.index];
  return refuse('tooLarge', `"${fieldOf(path)}" has ${long.bytes} bytes, more than ${itemBytes}.`, {
    path,
    constraint: limitPointer(api, operation, 'itemBytes'),
    stage: 'limits',
  });
}

/** Where the description sets a limit: at the operation, else at its root. */
function recognise(documented: readonly MediaType[], call: Call): MediaType | Refusal {
  const contentType = fieldIn(call, 'content-type');
  const same = documented.find(({ mediaType }) => mediaType === contentType);
  if (same) return same;
  const expected = documented.map((it) => it.mediaType).join(' or ');
  if (contentType === undefined) {
    return refuse('unsupportedMediaType', `The body has no Content-Type; send ${expected}.`);
  }
  const charset =
    /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  const match = mediaFor(documented, contentType);
  if (match && (charset === 'utf-8' || charset === 'utf8' || !isJsonType(contentType)))
    return match;
  const shown = match ? contentType : essenceOf(contentType);
  return refuse('unsupportedMediaType', `The media type is "${shown}"; send ${expected}.`);
}

/** What a body says in the media type that it came as; a refusal where it does not keep to that. */
function valueOf(
  api: ApiModel,
  media: MediaType,
  contentType: string,
  bytes: Buffer,
): { readonly value: Json | undefined } | Refusal {
  if (isJsonType(contentType)) return readJson(bytes);
  const { schema } = media;
  const breachesOf = (value: Json) =>
    schema === undefined ? 0 : api.schemas.check(schema, value, 'request').length;
  const reading = readBody({ document: api.document, media, breachesOf }, contentType, bytes);
  if (reading === undefined) return { value: undefined };
  if ('value' in reading) return reading;
  const { reason } = reading;
  return refuse('malformed', `The body is not ${essenceOf(contentType)}: ${reason}.`, { reason });
}

/** JSON is UTF-8 (RFC 8259, section 8.1); a byte order mark before it is ignored, as the section permits. */
function readJson(bytes: Buffer): { readonly value: Json } | Refusal {
  const isPlain = isAscii(bytes);
  if (!isPlain && !isUtf8(bytes)) return refuse('malformed', 'The body is not encoded as UTF-8.');
  // Plain bytes need no decoding.
  const whole = bytes.toString(isPlain ? 'latin1' : 'utf8');
  const reading = parseJson(whole.startsWith('\uFEFF') ? whole.slice(1) : whole);
  if ('value' in reading) return reading;
  const { reason } = reading;
  const isDeep = reason.startsWith('it is nested');
  const message = isDeep ? `The body ${reason.slice(3)}.` : 'The body is not valid JSON.';
  return refuse('malformed', message, { reason });
}
