import { arrayOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Origins } from './origins.ts';

/** What is being made over. */
export interface Swagger {
  readonly document: JsonObject;
  readonly origins: Origins;
}

/** What an operation takes and gives: its own, else the root's (Swagger 2.0, Operation Object). */
export interface SwaggerTypes {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

export function mediaTypesOf(operation: JsonObject, document: JsonObject): SwaggerTypes {
  const listOf = (field: string) =>
    arrayOf(operation[field] ?? document[field]).filter((it) => typeof it === 'string');
  return { consumes: listOf('consumes'), produces: listOf('produces') };
}

/** The addresses that an API is served at, by its `host`, its `basePath` and schemes. */
export function toServers({ host, basePath }: JsonObject, schemes: readonly Json[]): JsonObject[] {
  const path = (stringOf(basePath) ?? '').split('/').filter((it) => it !== '');
  const rooted = path.map((it) => `/${it}`).join('');
  if (typeof host !== 'string' || host === '') return rooted === '' ? [] : [{ url: rooted }];
  const own = schemes.filter((it) => typeof it === 'string');
  return (own.length > 0 ? own : ['https']).map((scheme) => ({
    url: `${scheme}://${host}${rooted}`,
  }));
}
