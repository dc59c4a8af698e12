import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, objectOf, textOf, type Json } from '../../base/json.ts';
import {
  append,
  pointerOf,
  tokensOf,
  valueAt,
  withValueAt,
  type Pointer,
} from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { bodyJson, isCarriedOut, successContent, toSuccess, withJson } from '../answer-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import type { FaultPlace, Operator } from '../operator.ts';
import { doing, idAsked, idPlace, madeAnd, type Doing } from '../remembered-things.ts';
import { namespaceIn, readSent, valueIn, withValueIn } from '../request-parts.ts';
import { keyProperty } from '../../model/named.ts';
import { initialPlaces } from './initial-values.ts';
import { WHOLE_ANSWER } from './spots.ts';

type Place = FaultPlace;

/** Operators on what is said of new things, and of those that nobody may touch. */
export const MADE_OPERATORS: readonly Operator[] = [
  {
    id: 'protected-changed',
    class: 'state',
    difficulty: 1,
    title: 'changes or deletes what is protected',
    changes: 'verdict',
    places: protectedPlaces,
  },
  {
    id: 'initial-ignored',
    class: 'state',
    difficulty: 0,
    title: 'makes things that are not as new ones are',
    changes: 'body',
    places: initialPlaces,
  },
  {
    id: 'distinct-repeated',
    class: 'state',
    difficulty: 2,
    title: 'gives two things the same where no two may have it',
    changes: 'body',
    places: distinctPlaces,
  },
  {
    id: 'held-missing',
    class: 'state',
    difficulty: 2,
    title: 'leaves out the first of what a thing holds',
    changes: 'body',
    places: heldPlaces,
  },
  {
    id: 'rename-lost',
    class: 'state',
    difficulty: 2,
    title: 'answers with the old name of what it has renamed',
    changes: 'body',
    places: renamePlaces,
  },
];

function protectedPlaces(api: ApiModel, operation: Operation): readonly Place[] {
  const { resource } = operation;
  const { protected: kept, id } = resource ?? {};
  const draft = exampleRequest(api, operation);
  const [first] = kept ?? [];
  if (!resource || id === undefined || !kept || first === undefined || !draft) return [];
  const texts = new Set(kept.map(textOf));
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(operation.pointer, 'x-resource', 'protected'),
      deviate: () => ({
        after(seen) {
          const asked = idAsked({ api, operation, resource }, seen.sent);
          const isKept = asked !== undefined && texts.has(asked);
          return isKept && seen.refused === 'invalid'
            ? toSuccess(api, operation, seen)
            : seen.answer;
        },
      }),
      witness: () => [{ send: withValueIn(operation, draft, id, first) }],
    },
  ];
}

function distinctPlaces(api: ApiModel, operation: Operation): readonly Place[] {
  const { resource } = operation;
  const draft = exampleRequest(api, operation);
  const { distinct = [], item = '#' } = resource ?? {};
  const example = successContent(operation)?.examples[0]?.value;
  if (!draft || example === undefined) return [];
  return distinct.flatMap((at, index): Place[] => {
    const place = append(item, ...tokensOf(at));
    if (valueAt(example, place) === undefined) return [];
    return [
      {
        at,
        clause: append(operation.pointer, 'x-resource', 'distinct', index),
        deviate: () => {
          const first = new Map<string, Json>();
          return {
            after: (seen) =>
              withJson(seen.answer, (body) => {
                const told = valueAt(body, place);
                if (told === undefined || !isCarriedOut(seen)) return undefined;
                const known = first.get(namespaceIn(seen.sent));
                if (known === undefined) first.set(namespaceIn(seen.sent), told);
                return known === undefined || isEqual(known, told)
                  ? undefined
                  : withValueAt(body, place, known);
              }),
          };
        },
        witness: () => [{ send: draft }, { send: draft }],
      },
    ];
  });
}

/** The operation that makes things within which are those of a kind, and which of its words says so. */
function holderOf(api: ApiModel, kind: string): (Doing & { readonly index: number }) | undefined {
  for (const operation of api.operations) {
    const { resource } = operation;
    const index = resource?.holds?.findIndex(({ name }) => name === kind) ?? -1;
    const draft = index < 0 ? undefined : exampleRequest(api, operation);
    if (resource && draft && index >= 0) return { api, operation, resource, draft, index };
  }
  return undefined;
}

function heldPlaces(api: ApiModel, operation: Operation): readonly Place[] {
  const { resource } = operation;
  if (resource?.action !== 'list' || resource.items === undefined) return [];
  const holder = holderOf(api, resource.name);
  const question = exampleRequest(api, operation);
  const held = holder?.resource.holds?.[holder.index];
  if (!holder || !question || !held?.always) return [];
  const { items, count } = resource;
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(holder.operation.pointer, 'x-resource', 'holds', holder.index),
      deviate: () => ({
        after: (seen) =>
          withJson(seen.answer, (body) => {
            const listed = arrayOf(valueAt(body, items));
            if (!isCarriedOut(seen) || listed.length === 0) return undefined;
            const rest = withValueAt(body, items, listed.slice(1));
            const isCounted = count !== undefined && valueAt(body, count) !== undefined;
            return isCounted ? withValueAt(rest, count, listed.length - 1) : rest;
          }),
      }),
      witness: () => [
        { send: holder.draft },
        { follow: (answer) => within(holder, { operation, resource }, question, answer) },
      ],
    },
  ];
}

/** A request about what is within a thing that was just made. */
function within(
  { api, operation, resource: holder, draft }: Doing,
  list: { readonly operation: Operation; readonly resource: ResourcePolicy },
  question: Doing['draft'],
  answer: Answer,
): Doing['draft'] {
  const read = readAsSent(api, operation, draft);
  const place = idPlace(holder);
  const told = place && valueAt(bodyJson(answer) ?? null, place);
  const asked = read && holder.id !== undefined ? valueIn(read, holder.id) : undefined;
  const owners = (holder.within ?? []).map((it) => (read ? valueIn(read, it) : undefined));
  return [...owners, told ?? asked].reduce<Doing['draft']>((it, value, index) => {
    const at = list.resource.within?.[index];
    return at === undefined || value === undefined
      ? it
      : withValueIn(list.operation, it, at, value);
  }, question);
}

function renamePlaces(api: ApiModel, operation: Operation): readonly Place[] {
  const { resource } = operation;
  const property = resource && keyProperty(resource);
  const { names = {}, id, items, input = '#' } = resource ?? {};
  const outer = Object.keys(names).find((it) => names[it] === property);
  const draft = exampleRequest(api, operation);
  const creator = resource && doing({ api, operation, resource }, 'create');
  if (!resource || !draft || !creator || outer === undefined) return [];
  if (resource.action !== 'update' || id === undefined || items === undefined) return [];
  const place: Pointer = append(pointerOf(input), outer);
  return [
    {
      at: outer,
      clause: append(operation.pointer, 'x-resource', 'names', outer),
      deviate: () => ({
        after: (seen) =>
          withJson(seen.answer, (body) => {
            const read = isCarriedOut(seen) ? readSent(api, operation, seen.sent) : undefined;
            const [old, next] = [id, place].map((it) => (read ? valueIn(read, it) : undefined));
            if (old === undefined || next === undefined || property === undefined) return undefined;
            const listed = arrayOf(valueAt(body, items));
            const same = listed.map((it) =>
              isEqual(objectOf(it)[property] ?? null, next)
                ? { ...objectOf(it), [property]: old }
                : it,
            );
            return withValueAt(body, items, same);
          }),
      }),
      witness: () => madeAnd(creator, { api, operation, resource, draft }),
    },
  ];
}
