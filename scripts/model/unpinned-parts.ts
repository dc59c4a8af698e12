import type { ApiModel } from './api-model.ts';
import { nodesOf } from './description-nodes.ts';
import { objectOf } from '../base/json.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';

/**
 * What no fact of the ledger is about: operations and webhooks, security schemes, refusals, and every figure that
 * a client can exceed. Nothing where the ledger has no facts: nobody has to pin anything.
 */
export function unpinnedParts(api: ApiModel): Pointer[] {
  const pinned = api.ledger?.facts.map(({ at }) => at) ?? [];
  if (pinned.length === 0) return [];
  const isPinned = (part: Pointer) => pinned.some((it) => it === part || it.startsWith(`${part}/`));
  return pinnableParts(api).filter((part) => !isPinned(part));
}

/** Every part that a fact can pin. */
function pinnableParts(api: ApiModel): Pointer[] {
  const { operations, webhooks, securitySchemes } = api;
  return [
    ...[...operations, ...webhooks].map(({ pointer }) => append(pointer, 'operationId')),
    ...[...securitySchemes.values()].map(({ pointer }) => pointer),
    ...limitsOf(api),
    ...refusalsOf(api),
  ];
}

const LIMITS: ReadonlySet<string> = new Set([
  'maxItems',
  'maxLength',
  'maximum',
  'bodyBytes',
  'itemBytes',
  'lifetime',
]);

function limitsOf({ document }: ApiModel): Pointer[] {
  const quotas = Object.keys(objectOf(objectOf(document['x-rate-limits'])['quotas']));
  return [
    ...quotas.map((category) => append('#/x-rate-limits/quotas', category)),
    ...[...nodesOf(document)].flatMap(({ node, pointer }) =>
      Object.entries(node).flatMap(([key, value]) =>
        LIMITS.has(key) && typeof value === 'number' ? append(pointer, key) : [],
      ),
    ),
  ];
}

/** Every kind of refusal that the description maps to a status. */
function refusalsOf({ document, operations }: ApiModel): Pointer[] {
  const places: Pointer[] = ['#', ...operations.map(({ pointer }) => pointer)];
  return places.flatMap((place) => {
    const at = append(place, 'x-errors');
    return Object.keys(objectOf(valueAt(document, at))).map((kind) => append(at, kind));
  });
}
