import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, type Json } from '../../base/json.ts';
import { append, parentOf, tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { isCarriedOut, successContent, toSuccess } from '../answer-parts.ts';
import {
  aboutOwners,
  heldSteps,
  memberRequest,
  memberDoings,
  saidAt,
  thingRequest,
  typeWith,
} from '../member-doings.ts';
import type { Deviation, FaultPlace, Operator, SeenExchange } from '../operator.ts';
import { doing } from '../remembered-things.ts';
import { namespaceIn, readSent, valueIn, withBytes } from '../request-parts.ts';
import { plainRequest } from '../asked-parts.ts';
import { WHOLE_ANSWER } from './spots.ts';

/** Operators on what things of one kind say of the properties of others (`holds.members`). */
export const MEMBER_OPERATORS: readonly Operator[] = [
  {
    id: 'member-type-ignored',
    class: 'state',
    difficulty: 2,
    title: 'takes a value of another type than that of the member',
    changes: 'verdict',
    places: typePlaces,
  },
  {
    id: 'member-repeated',
    class: 'state',
    difficulty: 2,
    title: 'takes a value twice where its member may have it once',
    changes: 'verdict',
    places: distinctPlaces,
  },
  {
    id: 'member-default-ignored',
    class: 'state',
    difficulty: 2,
    title: 'forgets the default of a member',
    changes: 'body',
    places: defaultPlaces,
  },
];

function typePlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const membership = memberDoings(api, (kind) => kind === operation.resource?.name);
  const tried = membership && typeWith(membership, (_, wrong) => wrong !== undefined);
  if (!membership || membership.creator.operation !== operation || !tried) return [];
  const { type, right, wrong = null } = tried;
  return [
    {
      at: type,
      clause: append(membership.pointer, 'types', type),
      deviate: () => taking(api, operation, false),
      witness: () =>
        successContent(operation)
          ? heldSteps(
              membership,
              memberRequest(membership, 'kiln_typed', type),
              thingRequest(membership, () => ({ kiln_typed: right })),
              thingRequest(membership, () => ({ kiln_typed: wrong })),
            )
          : [],
    },
  ];
}

function distinctPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const membership = memberDoings(api, (kind) => kind === operation.resource?.name);
  const tried = membership && typeWith(membership, () => true);
  const { distinct } = membership?.members ?? {};
  if (!membership || membership.creator.operation !== operation || !tried || !distinct) return [];
  const { type, right } = tried;
  const thing = thingRequest(membership, () => ({ kiln_once: right }));
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(membership.pointer, 'distinct'),
      deviate: () => taking(api, operation, true),
      witness: () =>
        heldSteps(
          membership,
          memberRequest(membership, 'kiln_once', type, () => [[distinct, true]]),
          thing,
          thing,
        ),
    },
  ];
}

/** Takes what no schema forbids: what has been taken before as it is, or what has not. */
function taking(api: ApiModel, operation: Operation, isAgain: boolean): Deviation {
  const { input = '#' } = operation.resource ?? {};
  const taken = new Set<string>();
  return {
    after(seen: SeenExchange) {
      const read = readSent(api, operation, seen.sent);
      const said = (read && valueIn(read, input)) ?? null;
      const [first = null] = [said].flat() as readonly Json[];
      const keys = Object.entries(objectOf(first)).map(([name, value]) =>
        JSON.stringify([namespaceIn(seen.sent), name, value]),
      );
      if (isCarriedOut(seen)) {
        for (const key of keys) taken.add(key);
        return seen.answer;
      }
      const isKept = seen.refused === 'invalid' && read?.breaches.length === 0;
      const isRepeated = keys.every((key) => taken.has(key));
      return isKept && isRepeated === isAgain ? toSuccess(api, operation, seen) : seen.answer;
    },
  };
}

function defaultPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const membership = memberDoings(api, (_, { of }) => of === operation.resource?.name);
  const tried = membership && typeWith(membership, () => true);
  const { default: usual } = membership?.members ?? {};
  const list = membership && doing(membership.creator, 'list');
  if (!membership || membership.maker.operation !== operation || !tried || !list) return [];
  if (usual === undefined) return [];
  const place = saidAt(membership.maker.resource, usual);
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(membership.pointer, 'default'),
      deviate: () => ({
        before(sent) {
          const body = jsonOrNone(sent.bytes.toString());
          if (body === undefined || valueAt(body, place) === undefined) return sent;
          const { [tokensOf(place).at(-1) ?? '']: _, ...rest } = objectOf(
            valueAt(body, parentOf(place)),
          );
          const changed = withValueAt(body, parentOf(place), rest);
          return withBytes(sent, Buffer.from(JSON.stringify(changed)));
        },
      }),
      witness: () =>
        heldSteps(
          membership,
          memberRequest(membership, 'kiln_usual', tried.type, () => [[usual, tried.right]]),
          thingRequest(membership, () => ({})),
          (owners) =>
            aboutOwners({ ...list, draft: plainRequest(list.resource, list.draft) }, owners),
        ),
    },
  ];
}
