import type { Operation } from '../model/api-model.ts';
import type { Server } from '../model/server.ts';
import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';

/**
 * The servers of an operation: its own, else its path's, else the root's (OpenAPI 3.1.1, sections
 * 4.8.9 and 4.8.10). Without any, a description speaks of the host it came from (section 4.8.1).
 */
export function serversOf(...nodes: readonly JsonObject[]): readonly Server[] {
  const written = nodes.map(({ servers }) => arrayOf(servers)).find(({ length }) => length > 0);
  return (written ?? [{ url: '/' }]).map(toServer);
}

/** Every server of a description once: the root's first. */
export function allServers(document: JsonObject, operations: readonly Operation[]): Server[] {
  const all = [serversOf(document), ...operations.map(({ servers }) => servers)].flat();
  return [...new Map(all.map((server) => [server.url, server])).values()];
}

/** Server Variable Object (OpenAPI 3.1.1, section 4.8.6). */
interface Variable {
  readonly name: string;
  readonly initial: string | undefined;
  /** None where any value will do. */
  readonly values: readonly string[];
}

function toServer(value: Json): Server {
  const { url, description, variables } = objectOf(value);
  const written = textOf(url);
  const names = [...new Set([...written.matchAll(VARIABLE)].map(([, name = '']) => name))];
  const known = names.map((name) => toVariable(name, objectOf(objectOf(variables)[name])));
  const initial = new Map(known.map((it) => [it.name, it.initial]));
  const basePath = pathOf(fill(written, (name) => initial.get(name) ?? name));
  const paths = waysToFill(known).map((ways) => fill(written, (name) => ways.get(name) ?? name));
  const reachable = [...new Set(paths.map(pathOf))].filter((path) => path !== basePath);
  const fixed = reachable.map((path) => withVariables(path, known));
  return {
    url: fill(written, (name) => initial.get(name) ?? `{${name}}`),
    description: stringOf(description),
    basePath,
    alsoAt: fixed.filter((path) => !path.includes('{') && path !== basePath),
    alsoBelow: fixed.filter((path) => path.includes('{')),
  };
}

const VARIABLE = /\{([^{}]+)\}/g;

function toVariable(name: string, node: JsonObject): Variable {
  const values = arrayOf(node['enum']).filter(isScalar).map(textOf);
  const initial = isScalar(node['default']) ? textOf(node['default']) : values[0];
  return { name, initial, values };
}

function isScalar(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null && !Array.isArray(value) && !isObject(value);
}

function fill(url: string, valueOf: (name: string) => string): string {
  return url.replaceAll(VARIABLE, (_, name: string) => valueOf(name));
}

/** More combinations than these are nobody's choice. */
const MOST_WAYS = 64;

/** Each way to choose values for variables; a mark stands for any value. */
function waysToFill(variables: readonly Variable[]): readonly ReadonlyMap<string, string>[] {
  let ways: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const [at, { name, initial, values }] of variables.entries()) {
    // A whole address cannot be told from others.
    const isAddress = initial?.includes('//') ?? false;
    const own = isAddress ? [initial ?? ''] : [initial ?? markOf(at)];
    const choices =
      values.length > 0 ? [...own, ...values] : [...own, ...(isAddress ? [] : [markOf(at)])];
    const more = ways.flatMap((way) =>
      [...new Set(choices)].map((it) => new Map([...way, [name, it]])),
    );
    ways = more.slice(0, MOST_WAYS);
  }
  return ways;
}

/** Stands in a URL for any value, and is written the same in each part of it. */
function markOf(at: number): string {
  return `~any~${at}~`;
}

function withVariables(path: string, variables: readonly Variable[]): string {
  return variables.reduce((it, { name }, at) => it.replaceAll(markOf(at), `{${name}}`), path);
}

/** The path of an absolute, protocol-relative or relative URL, without a slash at its end (RFC 3986, section 4.2). */
function pathOf(url: string): string {
  const [local = ''] = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '').split(/[?#]/);
  const { pathname } = new URL(`http://host/${local.replace(/^\//, '')}`);
  return pathname.replace(/\/+$/, '');
}
