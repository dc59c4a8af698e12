import { expect } from 'vitest';
import type { JsonObject } from '../../../scripts/base/json.ts';
import { tryProperty, type Reply, type Server } from '../try-property.ts';

/** What a server reads: the members of a body, or the fields of a query. */
type Said = Readonly<Record<string, unknown>>;
/** Why a request is refused, in words or as JSON; a status where the server fails, undefined where nothing is wrong. */
export type Check = (said: Said, times: number) => unknown;

const REFUSED = { description: 'No', content: { 'application/json': { schema: {} } } };
const RESPONSES = { '200': REFUSED, '400': REFUSED, '422': REFUSED };

export const inBody = (
  properties: JsonObject,
  required: readonly string[] = Object.keys(properties),
) => ({
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { type: 'object', required, properties } } },
  },
  responses: RESPONSES,
});
export const inQuery = (properties: Readonly<Record<string, JsonObject>>) => ({
  parameters: Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema })),
  responses: RESPONSES,
});

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify(value),
});

/** What else there is to a server: what it answers where it does not refuse, and where its operation is. */
interface Otherwise {
  readonly status?: number;
  readonly shown?: JsonObject;
  readonly at?: { readonly method: string; readonly path: string };
}

/** What a server is told to state that refuses by a check: each place, and what it should say. */
export async function statesOf(
  operation: JsonObject,
  check: Check,
  { status = 200, shown = { ok: true }, at }: Otherwise = {},
): Promise<readonly string[]> {
  let count = 0;
  const server: Server = ({ url, body }) => {
    count += 1;
    const said: Said =
      body === undefined
        ? { path: new URL(url).pathname, ...Object.fromEntries(new URL(url).searchParams) }
        : (JSON.parse(Buffer.from(body).toString()) as Said);
    const reason = check(said, count);
    if (typeof reason === 'number') return json(reason, { detail: 'failed' });
    return reason === undefined ? json(status, shown) : json(422, { detail: reason });
  };
  const now = Date.UTC(2027, 1, 3);
  const result = await tryProperty('input.unstated', operation, server, now, at);
  expect(result.requests).toBeLessThanOrEqual(1000);
  expect(result.outcome).not.toBe('unchecked');
  const own = result.violations.filter(({ property }) => property === 'input.unstated');
  return own.map(({ message }) => message.replace(/^(.*?): .*: state /s, '$1: '));
}

export const is = (isRefused: boolean, reason: string) => (isRefused ? reason : undefined);
export const text = { type: 'string' };
export const whole = { type: 'integer' };
export const number = { type: 'number' };
