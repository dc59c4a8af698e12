import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, textOf, type Json } from '../../base/json.ts';
import { append, pointerOf, valueAt } from '../../base/json-pointer.ts';
import { bodyJson } from '../answer-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import {
  aboutOwners,
  heldSteps,
  memberRequest,
  memberDoings,
  thingRequest,
} from '../member-doings.ts';
import type { FaultPlace, Operator, RequestDraft, Sent } from '../operator.ts';
import { doing } from '../remembered-things.ts';
import { valueIn, withParameter, withValueIn } from '../request-parts.ts';
import { plainRequest, rewritten, withoutSaid } from '../asked-parts.ts';

/** Operators on how a list shows what is asked for: links, the length of texts, and a period. */
export const SHOWN_OPERATORS: readonly Operator[] = [
  {
    id: 'links-not-shown',
    class: 'state',
    difficulty: 2,
    title: 'shows references where a request wants the things that they lead to',
    changes: 'body',
    places: linkPlaces,
  },
  {
    id: 'cut-ignored',
    class: 'state',
    difficulty: 2,
    title: 'shows the whole of texts that a request wants cut',
    changes: 'body',
    places: cutPlaces,
  },
  {
    id: 'period-ignored',
    class: 'state',
    difficulty: 2,
    title: 'lists what was not made in the period that is asked for',
    changes: 'body',
    places: periodPlaces,
  },
];

function isValid(api: ApiModel, operation: Operation, draft: RequestDraft): boolean {
  return readAsSent(api, operation, draft)?.breaches.length === 0;
}

function linkPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const { linked, action, name, items = '#' } = resource ?? {};
  const example = exampleRequest(api, operation);
  const membership = memberDoings(api, (kind, { links }) => kind === name && links !== undefined);
  const { links } = membership?.members ?? {};
  const [type] = links?.types ?? [];
  if (!resource || linked === undefined || action !== 'list' || !example) return [];
  if (!membership || !links || type === undefined) return [];
  const draft = plainRequest(resource, example);
  const list = { api, operation, resource, draft };
  const none = [false, []].find((it) =>
    isValid(api, operation, withValueIn(operation, draft, linked, it)),
  );
  if (none === undefined) return [];
  const { item = '#', key = '#' } = membership.creator.resource;
  return [
    {
      at: 'linked',
      clause: append(operation.pointer, 'x-resource', 'linked'),
      deviate: () => ({ before: (sent: Sent) => withPlaceIn(sent, operation, linked, none) }),
      witness: () =>
        heldSteps(
          membership,
          memberRequest(membership, 'kiln_link', type, (owners) => [
            [links.to, owners.at(-1) ?? null],
          ]),
          thingRequest(membership, () => ({})),
          thingRequest(membership, (previous) => {
            const told = valueAt(bodyJson(previous) ?? null, item) ?? null;
            const [first = null] = [told].flat() as readonly Json[];
            return { kiln_link: valueAt(first, key) ?? null };
          }),
          (owners) => withValueIn(operation, aboutOwners(list, owners), linked, true),
        ),
    },
  ].filter(() => items !== key);
}

/** What is told to the server says this of links, and not what was sent. */
function withPlaceIn(sent: Sent, operation: Operation, place: string, value: Json): Sent {
  const body = sent.bytes.toString();
  if (!place.startsWith('#')) {
    const parameter = operation.parameters.find((it) => it.name === place);
    return parameter ? withParameter(operation, sent, parameter, value) : sent;
  }
  const changed = withValueIn(operation, { ...toDraft(sent), body }, place, value).body ?? body;
  return rewritten(sent, () => JSON.parse(changed) as Json);
}

function toDraft({ method, path, query }: Sent): RequestDraft {
  return { method, path, query, headers: {}, body: undefined };
}

/** Bytes of a text, and where it is to be cut. */
const [LONG, CUT] = [16, 8];

function cutPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const { cut, action } = resource ?? {};
  const example = exampleRequest(api, operation);
  const creator = resource && doing({ api, operation, resource }, 'create');
  if (!resource || !cut || action !== 'list' || !example || !creator) return [];
  const read = readAsSent(api, creator.operation, creator.draft);
  const { input = '#', within = [], id } = creator.resource;
  const said = objectOf(read && valueIn(read, input));
  const made = Object.keys(said)
    .filter((it) => typeof said[it] === 'string' && append(pointerOf(input), it) !== id)
    .map((it) =>
      withValueIn(creator.operation, creator.draft, append(pointerOf(input), it), 'k'.repeat(LONG)),
    )
    .find((it) => isValid(api, creator.operation, it));
  const owners = within.map((place) => (read && valueIn(read, place)) ?? null);
  const plain = aboutOwners(
    { api, operation, resource, draft: plainRequest(resource, example) },
    owners,
  );
  const asked = withValueIn(operation, plain, cut.at, CUT);
  if (!made || !isValid(api, operation, asked)) return [];
  return [
    {
      at: 'cut',
      clause: append(operation.pointer, 'x-resource', 'cut'),
      deviate: () => ({ before: (sent) => withoutSaid(sent, cut.at) }),
      witness: () => [{ send: made }, { send: asked }],
    },
  ];
}

/** A day on which nothing was made. */
const ONCE = '2001-02-03';

function periodPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const { period, action } = resource ?? {};
  const example = exampleRequest(api, operation);
  const creator = resource && doing({ api, operation, resource }, 'create');
  if (!resource || !period || action !== 'list' || !example || !creator) return [];
  const read = readAsSent(api, creator.operation, creator.draft);
  const { within = [] } = creator.resource;
  const owners = within.map((place) => (read && valueIn(read, place)) ?? null);
  const plain = aboutOwners({ api, operation, resource, draft: example }, owners);
  const asked = [ONCE, `${ONCE}T00:00:00Z`]
    .map((day) =>
      [period.from, period.to].reduce(
        (it, at) => withValueIn(operation, it, at, textOf(day)),
        plain,
      ),
    )
    .find((it) => isValid(api, operation, it));
  if (!asked) return [];
  return [
    {
      at: 'period',
      clause: append(operation.pointer, 'x-resource', 'period'),
      deviate: () => ({
        before: (sent) =>
          [period.from, period.to].reduce((it, at) => {
            if (at.startsWith('#')) return withoutSaid(it, at);
            const parameter = operation.parameters.find(({ name }) => name === at);
            return parameter ? withParameter(operation, it, parameter, undefined) : it;
          }, sent),
      }),
      witness: () => [{ send: creator.draft }, { send: asked }],
    },
  ];
}
