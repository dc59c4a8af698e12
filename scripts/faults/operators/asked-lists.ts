import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { Comparison, ResourcePolicy } from '../../model/resource-policy.ts';
import { asThing } from '../../model/named.ts';
import { plainRequest, rewritten, withoutSaid } from '../asked-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import type { FaultPlace, Operator, RequestDraft } from '../operator.ts';
import { doing, type Doing } from '../remembered-things.ts';
import { valueIn, withValueIn } from '../request-parts.ts';

/** Operators on what a request says of the things that it wants to see, or to change all at once. */
export const ASKED_LIST_OPERATORS: readonly Operator[] = [
  {
    id: 'filter-ignored',
    class: 'state',
    difficulty: 2,
    title: 'lists what does not meet what was asked for',
    changes: 'body',
    places: (api, operation) => conditionPlaces(api, operation, 'list'),
  },
  {
    id: 'update-everything',
    class: 'state',
    difficulty: 2,
    title: 'updates what does not meet what was asked for',
    changes: 'body',
    places: (api, operation) => conditionPlaces(api, operation, 'update').slice(0, 1),
  },
  {
    id: 'order-ignored',
    class: 'state',
    difficulty: 2,
    title: 'lists things in the order in which it has them',
    changes: 'body',
    places: orderPlaces,
  },
  {
    id: 'fields-ignored',
    class: 'state',
    difficulty: 2,
    title: 'shows what nobody has asked for',
    changes: 'body',
    places: fieldPlaces,
  },
];

/** An operation on things of which one is made by an example, and a property of that with its values. */
interface Ground {
  readonly creator: Doing;
  readonly draft: RequestDraft;
  readonly resource: ResourcePolicy;
  /** As the body of the creating request calls it, and as lists do. */
  readonly said: string;
  readonly property: string;
  readonly value: string | number;
  readonly other: string | number;
}

function groundOf(api: ApiModel, operation: Operation): Ground | undefined {
  const { resource } = operation;
  const example = exampleRequest(api, operation);
  const creator = resource && doing({ api, operation, resource }, 'create');
  if (!resource || !example || !creator) return undefined;
  const read = readAsSent(api, creator.operation, creator.draft);
  const { input = '#', within = [] } = creator.resource;
  const given = objectOf(read && valueIn(read, input));
  for (const [said, value] of Object.entries(given)) {
    const other =
      typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value} 2` : undefined;
    const [property = said] = Object.keys(asThing(creator.resource, { [said]: value }));
    const isPlain = typeof value === 'string' || typeof value === 'number';
    if (other === undefined || !isPlain || creator.resource.id === append(pointerOf(input), said))
      continue;
    // About the same owners, and in whatever order and number they come.
    const draft = within.reduce(
      (it, place, index) => {
        const owner = read && valueIn(read, place);
        const at = resource.within?.[index];
        return owner === undefined || at === undefined ? it : withValueIn(operation, it, at, owner);
      },
      plainRequest(resource, example),
    );
    return { creator, draft, resource, said, property, value, other };
  }
  return undefined;
}

/** Values with which a comparison is not met by the value of the thing. */
function unmet(comparison: Comparison, { value, other }: Ground): Json | undefined {
  const isNumber = typeof value === 'number';
  switch (comparison) {
    case 'equal':
    case 'like':
      return other;
    case 'notEqual':
      return value;
    case 'greater':
      return isNumber ? value : undefined;
    case 'less':
      return isNumber ? value : undefined;
    case 'greaterOrEqual':
      return isNumber ? value + 1 : undefined;
    case 'lessOrEqual':
      return isNumber ? value - 1 : undefined;
    case 'oneOf':
      return [other];
    case 'noneOf':
      return [value];
    case 'null':
      return true;
    case 'contains':
    case 'containedIn':
      return undefined;
  }
}

function conditionPlaces(
  api: ApiModel,
  operation: Operation,
  action: 'list' | 'update',
): readonly FaultPlace[] {
  const { resource } = operation;
  const { filter } = resource ?? {};
  if (resource?.action !== action || filter === undefined) return [];
  const ground = groundOf(api, operation);
  if (!ground) return [];
  const { creator, draft, property, said, other } = ground;
  const clause = (...tokens: readonly string[]) =>
    append(operation.pointer, 'x-resource', ...tokens);
  const asking = (condition: Json): RequestDraft => {
    const conditions = withValueIn(operation, draft, filter, { [property]: condition });
    if (action === 'list') return conditions;
    return withValueIn(operation, conditions, resource.input ?? '#', { [said]: other });
  };
  const place = (
    at: string,
    broken: FaultPlace['clause'],
    condition: Json,
    change: (conditions: JsonObject) => JsonObject | undefined,
  ): FaultPlace => ({
    at,
    clause: broken,
    deviate: () => ({
      before: (sent) =>
        rewritten(sent, (body) => {
          const conditions = objectOf(valueAt(body, filter));
          const changed = change(conditions);
          return changed && withValueAt(body, filter, changed);
        }),
    }),
    witness: () => [{ send: creator.draft }, { send: asking(condition) }],
  });
  const plain = place('plain', clause('filter'), other, (conditions) => {
    const rest = Object.entries(conditions).filter(
      ([, it]) => it !== null && typeof it === 'object',
    );
    return rest.length === Object.keys(conditions).length ? undefined : Object.fromEntries(rest);
  });
  const named = Object.entries(resource.operators ?? {}).flatMap(([name, comparison]) => {
    const condition = unmet(comparison, ground);
    if (condition === undefined) return [];
    return [
      place(name, clause('operators', name), { [name]: condition }, (conditions) => {
        const kept = Object.entries(conditions).map(([it, of]) => {
          const { [name]: _, ...rest } = objectOf(of);
          return [it, Object.hasOwn(objectOf(of), name) ? rest : of] as const;
        });
        const without = Object.fromEntries(
          kept.filter(
            ([, of]) => !(Object.keys(objectOf(of)).length === 0 && typeof of === 'object'),
          ),
        );
        return JSON.stringify(without) === JSON.stringify(conditions) ? undefined : without;
      }),
    ];
  });
  return [plain, ...named];
}

function orderPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { order, action } = operation.resource ?? {};
  const ground = order === undefined || action !== 'list' ? undefined : groundOf(api, operation);
  if (!ground || order === undefined) return [];
  const { creator, draft, property, said, other } = ground;
  const second = withValueIn(
    creator.operation,
    creator.draft,
    append(pointerOf(creator.resource.input ?? '#'), said),
    other,
  );
  const asked = [[[property, 'DESC']], `${property} DESC`]
    .map((it) => withValueIn(operation, draft, order, it))
    .find((it) => readAsSent(api, operation, it)?.breaches.length === 0);
  if (!asked) return [];
  return [
    {
      at: 'order',
      clause: append(operation.pointer, 'x-resource', 'order'),
      deviate: () => ({ before: (sent) => withoutSaid(sent, order) }),
      witness: () => [{ send: creator.draft }, { send: second }, { send: asked }],
    },
  ];
}

function fieldPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { fields, action } = operation.resource ?? {};
  const ground = fields === undefined || action !== 'list' ? undefined : groundOf(api, operation);
  if (!ground || fields === undefined) return [];
  const asked = withValueIn(operation, ground.draft, fields, [ground.property]);
  return [
    {
      at: 'fields',
      clause: append(operation.pointer, 'x-resource', 'fields'),
      deviate: () => ({ before: (sent) => withoutSaid(sent, fields) }),
      witness: () => [{ send: ground.creator.draft }, { send: asked }],
    },
  ];
}
