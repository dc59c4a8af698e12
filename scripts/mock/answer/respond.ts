import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import { takeSteps, toSteps } from '../behaviour/behaviour.ts';
import type { Accepted, AnswerDraft, Surroundings } from '../behaviour/step.ts';
import { encodeBody, type Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { contentBreaches } from '../../wire/content-breaches.ts';
import { answerText, exampleHeaders, serialiseExample } from '../../wire/example-content.ts';

import { successOf } from '../../model/documented-response.ts';
import { toPrismAnswers } from './prism-answers.ts';
import { hasPrismNotes, ownHeaders, ownSample } from './own-sample.ts';
import type { Generated } from './prism.ts';
import { asAnswer } from './answerable.ts';
import { servedAs } from '../../base/media-type.ts';
import { NO_PREFERENCES, parsePrefer, type Preferences } from '../request/prefer.ts';
import { isRefusal, type Refusal } from '../../refusal/refusal.ts';
import type { Shown } from '../state/seeds.ts';
import { soundHeaders } from './sound-headers.ts';
import { refuseToServe, selectResponse, type Selection } from './select-response.ts';

export interface Responder {
  readonly respond: (accepted: Accepted) => Eventual<Answer | Refusal>;
  readonly warmUp: () => Promise<void>;
}

/** An answer serialised once, and what it was made from. */
interface ReadyAnswer {
  readonly answer: Answer;
  readonly draft: AnswerDraft;
}

/**
 * Answers an accepted request. Examples are serialised once and sent as they are, unless a policy
 * says that more happens, or `Prefer` names another one; what has no example is made by
 * Prism; by our own generator where that makes nothing that the schema allows, and where chance is wanted.
 */
export function toResponder(surroundings: Surroundings): Responder {
  const { api, seed } = surroundings;
  const { sample, warmUp } = toPrismAnswers(api);
  const ready = new Map(api.operations.map((it) => [it, readyAnswers(api, it)]));
  const steps = new Map(
    api.operations.map((it) => [it, toSteps(surroundings, it, (other) => shown(other))]),
  );
  const generated = new Map<Operation, number>();

  /** A seed of its own for each answer, so that answers differ and a run repeats. */
  const nextSeed = (operation: Operation): string => {
    const count = (generated.get(operation) ?? 0) + 1;
    generated.set(operation, count);
    return `${seed} ${operation.id} ${count}`;
  };

  const generateDraft = async (
    operation: Operation,
    selection: Selection,
    { example, dynamic, seed: own }: Preferences,
  ): Promise<AnswerDraft | Refusal> => {
    const { status, media, response } = selection;
    const named = media?.examples.find(({ name }) => name === example);
    // Who names an example leaves nothing to chance.
    if (dynamic && media?.schema !== undefined && named === undefined) {
      const chance = own ?? nextSeed(operation);
      const headers = { ...ownHeaders(api, response, chance), ...exampleHeaders(api, response) };
      return ownDraft(api, operation, { media, headers }, chance);
    }
    const shown = example === undefined ? media?.examples[0] : named;
    const documented = media && shown && exampleDraft(api, response, media, shown.value);
    if (documented) return documented;
    const wanted = { operation, status, mediaType: media?.mediaType };
    // OpenAPI gives a lone example no name, and Prism one that only it knows.
    const made = await sample(wanted, named === media?.examples[0] ? undefined : named?.name);
    return checkGenerated(api, operation, selection, made);
  };

  /** The JSON of an operation's success when nothing has happened. */
  const shown: Shown = (operation) => {
    const success = successOf(operation);
    const media = success?.response.content.find((it) => isJsonType(servedAs(it.mediaType)));
    if (!success || !media) return undefined;
    const readyMade = ready.get(operation)?.get(media);
    if (readyMade) return readyMade.draft.value;
    return generateDraft(operation, { ...success, media }, NO_PREFERENCES).then((draft) =>
      isRefusal(draft) ? undefined : draft.value,
    );
  };

  const respond: Responder['respond'] = (accepted) => {
    const { operation, call } = accepted;
    const preferences = parsePrefer(fieldIn(call, 'prefer'));
    if (isRefusal(preferences)) return preferences;
    const selection = selectResponse(api, operation, preferences, call);
    if (isRefusal(selection)) return selection;
    const readyMade = isAnyExample(preferences)
      ? ready.get(operation)?.get(selection.media)
      : undefined;
    const taken = isShaped(selection, preferences) ? (steps.get(operation) ?? []) : [];
    if (readyMade && taken.length === 0) return readyMade.answer;
    const asked = { ...accepted, preferences };
    const finish = (shaped: AnswerDraft | Refusal): Answer | Refusal => {
      if (isRefusal(shaped)) return shaped;
      return shaped === readyMade?.draft
        ? readyMade.answer
        : serialiseDraft(api, operation, selection, shaped);
    };
    if (readyMade) return whenThere(takeSteps(taken, asked, readyMade.draft), finish);
    return generateDraft(operation, selection, preferences).then((draft) =>
      whenThere(isRefusal(draft) ? draft : takeSteps(taken, asked, draft), finish),
    );
  };
  return { respond, warmUp };
}

/** Whether the first example will do. */
function isAnyExample({ code, example, dynamic, seed }: Preferences): boolean {
  return code === undefined && example === undefined && !dynamic && seed === undefined;
}

/** Whoever asks for a status or an example wants it as it is documented. */
function isShaped({ status }: Selection, { code, example }: Preferences): boolean {
  return code === undefined && example === undefined && status >= 200 && status < 300;
}

/** An example as it is documented, all digits of its numbers with it; undefined where it is none that may be sent. */
function exampleDraft(
  api: ApiModel,
  response: Selection['response'],
  media: MediaType,
  value: Json,
): AnswerDraft | undefined {
  if (contentBreaches(api, media, value, 'response').length > 0) return undefined;
  return {
    media,
    headers: { ...ownHeaders(api, response), ...exampleHeaders(api, response) },
    value,
  };
}

function checkGenerated(
  api: ApiModel,
  operation: Operation,
  { response, media }: Selection,
  made: Generated,
): AnswerDraft | Refusal {
  const shown = exampleHeaders(api, response);
  if (made.failure !== undefined) {
    const headers = { ...ownHeaders(api, response), ...shown };
    return media ? ownDraft(api, operation, { media, headers }) : { media, headers, value: null };
  }
  const sound = soundHeaders(api, response, made.headers);
  const headers = { ...ownHeaders(api, response), ...sound, ...shown };
  if (!media) return { media, headers, value: null };
  // Prism makes nothing where nothing is said of the content; null is the least that is JSON.
  const body = made.body ?? (isJsonType(servedAs(media.mediaType)) ? null : '');
  const value = asAnswer(api, media.schema, body);
  const [breach] = contentBreaches(api, media, value, 'response');
  const isUnfit = breach !== undefined || hasPrismNotes(value);
  return isUnfit ? ownDraft(api, operation, { media, headers }) : { media, headers, value };
}

/** Where Prism has nothing that the schema allows, or chance is wanted, a value of our own. */
function ownDraft(
  api: ApiModel,
  operation: Operation,
  { media, headers }: { readonly media: MediaType; readonly headers: AnswerDraft['headers'] },
  chance?: string,
): AnswerDraft | Refusal {
  const made = ownSample(api, media, chance);
  if ('reason' in made) return refuseToServe(operation, made.reason);
  return { media, headers, value: made.value };
}

function serialiseDraft(
  api: ApiModel,
  operation: Operation,
  { status }: Selection,
  { media, headers, value }: AnswerDraft,
): Answer | Refusal {
  if (!media) return { status, headers, body: undefined };
  const contentType = servedAs(media.mediaType);
  const body = answerText(api.document, media, value);
  if (body === undefined) return refuseToServe(operation, `it cannot be sent as ${contentType}`);
  return { status, headers: { ...headers, 'content-type': contentType }, body };
}

/** The answers of an operation that need no thought, by the media type that was negotiated. */
function readyAnswers(
  api: ApiModel,
  operation: Operation,
): ReadonlyMap<MediaType | undefined, ReadyAnswer> {
  const chosen = successOf(operation);
  if (!chosen) return new Map();
  const { status, response } = chosen;
  const headers = exampleHeaders(api, response);
  // A required header without an example is for Prism to make up.
  if (response.headers.some((it) => it.required && !(it.name.toLowerCase() in headers))) {
    return new Map();
  }
  if (response.content.length === 0) {
    const draft = { media: undefined, headers, value: null };
    return new Map([[undefined, { draft, answer: { status, headers, body: undefined } }]]);
  }
  return new Map(
    response.content.flatMap((media) => {
      const content = serialiseExample(api.document, media);
      if (!content || !isJsonType(content.contentType)) return [];
      const typed = { ...headers, 'content-type': content.contentType };
      const encoded = encodeBody(content.text);
      const answer = { status, headers: typed, body: content.text, encoded };
      return [[media, { answer, draft: { media, headers, value: content.example } }] as const];
    }),
  );
}
