import type { Operation } from '../model/api-model.ts';
import type { PrintedAs } from '../model/printed-as.ts';
import { variablesOf } from '../model/path-variables.ts';
import { escapePattern } from '../base/escape-pattern.ts';
import { arrayOf, textOf, type JsonObject } from '../base/json.ts';

type Place = Pick<Operation, 'method' | 'path' | 'servers'>;

/**
 * The other spellings of an operation that its documents print (`x-documented-as`, on the operation or on its
 * path), with variables called as the operation calls them. One with a method before it is that method's; on a
 * path it is only the operation's of that method. What is spelled as the description itself is left out.
 */
export function toPrintedAs(
  operation: Place,
  node: JsonObject,
  pathItem: JsonObject,
): readonly PrintedAs[] {
  const { method, path } = operation;
  const shared = textsOf(pathItem).filter((it) => it.method === undefined || it.method === method);
  const all = [...shared, ...textsOf(node)].map((it): PrintedAs => ({
    text: it.text,
    method: it.method ?? method,
    ...toTemplate(it.path, operation),
  }));
  const seen = new Set([`${method} ${path} true`]);
  return all.filter((it) => {
    const route = `${it.method} ${it.path} ${it.isServed}`;
    return seen.has(route) ? false : seen.add(route);
  });
}

interface Printed {
  readonly text: string;
  readonly method: string | undefined;
  readonly path: string;
}

function textsOf({ 'x-documented-as': printed }: JsonObject): readonly Printed[] {
  const texts = typeof printed === 'string' ? [printed] : arrayOf(printed).map(textOf);
  return texts.map((text) => {
    const [, method, path = ''] = /^(?:([A-Z]+)\s+)?([^?#]*)/.exec(text) ?? [];
    return { text, method: method?.toLowerCase(), path: path.trim() };
  });
}

/** The path below the operation's server, and whether a request can follow it. */
function toTemplate(printed: string, operation: Place): Pick<PrintedAs, 'path' | 'isServed'> {
  const own = variablesOf(operation.path);
  const { local, isHere } = belowServer(printed, operation);
  const readings = [SEGMENTS, ANYWHERE].map((variable) => partsOf(local, variable));
  const fitting = readings.find(({ names }) => names.length === own.length);
  const { names, literals } = fitting ?? partsOf(local, SEGMENTS);
  const isCalledSo = !fitting || own.every((name) => names.includes(name));
  const called = isCalledSo ? names : own;
  return {
    path: literals.reduce((path, literal, at) => `${path}{${called[at - 1]}}${literal}`),
    isServed: fitting !== undefined && isHere && local.startsWith('/'),
  };
}

/** `{id}`, `[id]` and `<id>`, and `:id` where a segment begins. */
const SEGMENTS = /\{([^{}]+)\}|\[([^[\]]+)\]|<([^<>]+)>|(?<=\/):(\w+)/g;
/** The same, and `:id` within a segment, whose colon stays where it is. */
const ANYWHERE = new RegExp(String.raw`${SEGMENTS.source}|(?<=[^/]:)(\w+)`, 'g');

interface Parts {
  readonly names: readonly string[];
  /** One more than there are names. */
  readonly literals: readonly string[];
}

function partsOf(path: string, variable: RegExp): Parts {
  const names: string[] = [];
  const literals: string[] = [];
  let end = 0;
  for (const match of path.matchAll(variable)) {
    names.push(match.slice(1).find((it) => it !== undefined) ?? '');
    literals.push(path.slice(end, match.index));
    end = match.index + match[0].length;
  }
  return { names, literals: [...literals, path.slice(end)] };
}

/** Documents print paths with the address or the base path of their server before them, or without. */
function belowServer(
  printed: string,
  { path, servers }: Place,
): { readonly local: string; readonly isHere: boolean } {
  const [, host, local = ''] = ADDRESS.exec(printed) ?? [];
  const at = servers.filter(({ url }) => host === undefined || isHost(host, url));
  const isHere = at.length > 0;
  if (local === path) return { local, isHere };
  const base = at.map((it) => it.basePath).find((it) => it !== '' && local.startsWith(`${it}/`));
  return { local: local.slice(base?.length ?? 0), isHere };
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/([^/]+))?(.*)$/is;

/** Whether a printed host, with variables or not, is that of a server. */
function isHost(printed: string, url: string): boolean {
  const [host = ''] = url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '').split('/', 1);
  const literals = printed.split(SEGMENTS_OF_HOST).map((it) => escapePattern(it));
  return new RegExp(`^${literals.join('[^/]+')}$`, 'i').test(host);
}

const SEGMENTS_OF_HOST = /\{[^{}]+\}|\[[^[\]]+\]|<[^<>]+>/;
