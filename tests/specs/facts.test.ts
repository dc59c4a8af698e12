import { describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { append } from '../../scripts/base/json-pointer.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { unpinnedParts } from '../../scripts/model/unpinned-parts.ts';

const apis = await loadApis(nodeIo, []);

/** Facts are optional; a ledger that states each operation means to state all that a client depends on. */
const whole = apis.filter((api) => namesEach(api) && api.operations.length > 0);

describe.each(whole)('the facts of $name', (api) => {
  test('are about every scheme, limit and refusal as well', () => {
    expect(unpinnedParts(api)).toEqual([]);
  });

  test('have every status that is answered', () => {
    const facts = api.ledger?.facts.map(({ at }) => at) ?? [];
    const stated = new Set(facts.flatMap((at) => /\/responses\/([^/]+)$/.exec(at)?.[1] ?? []));
    const answered = api.operations.flatMap(({ responses }) => responses.map((it) => it.status));
    expect([...new Set(answered)].filter((status) => !stated.has(status))).toEqual([]);
  });

  test('have every operation that asks for no credential', () => {
    const facts = new Set(api.ledger?.facts.map(({ at }) => at));
    const open = api.operations.filter(
      ({ security }) => security.length === 0 || security.some(({ size }) => size === 0),
    );
    const unstated = open.filter(({ pointer }) => !facts.has(append(pointer, 'security')));
    expect(unstated.map(({ id }) => id)).toEqual([]);
  });
});

function namesEach({ ledger, operations, webhooks }: ApiModel): boolean {
  const facts = new Set(ledger?.facts.map(({ at }) => at));
  return [...operations, ...webhooks].every(({ pointer }) =>
    facts.has(append(pointer, 'operationId')),
  );
}
