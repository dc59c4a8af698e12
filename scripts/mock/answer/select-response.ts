import type { ApiModel, DocumentedResponse, MediaType, Operation } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import { headerOf, type Call } from '../../wire/call.ts';
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
  const media = selectContent(api, operation, chosen, headerOf(call, 'accept'));
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
  const offers = OFFERS.get(response) ?? response.content.filter((it) => isWritable(api, it));
  if (!OFFERS.has(response)) OFFERS.set(response, offers);
  if (offers.length === 0) return refuseToServe(operation, 'none of its content can be written');
  // An error says more in a type nobody asked for than not at all (RFC 9110, section 15.5.7).
  const best = negotiate(accept, offers) ?? (status >= 400 ? offers[0] : undefined);
  if (best) return best;
  const offered = offers.map(({ mediaType }) => mediaType).join(', ');
  return refuse('notAcceptable', `Accept allows none of: ${offered}.`);
}

/** JSON, and what is text already: the mock writes no XML or other forms of a structured value. */
function isWritable({ document }: ApiModel, { mediaType, schema, examples }: MediaType): boolean {
  if (isJsonType(servedAs(mediaType))) return true;
  if (examples.length > 0) return examples.every(({ value }) => typeof value === 'string');
  return textShapeAt(document, schema).types.has('string');
}

function unknownExample({ examples }: MediaType, { example }: Preferences): Refusal | undefined {
  if (example === undefined || examples.some(({ name }) => name === example)) return undefined;
  const known = examples.map(({ name }) => name).join(', ') || 'none';
  const message = `Prefer asks for the example "${example}"; documented are: ${known}.`;
  return refuse('invalid', message, { path: ['Prefer'], stage: 'respond' });
}
