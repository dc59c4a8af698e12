import type { Operation, Server } from '../model/api-model.ts';
import { arrayOf, objectOf, stringOf, textOf, type Json, type JsonObject } from '../base/json.ts';

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

function toServer(value: Json): Server {
  const { url, description, variables } = objectOf(value);
  const filled = textOf(url).replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    return stringOf(objectOf(objectOf(variables)[name])['default']) ?? whole;
  });
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(.*)$/i.exec(filled)?.[1] ?? filled;
  return { url: filled, description: stringOf(description), basePath: path.replace(/\/+$/, '') };
}
