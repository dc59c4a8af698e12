import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import {
  append,
  pointerOf,
  tokensOf,
  valueAt,
  withValueAt,
  type Pointer,
} from '../../base/json-pointer.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import { statedMoments } from '../../values/stated-moments.ts';
import { isCarriedOut, likelyBody, successContent, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, FaultPlace, Operator, SeenExchange, WitnessStep } from '../operator.ts';
import { doing, madeAnd } from '../remembered-things.ts';
import { namespaceIn, withValueIn } from '../request-parts.ts';

/** Operators on what answers tell of things that are made or changed. */
export const TOLD_OPERATORS: readonly Operator[] = [
  {
    id: 'changed-stays',
    class: 'state',
    difficulty: 2,
    title: 'says that a thing changed an hour before it did',
    changes: 'body',
    places: changedPlaces,
  },
  {
    id: 'composed-otherwise',
    class: 'state',
    difficulty: 1,
    title: 'makes a text of something else than the values that make it up',
    changes: 'body',
    places: composedPlaces,
  },
  {
    id: 'numbers-left-out',
    class: 'state',
    difficulty: 2,
    title: 'leaves out numbers where it counts things',
    changes: 'body',
    places: numberPlaces,
  },
  {
    id: 'renewed-not',
    class: 'state',
    difficulty: 1,
    title: 'makes nothing anew where it should',
    changes: 'body',
    places: renewedPlaces,
  },
  {
    id: 'omitted-shown',
    class: 'state',
    difficulty: 1,
    title: 'shows what its answer leaves out',
    changes: 'body',
    places: omittedPlaces,
  },
];

/** Milliseconds. */
const HOUR = 60 * 60 * 1000;

/** Makes a thing by the example, and where the operation does something else, does that to it. */
function onThing(api: ApiModel, operation: Operation): readonly WitnessStep[] {
  const { resource } = operation;
  const draft = exampleRequest(api, operation);
  if (!resource || !draft) return [];
  if (resource.action === 'create') return [{ send: draft }];
  const creator = doing({ api, operation, resource }, 'create');
  return creator ? madeAnd(creator, { api, operation, resource, draft }) : [];
}

/** Changes what stands at a place in the thing that an answer tells of. */
function telling(
  { resource }: Operation,
  at: Pointer,
  change: (value: Json | undefined, seen: SeenExchange) => Json | undefined,
): Deviation {
  const { item = '#', items } = resource ?? {};
  const place = append(item, ...tokensOf(at));
  return {
    after: (seen) =>
      withJson(seen.answer, (body) => {
        if (!isCarriedOut(seen) || items !== undefined || !isObject(valueAt(body, item)))
          return undefined;
        const changed = change(valueAt(body, place), seen);
        return changed === undefined ? undefined : withValueAt(body, place, changed);
      }),
  };
}

/** Whether an answer may say so. */
function mayTell(api: ApiModel, operation: Operation, at: Pointer, value: Json): boolean {
  const schema = successContent(operation)?.schema;
  const likely = likelyBody(api, operation);
  const { item = '#' } = operation.resource ?? {};
  if (schema === undefined || likely === undefined || !isObject(valueAt(likely, item)))
    return false;
  const told = withValueAt(likely, append(item, ...tokensOf(at)), value);
  return api.schemas.check(schema, told, 'response').length === 0;
}

function changedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  if (!resource || !['create', 'update'].includes(resource.action)) return [];
  const { properties } = shapeAt(
    api.document,
    successContent(operation)?.schema,
    resource.item ?? '#',
  );
  const { changed } = statedMoments(api, resource.name);
  return [...changed]
    .filter(([name]) => Object.hasOwn(properties, name))
    .map(([name, clause]) => ({
      at: name,
      clause,
      deviate: () =>
        telling(operation, append('#', name), (value) => {
          const moment = Date.parse(textOf(value ?? ''));
          return Number.isNaN(moment) ? undefined : new Date(moment - HOUR).toISOString();
        }),
      witness: () => onThing(api, operation),
    }));
}

function composedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  if (resource?.action !== 'create') return [];
  return Object.keys(resource.composed ?? {}).map((name) => ({
    at: name,
    clause: append(operation.pointer, 'x-resource', 'composed', name),
    deviate: () =>
      telling(operation, append('#', name), (value) =>
        typeof value === 'string' ? `other-${value}` : undefined,
      ),
    witness: () => onThing(api, operation),
  }));
}

function numberPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const draft = exampleRequest(api, operation);
  const { numbered, action, id } = resource ?? {};
  if (!resource || !numbered || action !== 'create' || !draft) return [];
  const second = id === undefined ? draft : withValueIn(operation, draft, id, 'kiln_second');
  return [
    {
      at: numbered.at,
      clause: append(operation.pointer, 'x-resource', 'numbered'),
      deviate: () => {
        const told = new Map<string, number>();
        return telling(operation, numbered.at, (value, { sent }) => {
          const before = told.get(namespaceIn(sent)) ?? 0;
          told.set(namespaceIn(sent), before + 1);
          return typeof value === 'number' ? value + before : undefined;
        });
      },
      witness: () => [{ send: draft }, { send: second }],
    },
  ];
}

function renewedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { renewed = [], action } = operation.resource ?? {};
  if (action !== 'update') return [];
  return renewed.flatMap((at, index): FaultPlace[] => {
    if (!mayTell(api, operation, at, null)) return [];
    return [
      {
        at,
        clause: append(operation.pointer, 'x-resource', 'renewed', index),
        deviate: () => telling(operation, at, (value) => (value === undefined ? undefined : null)),
        witness: () => onThing(api, operation),
      },
    ];
  });
}

function omittedPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { resource } = operation;
  const { omits = [], action } = resource ?? {};
  const creator = resource && doing({ api, operation, resource }, 'create');
  if (!creator || (action !== 'create' && action !== 'update')) return [];
  const made = valueAt(likelyBody(api, creator.operation) ?? null, creator.resource.item ?? '#');
  return omits.flatMap((at, index): FaultPlace[] => {
    const shown = [valueAt(objectOf(made), pointerOf(at)), 7, 'kiln', {}].find(
      (it) => it !== undefined && mayTell(api, operation, at, it),
    );
    if (shown === undefined) return [];
    return [
      {
        at,
        clause: append(operation.pointer, 'x-resource', 'omits', index),
        deviate: () => telling(operation, at, () => shown),
        witness: () => onThing(api, operation),
      },
    ];
  });
}
