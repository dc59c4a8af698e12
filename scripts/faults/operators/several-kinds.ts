import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, textOf } from '../../base/json.ts';
import { append, pointerOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { documentedIds } from '../../model/documented-ids.ts';
import type { Answer } from '../../wire/answer.ts';
import { bodyJson, isCarriedOut, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { FaultPlace, Operator, RequestDraft } from '../operator.ts';
import { doing, type Doing } from '../remembered-things.ts';
import { withValueIn } from '../request-parts.ts';
import { rewritten, withoutSaid } from '../asked-parts.ts';

/** Operators on lists of things of several kinds, and on searches. */
export const SEVERAL_KINDS_OPERATORS: readonly Operator[] = [
  {
    id: 'kind-unlisted',
    class: 'state',
    difficulty: 2,
    title: 'lists nothing that it has created of one of several kinds',
    changes: 'body',
    places: unlistedPlaces,
  },
  {
    id: 'kind-unasked',
    class: 'state',
    difficulty: 2,
    title: 'lists kinds of things that nobody has asked for',
    changes: 'body',
    places: unaskedPlaces,
  },
  {
    id: 'search-ignored',
    class: 'state',
    difficulty: 2,
    title: 'finds what has no such text',
    changes: 'body',
    places: searchPlaces,
  },
];

/** What makes things of each kind that an operation lists. */
function makersOf(api: ApiModel, operation: Operation) {
  const { resource } = operation;
  if (resource?.action !== 'list') return [];
  const names = resource.kinds?.of ?? [{ name: resource.name, word: undefined, owners: [] }];
  return names.flatMap(({ name, word, owners = [] }, index) => {
    const creator = doing({ api, operation, resource: { name, action: 'list' } }, 'create');
    return creator ? [{ creator, word, owners, index }] : [];
  });
}

/** The list around a thing that was just made. */
function around(
  { operation, resource: { within = [] } }: Pick<Doing, 'operation' | 'resource'>,
  { creator, owners }: ReturnType<typeof makersOf>[number],
  question: RequestDraft,
) {
  return (answer: Answer): RequestDraft => {
    const told = valueAt(bodyJson(answer) ?? null, creator.resource.item ?? '#') ?? null;
    return owners.reduce<RequestDraft>((draft, at, index) => {
      const [owner, place] = [valueAt(told, at), within[index]];
      return owner === undefined || place === undefined
        ? draft
        : withValueIn(operation, draft, place, textOf(owner));
    }, question);
  };
}

/** The request with a text of the thing, where the list is searched. */
function sought(
  { operation, resource: { search } }: Pick<Doing, 'operation' | 'resource'>,
  { creator }: ReturnType<typeof makersOf>[number],
  answer: Answer,
  question: RequestDraft,
): RequestDraft {
  const told = valueAt(bodyJson(answer) ?? null, creator.resource.item ?? '#') ?? null;
  const own = search?.at.map((at) => valueAt(told, at)).find((it) => typeof it === 'string');
  return search && own !== undefined ? withValueIn(operation, question, search.for, own) : question;
}

function unlistedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const question = exampleRequest(api, operation);
  if (!resource?.kinds || !question) return [];
  const { told, chosen } = resource.kinds;
  const { items = '#', key = '#' } = resource;
  const shown = documentedIds(api, resource.name);
  return makersOf(api, operation).map((maker): FaultPlace => {
    const { creator, word = '', index } = maker;
    const known = new Set([...shown, ...documentedIds(api, creator.resource.name)]);
    const asked =
      chosen === undefined ? question : withValueIn(operation, question, chosen, [word]);
    return {
      at: word,
      clause: append(operation.pointer, 'x-resource', 'kinds', 'of', index),
      deviate: () => ({
        after: (seen) =>
          withJson(seen.answer, (body) => {
            const listed = arrayOf(valueAt(body, items));
            const left = listed.filter(
              (it) =>
                !isEqual(valueAt(it, told) ?? null, word) || known.has(textOf(valueAt(it, key))),
            );
            return isCarriedOut(seen) && left.length < listed.length
              ? withValueAt(body, items, left)
              : undefined;
          }),
      }),
      witness: () => [
        { send: creator.draft },
        {
          follow: (answer) =>
            sought(
              { operation, resource },
              maker,
              answer,
              around({ operation, resource }, maker, asked)(answer),
            ),
        },
      ],
    };
  });
}

function unaskedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const question = exampleRequest(api, operation);
  const { chosen, of = [] } = resource?.kinds ?? {};
  const [maker] = makersOf(api, operation);
  const other = of.find(({ word }) => word !== maker?.word);
  if (!resource || !question || !chosen?.startsWith('#') || !maker || !other) return [];
  const asked = withValueIn(operation, question, chosen, [other.word]);
  return [
    {
      at: 'chosen',
      clause: append(operation.pointer, 'x-resource', 'kinds', 'chosen'),
      deviate: () => ({ before: (sent) => withoutSaid(sent, chosen) }),
      witness: () => [
        { send: maker.creator.draft },
        { follow: around({ operation, resource }, maker, asked) },
      ],
    },
  ];
}

/** No example is likely to have it. */
const NOWHERE = 'no thing has this text';

function searchPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const question = exampleRequest(api, operation);
  const { search } = resource ?? {};
  const [maker] = makersOf(api, operation);
  if (!resource || !question || !search || !search.for.startsWith('#') || !maker) return [];
  const asked = withValueIn(operation, question, search.for, NOWHERE);
  return [
    {
      at: 'search',
      clause: append(operation.pointer, 'x-resource', 'search'),
      deviate: () => ({
        // Every text contains the empty one.
        before: (sent) => rewritten(sent, (body) => withValueAt(body, pointerOf(search.for), '')),
      }),
      witness: () => [
        { send: maker.creator.draft },
        { follow: around({ operation, resource }, maker, asked) },
      ],
    },
  ];
}
