import { describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { citationsIn } from '../../scripts/model/citations.ts';
import { nodesOf } from '../../scripts/model/description-nodes.ts';
import { isEqual, objectOf, textOf } from '../../scripts/base/json.ts';
import { append, valueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { readFacts, type Fact } from './facts-table.ts';

const apis = await loadApis(nodeIo, []);
const tables = await Promise.all(apis.map(async (api) => ({ api, facts: await readFacts(api) })));

test('there is a table of facts for each description', () => {
  expect(tables.map(({ api, facts }) => [api.name, facts.operations, facts.webhooks])).toEqual([
    ['claravine', 5, 0],
    ['clay-base', 26, 3],
    ['clay-com', 25, 0],
    ['clayva', 8, 0],
    ['commanders-act-v1', 1, 0],
    ['commanders-act-v2', 2, 0],
  ]);
});

describe.each(tables)('$api.name', ({ api, facts }) => {
  const { rows } = facts;
  const pointed = rows.flatMap(({ pointer }) => pointer ?? []);

  test.each(rows)('$kind: $fact', (row) => {
    expect(problemsOf(row, api)).toEqual([]);
  });

  test('has the operations and webhooks of its documents and no others', () => {
    const { operations, webhooks } = api;
    const stated = new Set(pointed.filter((pointer) => pointer.endsWith('/operationId')));
    const described = [...operations, ...webhooks].map(({ pointer }) => `${pointer}/operationId`);
    expect([...stated].toSorted()).toEqual(described.toSorted());
    expect([operations.length, webhooks.length]).toEqual([facts.operations, facts.webhooks]);
  });

  test('lets in without a credential where its documents do', () => {
    const open = api.operations.filter(
      ({ security }) => security.length === 0 || security.some(({ size }) => size === 0),
    );
    expect(open.map(({ id }) => id).toSorted()).toEqual(facts.public.toSorted());
  });

  test('documents the statuses that were found and no others', () => {
    const responses = api.operations.flatMap((operation) => operation.responses);
    const statuses = new Set(responses.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual(facts.statuses);
  });

  test('has no scheme, limit or refusal that no row states', () => {
    const schemes = [...api.securitySchemes.values()].map(({ pointer }) => pointer);
    const parts = [...schemes, ...limitsOf(api), ...refusalsOf(api)];
    const unstated = parts.filter((part) => !pointed.some((it) => isWithin(it, part)));
    expect(unstated).toEqual([]);
  });
});

/** Why a row does not hold; empty where it does. */
function problemsOf({ pointer, is, claim, status }: Fact, api: ApiModel): string[] {
  const problems: string[] = [];
  if (claim !== undefined) {
    const entry = api.ledger?.claims.get(claim);
    if (entry?.status !== status) problems.push(`${claim} is ${entry?.status ?? 'not there'}`);
    if (status === 'inferred' && !entry?.because) problems.push(`${claim} does not say why`);
    if (status === 'contradicted' && !entry?.resolved) problems.push(`${claim} is not resolved`);
  }
  if (pointer !== undefined) {
    const value = valueAt(api.document, pointer);
    const holds = value !== undefined && isEqual(value, is ?? null);
    if (!holds) problems.push(`${pointer} is ${textOf(value) || 'not there'}`);
    const claims = api.claimsAt(pointer);
    const isBacked = claim === undefined ? claims.length > 0 : claims.includes(claim);
    // The root's security has no place for claims of its own, so its row names one.
    if (!isBacked && !(pointer === '#/security' && claim !== undefined)) {
      problems.push(`${pointer} rests on ${claims.join(', ') || 'nothing'}`);
    }
  } else if (status !== 'unstated') {
    const cited = [...citationsIn(api.document)].some(({ id }) => id === claim);
    if (!cited) problems.push(`Nothing rests on ${claim ?? 'it'}`);
  }
  return problems;
}

function isWithin(pointer: Pointer, part: Pointer): boolean {
  return pointer === part || pointer.startsWith(`${part}/`);
}

const LIMITS: ReadonlySet<string> = new Set([
  'maxItems',
  'maxLength',
  'maximum',
  'bodyBytes',
  'itemBytes',
  'lifetime',
]);

/** Every figure of the description that a client can exceed. */
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
