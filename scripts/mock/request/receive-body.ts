import { isAscii, isUtf8 } from 'node:buffer';
import type { ApiModel, MediaType, Operation, RequestBody } from '../../model/api-model.ts';
import { essenceOf, isCoveredBy, isJsonType } from '../../base/media-type.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { append, tokensOf } from '../../base/json-pointer.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import { findLongItem } from '../../wire/long-item.ts';
import { headerOf, parsePairs, type Call } from '../../wire/call.ts';
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

const FORM = 'application/x-www-form-urlencoded';

/** Levels of nesting; all that walks a value has the stack for them (RFC 8259, section 9). */
const DEEPEST = 500;

/** Content of a request, under the documented media type that it came as. */
export interface ReceivedBody {
  readonly mediaType: MediaType;
  readonly content: Content;
}

/** Parsed JSON, the fields of a form in order, or text that only its media type can read. */
type Content =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'form'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly value: string };

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
  const codings = codingsOf(headerOf(call, 'content-encoding'));
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
  const content = parse(bytes, headerOf(call, 'content-type') ?? mediaType.mediaType);
  if (isRefusal(content)) return content;
  return checkItems(api, operation, bytes, content) ?? { mediaType, content };
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
  content: Content,
): Refusal | undefined {
  const { itemBytes, itemsAt } = operation.limits;
  if (itemBytes === undefined || itemsAt === undefined || content.kind !== 'json') return undefined;
  const long = findLongItem(bytes, content.value, itemsAt, itemBytes);
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
  const contentType = headerOf(call, 'content-type');
  const same = documented.find(({ mediaType }) => mediaType === contentType);
  if (same) return same;
  const expected = documented.map((it) => it.mediaType).join(' or ');
  if (contentType === undefined) {
    return refuse('unsupportedMediaType', `The body has no Content-Type; send ${expected}.`);
  }
  const charset =
    /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  // An exact name is preferred to a range (OpenAPI 3.1.1, section 4.8.13.1).
  const match = documented
    .filter((it) => isCoveredBy(contentType, it.mediaType))
    .toSorted((left, right) => stars(left) - stars(right))[0];
  if (match && (charset === 'utf-8' || charset === 'utf8' || !isJsonType(contentType)))
    return match;
  const shown = match ? contentType : essenceOf(contentType);
  return refuse('unsupportedMediaType', `The media type is "${shown}"; send ${expected}.`);
}

function stars({ mediaType }: MediaType): number {
  return mediaType.split('*').length;
}

function parse(bytes: Buffer, contentType: string): Content | Refusal {
  if (isJsonType(contentType)) return parseJson(bytes);
  if (essenceOf(contentType) !== FORM) return { kind: 'text', value: bytes.toString('utf8') };
  const fields = parsePairs(bytes.toString('utf8'));
  return fields
    ? { kind: 'form', fields }
    : refuse('malformed', 'The form is not properly percent-encoded.');
}

/** JSON is UTF-8 (RFC 8259, section 8.1); a byte order mark before it is ignored, as the section permits. */
function parseJson(bytes: Buffer): Content | Refusal {
  const isPlain = isAscii(bytes);
  if (!isPlain && !isUtf8(bytes)) return refuse('malformed', 'The body is not encoded as UTF-8.');
  // Plain bytes need no decoding.
  const whole = bytes.toString(isPlain ? 'latin1' : 'utf8');
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  try {
    const value: Json = JSON.parse(text);
    // What opens must close: fewer bytes cannot be nested as deep.
    if (bytes.length > 2 * DEEPEST && isDeeper(value, DEEPEST)) {
      return refuse('malformed', `The body is nested deeper than ${DEEPEST} levels.`);
    }
    return { kind: 'json', value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('malformed', 'The body is not valid JSON.', { reason });
  }
}

/** Goes through what `JSON.parse` made, where `for in` meets nothing but its members; without copies of them. */
function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (levels === 0) return true;
  if (Array.isArray(value))
    return (value as readonly Json[]).some((it) => isDeeper(it, levels - 1));
  for (const name in value as JsonObject) {
    if (isDeeper((value as JsonObject)[name] ?? null, levels - 1)) return true;
  }
  return false;
}
