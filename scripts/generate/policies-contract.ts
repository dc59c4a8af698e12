import { arrayOf, objectOf, type Json } from '../base/json.ts';
import { append, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { isJsonType } from '../base/media-type.ts';
import type { ApiModel, MediaType, Operation } from '../model/api-model.ts';
import type { AsyncPolicy, Pagination } from '../model/policies.ts';
import { shapeOf } from '../values/schema-shape.ts';
import { usualPageSize } from '../values/usual-page-size.ts';
import type {
  BatchContract,
  Contract,
  OperationContract,
  PagesContract,
  WebhookContract,
  WorkContract,
} from './runtime/contract.ts';

/** What a client has to know of the policies of a whole description. */
export function policiesOfApi(api: ApiModel): Pick<Contract, 'rate' | 'session' | 'webhooks'> {
  const { rateLimits, session } = api.policies;
  const webhooks = api.webhooks.map((it) => [it.path, toWebhook(it)] as const);
  return {
    ...(rateLimits && {
      rate: defined({
        partition: rateLimits.partition,
        window: rateLimits.window,
        headers: defined(rateLimits.headers),
        quotas: rateLimits.quotas,
      }),
    }),
    ...(session && {
      session: defined({
        scheme: session.scheme,
        lifetime: session.lifetime,
        issuedBy: session.issuedBy,
        token: session.token,
      }),
    }),
    ...(webhooks.length > 0 && { webhooks: Object.fromEntries(webhooks) }),
  };
}

type OperationPolicies = Pick<
  OperationContract,
  'access' | 'isRead' | 'rate' | 'limits' | 'idempotencyKey' | 'pages' | 'work' | 'batch'
>;

/** What a client has to know of the policies of an operation; what is not declared is left out. */
export function policiesOfOperation(api: ApiModel, operation: Operation): OperationPolicies {
  const {
    access,
    limits,
    idempotency,
    pagination,
    async: work,
    resource,
    rateCategory,
  } = operation;
  const { bodyBytes, itemBytes, itemsAt } = limits;
  const isRead = access === 'read' || resource?.action === 'read' || resource?.action === 'list';
  const hasLimits = [bodyBytes, itemBytes].some((it) => it !== undefined);
  return defined({
    access,
    isRead: isRead && operation.method !== 'get' ? (true as const) : undefined,
    rate: rateCategory,
    limits: hasLimits ? defined({ bodyBytes, itemBytes, itemsAt }) : undefined,
    idempotencyKey: idempotency?.header,
    pages: pagination && toPages(api, operation, pagination),
    work: work && toWork(api, work),
    batch: toBatch(api, operation),
  });
}

function toPages(api: ApiModel, operation: Operation, pagination: Pagination): PagesContract {
  const { style, in: location, size } = pagination;
  return defined({
    style,
    in: location,
    size,
    place: placeOf(pagination),
    first: pagination.style === 'page' ? pagination.first : undefined,
    next: pagination.style === 'cursor' ? pagination.next : undefined,
    items: operation.resource?.items ?? onlyListIn(api, operation),
    usual: usualPageSize(api, operation),
  });
}

function placeOf(pagination: Pagination): string | undefined {
  switch (pagination.style) {
    case 'page':
      return pagination.page;
    case 'offset':
      return pagination.offset;
    case 'cursor':
      return pagination.cursor;
    case 'link':
      return undefined;
  }
}

/** Where the successes of an operation have a list, if there is one place alone. */
function onlyListIn({ document }: ApiModel, { responses }: Operation): Pointer | undefined {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const places = successes.flatMap(({ content }) =>
    content.filter(isJson).flatMap(({ schema }) => listsIn(document, schema).map(({ at }) => at)),
  );
  const [only, ...others] = new Set(places);
  return others.length === 0 ? only : undefined;
}

function toWork({ operations }: ApiModel, work: AsyncPolicy): WorkContract | undefined {
  const { id, statusOperation, parameter, state, pending, succeeded, failed } = work;
  const status = operations.find((it) => it.id === statusOperation);
  const place = status?.parameters.find(({ name }) => name === parameter)?.in;
  if (place === undefined) return undefined;
  return { id, statusOperation, parameter, in: place, state, pending, succeeded, failed };
}

/** The list of things that a body is about: it is limited, needed, and there is no other such list. */
function toBatch({ document }: ApiModel, { body, limits }: Operation): BatchContract | undefined {
  const media = body?.content.find(isJson);
  const limited = listsIn(document, media?.schema).filter(
    ({ at, maxItems, isOfThings }) =>
      at === limits.itemsAt || (maxItems !== undefined && isOfThings),
  );
  const [only, ...others] = limited;
  return only && others.length === 0
    ? defined({ at: only.at, maxItems: only.maxItems })
    : undefined;
}

function toWebhook({ method, responses, veto }: Operation): WebhookContract {
  const statuses = responses.map(({ status }) => Number(status)).filter((it) => it >= 200);
  const accept = veto?.allow ?? statuses.find((status) => status < 300) ?? 204;
  const other = statuses.find((status) => status !== accept && status >= 400);
  return { method, accept, ...(veto && { veto: other ?? 422 }) };
}

function isJson({ mediaType }: MediaType): boolean {
  return isJsonType(mediaType);
}

interface ListPlace {
  readonly at: Pointer;
  readonly maxItems: number | undefined;
  /** Whether its items are objects or lists, and the value is nothing without it. */
  readonly isOfThings: boolean;
}

/** Lists that a value of a schema is, or has as its properties. */
function listsIn(document: ApiModel['document'], schema: Pointer | undefined): ListPlace[] {
  const node = schema === undefined ? undefined : valueAt(document, schema);
  const shape = shapeOf(document, node);
  const toPlace = (at: Pointer, list: Json | undefined, isNeeded: boolean): ListPlace => {
    const { properties, isOpen, items } = shapeOf(document, shapeOf(document, list).items);
    const isMade = isOpen || items !== undefined || Object.keys(properties).length > 0;
    const isOfThings = isNeeded && isMade;
    return { at, maxItems: maxItemsOf(document, list), isOfThings };
  };
  const properties = Object.entries(shape.properties);
  if (shape.items !== undefined && properties.length === 0) return [toPlace('#', node, true)];
  return properties
    .filter(([, property]) => shapeOf(document, property).items !== undefined)
    .map(([name, property]) => toPlace(append('#', name), property, shape.required.has(name)));
}

/** The smallest `maxItems` of all that must hold (JSON Schema 2020-12, validation, section 6.4.1). */
function maxItemsOf(
  document: ApiModel['document'],
  node: Json | undefined,
  depth = 8,
): number | undefined {
  const { maxItems, $ref, allOf } = objectOf(node);
  const parts = [
    ...arrayOf(allOf),
    ...(typeof $ref === 'string' ? [valueAt(document, pointerOf($ref))] : []),
  ];
  const below = depth === 0 ? [] : parts.map((part) => maxItemsOf(document, part, depth - 1));
  const all = [maxItems, ...below].filter((it) => typeof it === 'number');
  return all.length === 0 ? undefined : Math.min(...all);
}

/** The same without what is undefined. */
function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
