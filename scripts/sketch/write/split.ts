import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { fragmentOf, append, pointerOf, tokensOf } from '../../base/json-pointer.ts';

/** The files of a description, by their paths below its folder; the root is `openapi.yaml`. */
export type Parts = ReadonlyMap<string, JsonObject>;

/** Components that the root must name itself: nothing refers to a security scheme by its file, and policies name responses. */
const NAMED: ReadonlySet<string> = new Set(['securitySchemes', 'responses']);

/** Splits a description into a root, a file for each path and webhook, and one for each component. */
export function split(document: JsonObject): Parts {
  const { paths, webhooks, components, ...rest } = document;
  const homes = new Map<string, string>();
  const taken = new Set<string>();
  for (const [kind, folder] of [
    ['paths', 'paths'],
    ['webhooks', 'webhooks'],
  ] as const) {
    const members = Object.entries(objectOf(document[kind]));
    for (const [path, item] of members) {
      const home = members.length > MOST_TOGETHER ? `${folder}/${resourceOf(item)}` : folder;
      homes.set(append('#', kind, path), fileFor(home.replace(/\/$/, ''), path, taken));
    }
  }
  for (const [kind, members] of Object.entries(objectOf(components))) {
    for (const name of Object.keys(objectOf(members))) {
      homes.set(append('#/components', kind, name), fileFor(`components/${kind}`, name, taken));
    }
  }
  const files = new Map<string, JsonObject>();
  const put = (pointer: string, value: Json): JsonObject => {
    const file = homes.get(pointer) ?? '';
    files.set(file, withFiles(value, file, homes) as JsonObject);
    return { $ref: file };
  };
  const mapped = (kind: string, members: Json | undefined) =>
    Object.fromEntries(
      Object.entries(objectOf(members)).map(([name, it]) => [
        name,
        put(append('#', kind, name), it),
      ]),
    );
  const shared = Object.entries(objectOf(components)).map(([kind, members]) => {
    const refs = Object.entries(objectOf(members)).map(
      ([name, it]) => [name, put(append('#/components', kind, name), it)] as const,
    );
    return [kind, Object.fromEntries(refs)] as const;
  });
  const kept = shared.filter(([kind]) => NAMED.has(kind));
  const root: JsonObject = {
    ...(withFiles(rest, 'openapi.yaml', homes) as JsonObject),
    paths: mapped('paths', paths),
    ...(webhooks !== undefined && { webhooks: mapped('webhooks', webhooks) }),
    ...(kept.length > 0 && { components: Object.fromEntries(kept) }),
  };
  return new Map([
    ['openapi.yaml', root],
    ...[...files].toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ]);
}

/** Paths beyond which a folder for each resource finds one sooner than the alphabet does. */
const MOST_TOGETHER = 10;

/** The folder of a path: the first tag of its operations; none where they have no tag. */
function resourceOf(item: Json): string {
  const [tag] = Object.values(objectOf(item)).flatMap((it) => arrayOf(objectOf(it)['tags']));
  return typeof tag === 'string' ? tag.toLowerCase().replaceAll(/[^\w]+/g, '-') : '';
}

/** A file called as the part is, with letters that every file system takes. */
function fileFor(folder: string, name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/^\//, '')
      .replaceAll('/', '_')
      .replaceAll(/[^\w{}.@,=+-]/g, '-') || 'root';
  const stem = plain.slice(0, 150);
  let file = `${folder}/${stem}.yaml`;
  for (let count = 2; taken.has(file.toLowerCase()); count += 1)
    file = `${folder}/${stem}-${count}.yaml`;
  taken.add(file.toLowerCase());
  return file;
}

/** A part with its references as a file of that name has to write them. */
function withFiles(value: Json, file: string, homes: ReadonlyMap<string, string>): Json {
  const walk = (node: Json, key: string): Json => {
    if (Array.isArray(node)) return (node as readonly Json[]).map((it) => walk(it, key));
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, child]): [string, Json] => {
        if (name === '$ref' && typeof child === 'string')
          return [name, refFrom(file, child, homes)];
        if (name === 'mapping' && isObject(child)) {
          const entries = Object.entries(child).map(([word, it]): [string, Json] => [
            word,
            typeof it === 'string' ? mappedFrom(file, it, homes) : it,
          ]);
          return [name, Object.fromEntries(entries)];
        }
        return DATA.has(name) ? [name, child] : [name, walk(child, name)];
      }),
    );
  };
  return walk(value, '');
}

const DATA: ReadonlySet<string> = new Set(['example', 'default', 'const', 'enum', 'value']);

function mappedFrom(file: string, target: string, homes: ReadonlyMap<string, string>): string {
  const pointer = target.startsWith('#') ? target : append('#/components/schemas', target);
  const moved = refFrom(file, pointer, homes);
  return moved === pointer ? target : moved;
}

function refFrom(file: string, ref: string, homes: ReadonlyMap<string, string>): string {
  if (!ref.startsWith('#/')) return ref;
  const tokens = tokensOf(pointerOf(ref));
  for (let length = Math.min(tokens.length, 3); length >= 2; length -= 1) {
    const home = homes.get(append('#', ...tokens.slice(0, length)));
    if (home === undefined) continue;
    const rest = tokens.slice(length);
    const up = '../'.repeat(file.split('/').length - 1);
    const path = sameFolder(file, home) ? (home.split('/').at(-1) ?? home) : `${up}${home}`;
    return rest.length === 0 ? path : `${path}${fragmentOf(append('#', ...rest))}`;
  }
  return ref;
}

function sameFolder(left: string, right: string): boolean {
  return left.slice(0, left.lastIndexOf('/')) === right.slice(0, right.lastIndexOf('/'));
}
