import type { JsonObject } from '../../scripts/base/json.ts';
import type { TestMock } from './pets.ts';

/** An answer whose body is an object. */
interface Told {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  type?: string,
) => Promise<Told>;

/** Asks a mock in JSON, or with JSON in a media type of another name. */
export function askOf(mock: TestMock): Ask {
  return async (method, path, body, type) => {
    const { status, json, headers } = await mock.send(method, path, {
      ...(body && { body: type === undefined ? body : JSON.stringify(body) }),
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });
    return { status, body: json as JsonObject, headers };
  };
}
