import type { ApiModel, DocumentedResponse, MediaType, Operation } from '../../model/api-model.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import type { Json } from '../../base/json.ts';
import { fieldIn, type Call } from '../../wire/call.ts';
import { describeBody } from '../../wire/describe-body.ts';
import { kindOf } from '../../wire/media-kind.ts';
import { responseFor, successOf, type ChosenResponse } from '../../model/documented-response.ts';
import { servedAs } from '../../base/media-type.ts';
import { negotiate } from '../../base/negotiate.ts';
import { append } from '../../base/json-pointer.ts';
import { isEventStream } from '../../wire/write-answer.ts';
import type { Preferences } from '../request/prefer.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';

/** What is going to be sent, before there is a body. */
export interface Selection extends ChosenResponse {
  /** Undefined where the response has no content. */
  readonly media: MediaType | undefined;
}

/** Finds the response that a client asks for, and the content of it that it accepts. */
export function selectResponse(
  api: ApiModel,
  operation: Operation,
  preferences: Preferences,
  call: Call,
): Selection | Refusal {
  const chosen = choose(operation, preferences);
  if (isRefusal(chosen)) return chosen;
  const media = selectContent(api, chosen, fieldIn(call, 'accept'));
  if (isRefusal(media)) return media;
  return (media && unknownExample(media, preferences)) ?? { ...chosen, media };
}

/** Found once for each operation, and for each response. */
const SUCCESSES = new WeakMap<Operation, ChosenResponse>();
const OFFERS = new WeakMap<DocumentedResponse, readonly MediaType[]>();

function choose(operation: Operation, { code }: Preferences): ChosenResponse | Refusal {
  if (code === undefined) {
    const known = SUCCESSES.get(operation);
    if (known) return known;
    const success = successOf(operation) ?? unsaidSuccess(operation);
    SUCCESSES.set(operation, success);
    return success;
  }
  const response = responseFor(operation, code);
  if (response) return { status: code, response };
  const known = operation.responses.map(({ status }) => status).join(', ') || 'none';
  const message = `Prefer asks for status ${code}; documented are ${known}.`;
  return refuse('invalid', message, { path: ['Prefer'], stage: 'respond' });
}

/** Where no success is documented all that can be said is that it is one (RFC 9110, section 15.3.1). */
function unsaidSuccess({ pointer }: Operation): ChosenResponse {
  const at = append(pointer, 'responses');
  const response = { status: '200', description: '', pointer: at, headers: [], content: [] };
  return { status: 200, response };
}

/** Statuses whose answers have no content (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const BARE: ReadonlySet<number> = new Set([204, 205, 304]);

function selectContent(
  { document }: ApiModel,
  { status, response }: ChosenResponse,
  accept: string | undefined,
): MediaType | Refusal | undefined {
  if (response.content.length === 0 || BARE.has(status)) return undefined;
  const offers = OFFERS.get(response) ?? inOrder(document, response.content);
  if (!OFFERS.has(response)) OFFERS.set(response, offers);
  const best = negotiate(accept, offers, (media, type) => isFit(document, media, type));
  if (best) return asType(best.offer, best.mediaType);
  // An error says more in a type nobody asked for than not at all (RFC 9110, section 15.5.7).
  const [first] = offers;
  if (status >= 400 && first) return asType(first, servedAs(first.mediaType));
  const offered = offers.map(({ mediaType }) => mediaType).join(', ');
  return refuse('notAcceptable', `Accept allows none of: ${offered}.`);
}

/** The content as it is documented, but that what is not defined in its media type comes last. */
function inOrder(document: Json, content: readonly MediaType[]): readonly MediaType[] {
  return [true, false].flatMap((it) =>
    content.filter((media) => isDefined(document, media) === it),
  );
}

function isDefined(document: Json, media: MediaType): boolean {
  const contentType = servedAs(media.mediaType);
  const kind = kindOf(contentType);
  if (kind === 'json' || isText(media)) return true;
  if (kind === 'xml') return hasRoot(document, media);
  if (kind === 'text' || kind === 'octets') return isFit(document, media, contentType);
  return true;
}

const PLAIN_TYPES = ['string', 'integer', 'number', 'boolean'] as const;

/** Whether what a schema describes has a form in a media type. */
function isFit(document: Json, { schema }: MediaType, mediaType: string): boolean {
  const kind = kindOf(mediaType);
  if (kind === 'json') return true;
  if (isEventStream(mediaType)) return true;
  const { types } = textShapeAt(document, schema);
  if (kind === 'text') return PLAIN_TYPES.some((it) => types.has(it));
  return kind === 'octets' && types.has('string');
}

/** What was documented for a range, as one of its media types. */
const OF_RANGES = new WeakMap<MediaType, Map<string, MediaType>>();

function asType(media: MediaType, mediaType: string): MediaType {
  if (media.mediaType === mediaType) return media;
  const known = OF_RANGES.get(media) ?? new Map<string, MediaType>();
  const own = known.get(mediaType) ?? { ...media, mediaType };
  OF_RANGES.set(media, known.set(mediaType, own));
  return own;
}

/** Whether somebody has written it down already. */
function isText({ examples }: MediaType): boolean {
  return examples.length > 0 && examples.every(({ value }) => typeof value === 'string');
}

function hasRoot(document: Json, media: MediaType): boolean {
  const { xml } = describeBody(document, media);
  const isList = textShapeAt(document, media.schema).only === undefined && xml?.items !== undefined;
  return xml?.name !== undefined && (!isList || xml.wrapped === true);
}

function unknownExample({ examples }: MediaType, { example }: Preferences): Refusal | undefined {
  if (example === undefined || examples.some(({ name }) => name === example)) return undefined;
  const known = examples.map(({ name }) => name).join(', ') || 'none';
  const message = `Prefer asks for the example "${example}"; documented are: ${known}.`;
  return refuse('invalid', message, { path: ['Prefer'], stage: 'respond' });
}
