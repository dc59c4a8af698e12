import type { ApiModel, MediaType, Operation } from '../core/api-model.ts';
import { isJsonType } from '../core/exchange.ts';
import { headerOf, type Answer, type Call } from './call.ts';
import { exampleHeaders, serialiseExample, successOf, textFor } from './documented-response.ts';
import { toGenerator, type Generated } from './generate.ts';
import { servedAs } from './media-type.ts';
import { parsePrefer } from './prefer.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { refuseToServe, selectResponse, type Selection } from './select-response.ts';

export interface Responder {
  readonly respond: (operation: Operation, call: Call) => Promise<Answer | Refusal>;
  readonly warmUp: () => void;
}

/**
 * Answers an accepted request. Examples are serialised once and sent as they are; what a client
 * asks for by `Prefer`, and what has no example, is made by Prism and checked before it is sent.
 */
export function toResponder(api: ApiModel, seed: number): Responder {
  const { generate, warmUp } = toGenerator(api);
  const ready = new Map(api.operations.map((it) => [it, readyAnswers(api, it)]));
  const generated = new Map<Operation, number>();

  /** A seed of its own for each answer, so that answers differ and a run repeats. */
  const nextSeed = (operation: Operation): string => {
    const count = (generated.get(operation) ?? 0) + 1;
    generated.set(operation, count);
    return `${seed} ${operation.id} ${count}`;
  };

  const respond: Responder['respond'] = async (operation, call) => {
    const prefer = headerOf(call, 'prefer');
    const preferences = parsePrefer(prefer);
    if (isRefusal(preferences)) return preferences;
    const selection = selectResponse(api, operation, preferences, call);
    if (isRefusal(selection)) return selection;
    const { status, media } = selection;
    const readyMade = prefer === undefined ? ready.get(operation)?.get(media) : undefined;
    if (readyMade) return readyMade;
    const named = media?.examples.find(({ name }) => name === preferences.example);
    const made = await generate(operation, status, media?.mediaType, {
      // OpenAPI gives a lone example no name, and Prism one that only it knows.
      example: named === media?.examples[0] ? undefined : named?.name,
      dynamic: preferences.dynamic && media?.schema !== undefined,
      seed: preferences.seed ?? nextSeed(operation),
    });
    return checkGenerated(api, operation, selection, made);
  };
  return { respond, warmUp };
}

/** Nothing that breaks the description leaves the mock, whoever made it. */
function checkGenerated(
  api: ApiModel,
  operation: Operation,
  { status, response, media }: Selection,
  made: Generated,
): Answer | Refusal {
  if (made.failure !== undefined) return refuseToServe(operation, made.failure);
  const headers = { ...made.headers, ...exampleHeaders(api, response) };
  if (!media) return { status, headers, body: undefined };
  const contentType = servedAs(media.mediaType);
  // Prism makes nothing where nothing is said of the content; null is the least that is JSON.
  const value = made.body ?? (isJsonType(contentType) ? null : '');
  const [breach] = media.schema === undefined ? [] : api.schemas.check(media.schema, value);
  if (breach) {
    return refuseToServe(operation, `${breach.instance || 'the body'} ${breach.message}`);
  }
  const body = textFor(contentType, value);
  if (body === undefined) return refuseToServe(operation, `it cannot be sent as ${contentType}`);
  return { status, headers: { ...headers, 'content-type': contentType }, body };
}

/** The answers of an operation that need no thought, by the media type that was negotiated. */
function readyAnswers(
  api: ApiModel,
  operation: Operation,
): ReadonlyMap<MediaType | undefined, Answer> {
  const chosen = successOf(operation);
  if (!chosen) return new Map();
  const { status, response } = chosen;
  const headers = exampleHeaders(api, response);
  // A required header without an example is for Prism to make up.
  if (response.headers.some((it) => it.required && !(it.name.toLowerCase() in headers))) {
    return new Map();
  }
  if (response.content.length === 0) {
    return new Map([[undefined, { status, headers, body: undefined }]]);
  }
  return new Map(
    response.content.flatMap((media) => {
      const content = serialiseExample(media);
      if (!content || !isJsonType(content.contentType)) return [];
      const typed = { ...headers, 'content-type': content.contentType };
      return [[media, { status, headers: typed, body: Buffer.from(content.text) }] as const];
    }),
  );
}
