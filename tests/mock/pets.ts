import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { loadApi } from '../../scripts/load/load-api.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import type { MockEvent, MockOptions } from '../../scripts/mock/options.ts';

const FOLDER = resolve(import.meta.dirname, 'cases/pets');
export const DESCRIPTION = readFileSync(`${FOLDER}/openapi.yaml`, 'utf8');
const FIXTURES = readFileSync(`${FOLDER}/mock.yaml`, 'utf8');

export const FREE = { authorization: 'Bearer pets_free' };
/** Beginning of a minute, and so of a window. */
export const START = Date.parse('2026-01-01T00:00:00Z');

/** A description that needs no files; without fixtures it has none. */
export function loadText(text: string, fixtures?: string, name = 'pets'): Promise<ApiModel> {
  return loadApi(`${name}/openapi.yaml`, {
    readText: (path) => Promise.resolve(path.endsWith('mock.yaml') ? (fixtures ?? '') : text),
    exists: (path) => Promise.resolve(path.endsWith('mock.yaml') && fixtures !== undefined),
    bundle: (path) => Promise.reject(new Error(`${path} is a single file`)),
  });
}

/** The pets description, changed at will. */
export function loadPets(change: (text: string) => string = (text) => text): Promise<ApiModel> {
  return loadText(change(DESCRIPTION), FIXTURES);
}

export interface TestMock extends Mock {
  readonly clock: { at: number; readonly now: () => number };
  readonly events: MockEvent[];
  readonly send: (method: Method, path: string, request?: Sent) => Promise<Received>;
}

type Method = NonNullable<InjectOptions['method']>;

interface Sent {
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer | object;
}

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON, whatever a test expects in it. */
  readonly json: { error?: { code?: string; message?: string; details?: unknown } };
}

/** A mock of the APIs on a clock that only the test moves. */
export async function startMock(
  apis: readonly ApiModel[],
  options: Partial<MockOptions> = {},
): Promise<TestMock> {
  const clock = { at: START, now: () => clock.at };
  const events: MockEvent[] = [];
  const mock = await createMock(apis, {
    clock,
    limits: true,
    onRequest: (event) => void events.push(event),
    ...options,
  });
  return {
    ...mock,
    clock,
    events,
    async send(method, path, { headers = {}, body } = {}) {
      const isObject = typeof body === 'object' && !Buffer.isBuffer(body);
      const response = await mock.inject({
        method,
        url: path.startsWith('/') ? `/pets/v1${path}` : path,
        headers: { ...(isObject && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { payload: isObject ? JSON.stringify(body) : body }),
      });
      const isJson = /json/.test(String(response.headers['content-type']));
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.body,
        json: isJson && response.body !== '' ? response.json() : {},
      };
    },
  };
}
