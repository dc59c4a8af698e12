import type { MediaType, Operation } from '../../model/api-model.ts';
import { takeSteps, toSteps } from '../behaviour/behaviour.ts';
import type { Accepted, AnswerDraft, Step, Surroundings } from '../behaviour/step.ts';
import { encodeBody, type Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { isJsonType, servedAs } from '../../base/media-type.ts';
import { successOf } from '../../model/documented-response.ts';
import type { Unshaped } from '../state/seeds.ts';
import { writeAnswer } from '../../wire/write-answer.ts';
import { toDrafts } from './drafts.ts';
import { parsePrefer, type Preferences } from '../request/prefer.ts';
import { isRefusal, type Refusal } from '../../refusal/refusal.ts';
import { selectResponse, type Selection } from './select-response.ts';

type Respond = (accepted: Accepted) => Eventual<Answer | Refusal>;

/** An answer serialised once, and what it was made from. */
interface ReadyAnswer {
  readonly answer: Answer;
  readonly draft: AnswerDraft;
}

/**
 * Answers an accepted request. What an answer is made from is made and written once for each media type,
 * and sent as it is unless a policy says that more happens, or `Prefer` names something else.
 */
export function toResponder(surroundings: Surroundings): Respond {
  const { api } = surroundings;
  const drafts = toDrafts(surroundings);
  const ready = new Map<Operation, Map<MediaType | undefined, Eventual<ReadyAnswer>>>();
  const steps = new Map<Operation, readonly Step[]>();
  const stepsOf = (operation: Operation): readonly Step[] => {
    const known = steps.get(operation) ?? toSteps(surroundings, operation, shown);
    steps.set(operation, known);
    return known;
  };
  const write = ({ status }: Selection, draft: AnswerDraft): Answer => {
    const { media, headers, value, file, reason } = draft;
    if (!media)
      return { status, headers, body: undefined, ...(reason !== undefined && { reason }) };
    const { contentType, body } = file
      ? { contentType: servedAs(media.mediaType), body: file }
      : writeAnswer(api.document, media, value);
    return { status, headers: { ...headers, 'content-type': contentType }, body };
  };
  const readyOf = (operation: Operation, selection: Selection): Eventual<ReadyAnswer> => {
    const { media } = selection;
    const own = ready.get(operation) ?? new Map<MediaType | undefined, Eventual<ReadyAnswer>>();
    ready.set(operation, own);
    const known = own.get(media);
    if (known) return known;
    const made = whenThere(drafts.documented(operation, selection), (draft): ReadyAnswer => {
      const answer = write(selection, draft);
      const encoded = typeof answer.body === 'string' ? encodeBody(answer.body) : undefined;
      const readyMade = { draft, answer: encoded ? { ...answer, encoded } : answer };
      own.set(media, readyMade);
      return readyMade;
    });
    own.set(media, made);
    return made;
  };

  /** The JSON of an operation's success when nothing has happened. */
  const shown: Unshaped = (operation) => {
    const success = successOf(operation);
    const media = success?.response.content.find((it) => isJsonType(servedAs(it.mediaType)));
    if (!success || !media) return undefined;
    return whenThere(readyOf(operation, { ...success, media }), ({ draft }) => draft.value);
  };

  return (accepted) => {
    const { operation, call } = accepted;
    const preferences = parsePrefer(fieldIn(call, 'prefer'));
    if (isRefusal(preferences)) return preferences;
    const selection = selectResponse(api, operation, preferences, call);
    if (isRefusal(selection)) return selection;
    const taken = isShaped(selection, preferences) ? stepsOf(operation) : [];
    const asked = { ...accepted, preferences };
    if (isAnyExample(preferences)) {
      return whenThere(readyOf(operation, selection), ({ draft, answer }) => {
        if (taken.length === 0) return answer;
        return whenThere(takeSteps(taken, asked, draft), (shaped) => {
          if (isRefusal(shaped)) return shaped;
          return shaped === draft ? answer : write(selection, shaped);
        });
      });
    }
    return whenThere(drafts.preferred(operation, selection, preferences), (draft) =>
      whenThere(takeSteps(taken, asked, draft), (shaped) =>
        isRefusal(shaped) ? shaped : write(selection, shaped),
      ),
    );
  };
}

/** Whether the first example will do. */
function isAnyExample({ code, example, dynamic, seed }: Preferences): boolean {
  return code === undefined && example === undefined && !dynamic && seed === undefined;
}

/** Whoever asks for a status or an example wants it as it is documented. */
function isShaped({ status }: Selection, { code, example }: Preferences): boolean {
  return code === undefined && example === undefined && status >= 200 && status < 300;
}
