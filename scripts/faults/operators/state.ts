import type { ApiModel, Operation } from '../../model/api-model.ts';
import { textOf, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { Answer } from '../../wire/answer.ts';
import { documentedIds } from '../../model/documented-ids.ts';
import { isCarriedOut, toRefused, toSuccess, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, FaultPlace, WitnessStep } from '../operator.ts';
import { doing, idAsked, idPlace, madeAnd, type Remembering } from '../remembered-things.ts';
import { namespaceIn } from '../request-parts.ts';
import { WHOLE_ANSWER } from './spots.ts';

interface ReadOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: 'body' | 'verdict';
  readonly deviate: (read: Remembering) => Deviation;
  /** None where no operation brings it about. */
  readonly witness: (read: Remembering) => readonly WitnessStep[];
}

/** Remembers the first success about each thing, in each namespace. */
function firstAnswers(read: Remembering) {
  const answers = new Map<string, Answer>();
  return (seen: Parameters<NonNullable<Deviation['after']>>[0]): Answer | undefined => {
    const key = `${namespaceIn(seen.sent)} ${idAsked(read, seen.sent)}`;
    if (isCarriedOut(seen) && !answers.has(key)) answers.set(key, seen.answer);
    return answers.get(key);
  };
}

const OF_READING: readonly ReadOperator[] = [
  {
    id: 'created-not-stored',
    title: 'does not know what it has created',
    changes: 'verdict',
    deviate(read) {
      const { api, operation, resource } = read;
      const documented = documentedIds(api, resource.name);
      return {
        after(seen) {
          const id = idAsked(read, seen.sent);
          const isMade = id !== undefined && !documented.has(id);
          return isMade && isCarriedOut(seen)
            ? toRefused(api, operation, seen, 'notFound')
            : seen.answer;
        },
      };
    },
    witness: (read) => after(read, []),
  },
  {
    id: 'update-lost',
    title: 'shows a thing as it was before it was updated',
    changes: 'body',
    deviate(read) {
      const firstOf = firstAnswers(read);
      return {
        after(seen) {
          const first = firstOf(seen);
          return first && isCarriedOut(seen) ? { ...seen.answer, body: first.body } : seen.answer;
        },
      };
    },
    witness: (read) => after(read, ['read', 'update']),
  },
  {
    id: 'delete-keeps',
    title: 'goes on showing what was deleted',
    changes: 'verdict',
    deviate(read) {
      const { api, operation } = read;
      const firstOf = firstAnswers(read);
      return {
        after(seen) {
          const first = firstOf(seen);
          return first && seen.refused === 'notFound'
            ? toSuccess(api, operation, seen, first)
            : seen.answer;
        },
      };
    },
    witness: (read) => after(read, ['read', 'delete']),
  },
];

/** A thing is made, something happens to it, and it is read. */
function after(
  read: Remembering,
  actions: readonly ('read' | 'update' | 'delete')[],
): readonly WitnessStep[] {
  const creator = doing(read, 'create');
  const draft = exampleRequest(read.api, read.operation);
  const between = actions.map((action) =>
    action === 'read' && draft ? { ...read, draft } : doing(read, action),
  );
  const known = between.filter((it) => it !== undefined);
  if (!creator || !draft || known.length < actions.length) return [];
  return madeAnd(creator, ...known, { ...read, draft });
}

/** Operators on what is remembered of a thing, seen where it is read. */
export const STATE_OPERATORS: readonly Operator[] = [
  ...OF_READING.map(({ id, title, changes, deviate, witness }): Operator => ({
    id,
    class: 'state',
    difficulty: 2,
    title,
    changes,
    places: (api, operation) =>
      placesOf(api, operation, 'read', (read) => ({
        deviate: () => deviate(read),
        witness: () => witness(read),
      })),
  })),
  {
    id: 'same-id-twice',
    class: 'state',
    difficulty: 2,
    title: 'gives everything that it creates the same id',
    changes: 'body',
    places: (api, operation) =>
      placesOf(api, operation, 'create', (creating) => ({
        deviate: () => repeatingId(creating),
        witness: () => {
          const draft = exampleRequest(api, operation);
          const send = draft && { send: draft };
          // A list is not named by one id, and what the client chose is its own to repeat.
          const isOne = operation.resource?.id === undefined && operation.async === undefined;
          return send && isOne ? [send, send] : [];
        },
      })),
  },
  {
    id: 'delete-again-fails',
    class: 'state',
    difficulty: 2,
    title: 'fails where something is deleted that has been deleted',
    changes: 'verdict',
    places: (api, operation) =>
      placesOf(api, operation, 'delete', (deleting) => ({
        deviate: () => failingAgain(deleting),
        witness: () => {
          // Of several that a body names one that is gone is no reason to refuse.
          if (deleting.resource.id?.startsWith('#') === true) return [];
          const creator = doing(deleting, 'create');
          const draft = exampleRequest(api, operation);
          const own = draft && { ...deleting, draft };
          return creator && own ? madeAnd(creator, own, own) : [];
        },
      })),
  },
];

function failingAgain(deleting: Remembering): Deviation {
  const gone = new Set<string>();
  return {
    after(seen) {
      const key = `${namespaceIn(seen.sent)} ${idAsked(deleting, seen.sent)}`;
      if (isCarriedOut(seen)) gone.add(key);
      return seen.refused === 'notFound' && gone.has(key)
        ? toRefused(deleting.api, deleting.operation, seen, 'internal')
        : seen.answer;
    },
  };
}

function repeatingId({ resource }: Remembering): Deviation {
  const given = new Map<string, Json>();
  const place = idPlace(resource);
  return {
    after: (seen) =>
      withJson(seen.answer, (body) => {
        const id = place === undefined ? undefined : valueAt(body, place);
        if (place === undefined || id === undefined || !isCarriedOut(seen)) return undefined;
        const first = given.get(namespaceIn(seen.sent));
        if (first === undefined) given.set(namespaceIn(seen.sent), id);
        return first === undefined || textOf(first) === textOf(id)
          ? undefined
          : withValueAt(body, place, first);
      }),
  };
}

/** The place of an operator at an operation of an action; none where nothing would show it. */
export function placesOf(
  api: ApiModel,
  operation: Operation,
  action: Remembering['resource']['action'],
  toPlace: (it: Remembering) => Pick<FaultPlace, 'deviate' | 'witness'>,
): readonly FaultPlace[] {
  const { resource } = operation;
  if (resource?.action !== action) return [];
  const place = toPlace({ api, operation, resource });
  if (place.witness().length === 0) return [];
  return [{ at: WHOLE_ANSWER, clause: append(operation.pointer, 'x-resource'), ...place }];
}
