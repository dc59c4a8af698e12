import type { ApiModel, DocumentedResponse, MediaType, Operation } from '../../model/api-model.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import type { Json } from '../../base/json.ts';
import { fieldIn, type Call } from '../../wire/call.ts';
import { describeBody } from '../../wire/describe-body.ts';
import { answerText } from '../../wire/example-content.ts';
import { kindOf } from '../../wire/media-kind.ts';
import { responseFor, successOf, type ChosenResponse } from '../../model/documented-response.ts';
import { negotiate, servedAs } from '../../base/media-type.ts';
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
  const media = selectContent(api, operation, chosen, fieldIn(call, 'accept'));
  if (isRefusal(media)) return media;
  return (media && unknownExample(media, preferences)) ?? { ...chosen, media };
}

/** What the mock cannot answer is its own failure: the client learns that, its keeper the reason. */
export function refuseToServe({ id }: Operation, why: string): Refusal {
  const reason = `the response of ${id} was not served: ${why}`;
  return refuse('internal', 'The mock has no valid response to this request.', { reason });
}

/** Found once for each operation, and for each response. */
const SUCCESSES = new WeakMap<Operation, ChosenResponse>();
const OFFERS = new WeakMap<DocumentedResponse, readonly MediaType[]>();

function choose(operation: Operation, { code }: Preferences): ChosenResponse | Refusal {
  if (code === undefined) {
    const known = SUCCESSES.get(operation);
    if (known) return known;
    const success = successOf(operation);
    if (!success) return refuseToServe(operation, 'it documents no response');
    SUCCESSES.set(operation, success);
    return success;
  }
  const response = responseFor(operation, code);
  if (response) return { status: code, response };
  const known = operation.responses.map(({ status }) => status).join(', ');
  const message = `Prefer asks for status ${code}; documented are ${known}.`;
  return refuse('invalid', message, { path: ['Prefer'], stage: 'respond' });
}

function selectContent(
  api: ApiModel,
  operation: Operation,
  { status, response }: ChosenResponse,
  accept: string | undefined,
): MediaType | Refusal | undefined {
  if (response.content.length === 0) return undefined;
  const offers = OFFERS.get(response) ?? offersOf(api, response.content);
  if (!OFFERS.has(response)) OFFERS.set(response, offers);
  if (offers.length === 0) return refuseToServe(operation, 'none of its content can be written');
  // An error says more in a type nobody asked for than not at all (RFC 9110, section 15.5.7).
  const best = negotiate(accept, offers) ?? (status >= 400 ? offers[0] : undefined);
  if (best) return best;
  const offered = offers.map(({ mediaType }) => mediaType).join(', ');
  return refuse('notAcceptable', `Accept allows none of: ${offered}.`);
}

/** The content that can be written, best of all as it is defined: XML only needs a name for its root. */
function offersOf({ document }: ApiModel, content: readonly MediaType[]): readonly MediaType[] {
  const writable = content.filter((it) => isWritable(document, it));
  const defined = writable.filter(
    (it) => kindOf(servedAs(it.mediaType)) !== 'xml' || isText(it) || hasRoot(document, it),
  );
  return defined.length > 0 ? defined : writable;
}

const PLAIN_TYPES = ['string', 'integer', 'number', 'boolean'] as const;

function isWritable(document: Json, media: MediaType): boolean {
  const kind = kindOf(servedAs(media.mediaType));
  if (['json', 'xml', 'lines', 'sequence'].includes(kind)) return true;
  if (media.examples.length > 0) {
    return media.examples.every(({ value }) => answerText(document, media, value) !== undefined);
  }
  const { types } = textShapeAt(document, media.schema);
  // What is no text is written as one where the media type is about nothing else.
  const plain = kind === 'text' ? PLAIN_TYPES : (['string'] as const);
  return plain.some((it) => types.has(it));
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
