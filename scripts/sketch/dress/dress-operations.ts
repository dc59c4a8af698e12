import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { METHODS } from '../../model/api-model.ts';
import { VERBS } from '../../model/operation-verbs.ts';
import { nameCall, pascal, sentenceOf } from '../infer/call-names.ts';
import { dressResponses } from './dress-responses.ts';

/** Every operation with a name that says what it does, words, a word on who may call it, and its refusals. */
export function dressOperations(document: JsonObject): JsonObject {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  const security = document['security'];
  const dressAll = (items: Json | undefined, isWebhook: boolean): JsonObject =>
    Object.fromEntries(
      Object.entries(objectOf(items)).map(([path, item]) => {
        const entries = Object.entries(objectOf(item)).map(
          ([method, operation]): [string, Json] => {
            if (!isMethod(method) || !isObject(operation)) return [method, operation];
            const id = idOf(operation, { method, path, isWebhook }, taken);
            if (typeof operation['operationId'] === 'string')
              renamed.set(operation['operationId'], id);
            return [method, dressOperation(operation, { id, method, path, security, isWebhook })];
          },
        );
        return [path, Object.fromEntries(entries)];
      }),
    );
  const paths = dressAll(document['paths'], false);
  const webhooks =
    document['webhooks'] === undefined ? undefined : dressAll(document['webhooks'], true);
  const { security: _root, ...rest } = document;
  const dressed = { ...rest, paths, ...(webhooks && { webhooks }) };
  return dressResponses(withLinks(dressed, renamed));
}

const METHOD_NAMES: ReadonlySet<string> = new Set([...METHODS, 'query']);

function isMethod(key: string): boolean {
  return METHOD_NAMES.has(key);
}

interface Place {
  readonly method: string;
  readonly path: string;
  readonly isWebhook: boolean;
}

/** The name that the source gives, where it begins with a verb that fits; else one that does. */
function idOf(
  operation: JsonObject,
  { method, path, isWebhook }: Place,
  taken: Set<string>,
): string {
  const given = stringOf(operation['operationId']);
  const made = isWebhook ? `receive${pascal(path)}` : nameCall(method, path).operationId;
  const camel = given === undefined ? made : camelOf(given);
  const verb = /^[a-z]+/.exec(camel)?.[0] ?? '';
  const verbs = Object.hasOwn(VERBS, method) ? VERBS[method] : undefined;
  const fits = isWebhook || verbs === undefined || verbs.includes(verb);
  const first = /^(get|head|options|trace)$/.test(method)
    ? 'get'
    : method === 'post'
      ? 'run'
      : method === 'delete'
        ? 'delete'
        : 'update';
  const wanted = /^[a-z][a-zA-Z0-9]*$/.test(camel)
    ? fits
      ? camel
      : `${first}${pascal(camel)}`
    : made;
  let id = wanted;
  for (let count = 2; taken.has(id.toLowerCase()); count += 1) id = `${wanted}${count}`;
  taken.add(id.toLowerCase());
  return id;
}

function camelOf(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map(
      (word, index) =>
        (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('');
}

function dressOperation(
  operation: JsonObject,
  {
    id,
    method,
    path,
    security,
    isWebhook,
  }: Place & { readonly id: string; readonly security: Json | undefined },
): JsonObject {
  const { tags, summary, description, operationId: _given, ...rest } = operation;
  const own = operation['security'] ?? (isWebhook ? [] : (security ?? []));
  const words = stringOf(description)?.trim() ?? '';
  const title = stringOf(summary)?.trim() || sentenceOf(id);
  const told = arrayOf(tags).map(textOf);
  return {
    operationId: id,
    tags: told.length > 0 ? told : [isWebhook ? 'Webhooks' : nameCall(method, path).tag],
    summary: title,
    description:
      words.length >= 20
        ? words
        : [words, `${title.replace(/\.$/, '')}: \`${method.toUpperCase()} ${path}\`.`]
            .join(' ')
            .trim(),
    ...rest,
    security: own,
  };
}

/** Links name operations, too. */
function withLinks(node: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, child]): [string, Json] => {
      if (key !== 'links' || !isObject(child))
        return [key, key === 'example' || key === 'examples' ? child : walk(child)];
      const links = Object.entries(child).map(([name, link]): [string, Json] => {
        const id = stringOf(objectOf(link)['operationId']);
        return [
          name,
          id === undefined || !isObject(link)
            ? link
            : { ...link, operationId: renamed.get(id) ?? id },
        ];
      });
      return [key, Object.fromEntries(links)];
    });
    return Object.fromEntries(entries);
  };
  return walk(node) as JsonObject;
}
