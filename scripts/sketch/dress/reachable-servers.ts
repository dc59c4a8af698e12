import {
  arrayOf,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';

/** Servers that everybody can reach; what runs on one machine only, or was left open, is told by its path. */
export function reachableServers(servers: Json | undefined): Json {
  const told = arrayOf(servers).map((it) => toServer(objectOf(it)));
  const unique = [...new Map(told.map((it) => [textOf(it['url']), it])).values()];
  return unique.length > 0 ? unique : [{ url: '/', description: 'The source names no server.' }];
}

function toServer({ url, ...rest }: JsonObject): JsonObject {
  const address = textOf(url).replace(/(?<=[^/])\/+$/, '');
  const [, host = '', path = ''] = /^(?:https?:\/\/)([^/]*)(.*)$/i.exec(address) ?? [];
  const [, open] = /^(?:https?:\/\/)?\{(\w+)\}/.exec(address) ?? [];
  const isDeclared = open !== undefined && open in objectOf(rest['variables']);
  if (open !== undefined && !isDeclared) {
    const below = address.replace(/^(?:https?:\/\/)?[^/]*/, '');
    return {
      ...rest,
      url: below || '/',
      description: `The source leaves the host open: it calls it ${open}.`,
    };
  }
  if (
    /^(localhost|127\.|0\.0\.0\.0|\[::1\]|([\w-]+\.)*example\.(com|org|net))(:\d+)?/i.test(host)
  ) {
    return {
      ...rest,
      url: path || '/',
      description:
        stringOf(rest['description']) ?? `The source calls ${host}, which is nobody's server.`,
    };
  }
  return { ...rest, url: address };
}
