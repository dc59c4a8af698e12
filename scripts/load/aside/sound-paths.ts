import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { OBJECT_FIELDS } from './object-fields.ts';
import { nameAt, type Survey } from './survey.ts';
import { withSoundMembers } from './with-sound-members.ts';

/**
 * The paths and webhooks of a description such that no two operations share a name or an address, and
 * the parameters of a path are those that its template names (OpenAPI 3.1.1, section 4.8.8).
 */
export function soundPaths(document: JsonObject, survey: Survey): JsonObject {
  return withSoundMembers(document, (section, items) => {
    if ((section !== 'paths' && section !== 'webhooks') || !isObject(items)) return items;
    return withSoundMembers(items, (path, item) => {
      if (!isObject(item) || (section === 'paths' && !path.startsWith('/'))) return item;
      const at = append('#', section, path);
      const template = section === 'paths' ? path : undefined;
      const named = withOwnParameters(item, { at, template }, survey);
      return withSoundMembers(named, (method, operation) =>
        isOperation(method) && isObject(operation) && typeof operation['$ref'] !== 'string'
          ? soundOperation({ method, operation, item: named, template }, append(at, method), survey)
          : operation,
      );
    });
  });
}

function isOperation(key: string): boolean {
  return OBJECT_FIELDS.path?.[key]?.kind === 'operation';
}

interface Placed {
  readonly method: string;
  readonly operation: JsonObject;
  readonly item: JsonObject;
  /** Undefined for a webhook, which has no address of its own. */
  readonly template: string | undefined;
}

function soundOperation(
  { method, operation, item, template }: Placed,
  at: Pointer,
  survey: Survey,
): JsonObject | undefined {
  if (template !== undefined) {
    const address = `${method} ${template.replaceAll(/\{[^}]*\}/g, '{}')}`;
    const owner = survey.claim(address, at);
    if (owner !== at) {
      survey.leave(at, 'operation', `it has the address of ${nameAt(owner)}`);
      return undefined;
    }
  }
  const named = withOwnId(operation, at, survey);
  if (template === undefined) return named;
  const own = withOwnParameters(named, { at, template }, survey);
  const declared = [...pathNames(item, survey), ...pathNames(own, survey)];
  const missing = namesIn(template).filter((name) => !declared.includes(name));
  if (missing.length === 0) return own;
  const described = arrayOf(own['parameters']);
  for (const [index, name] of missing.entries()) {
    const why = 'the path names it and nothing describes it, so any text is taken';
    survey.leave(
      append(at, 'parameters', described.length + index),
      'parameter',
      why,
      `"${name}" of ${nameAt(at)}`,
    );
  }
  const added = missing.map((name) => ({ name, in: 'path', required: true, schema: ANY_TEXT }));
  return { ...own, parameters: [...described, ...added] };
}

const ANY_TEXT = { type: 'string', minLength: 1 } as const;

/** Two operations of one name would be one method of a client. */
function withOwnId(operation: JsonObject, at: Pointer, survey: Survey): JsonObject {
  return withSoundMembers(operation, (key, id) => {
    if (key !== 'operationId') return id;
    const owner = typeof id === 'string' && id !== '' ? survey.claim(`id ${id}`, at) : undefined;
    if (owner === at) return id;
    const why =
      owner === undefined ? 'it is empty' : `${nameAt(owner)} has the operationId already`;
    survey.leave(
      append(at, key),
      'operationId',
      why,
      typeof id === 'string' ? `"${id}" of ${nameAt(at)}` : undefined,
    );
    return undefined;
  });
}

/** Without the path parameters that stand in no path. */
function withOwnParameters(
  node: JsonObject,
  { at, template }: { readonly at: Pointer; readonly template: string | undefined },
  survey: Survey,
): JsonObject {
  const list = node['parameters'];
  if (template === undefined || !Array.isArray(list)) return node;
  const names = namesIn(template);
  const seen = new Set<string>();
  const kept = (list as readonly Json[]).map((item, index) => {
    const place = append(at, 'parameters', index);
    if (survey.isTakenOut(place)) return null;
    const { name, in: location } = contentOf(item, survey);
    if (typeof name !== 'string' || typeof location !== 'string') return item;
    const isExtra = location === 'path' && !names.includes(name);
    const isRepeated = seen.has(`${location} ${name}`);
    seen.add(`${location} ${name}`);
    if (!isExtra && !isRepeated) return item;
    survey.leave(
      place,
      'parameter',
      isExtra ? 'the path does not name it' : 'it is given twice',
      `"${name}" of ${nameAt(at)}`,
    );
    survey.takeOut(place);
    return null;
  });
  return kept.every((item, index) => item === list[index]) ? node : { ...node, parameters: kept };
}

function namesIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name))];
}

function pathNames(node: JsonObject, survey: Survey): readonly string[] {
  return arrayOf(node['parameters']).flatMap((item) => {
    const { name, in: location } = contentOf(item, survey);
    return location === 'path' && typeof name === 'string' ? [name] : [];
  });
}

/** A Parameter Object behind its references, which were found to lead to one. */
function contentOf(item: Json, { resolver }: Survey): JsonObject {
  let node = objectOf(item);
  for (let left = MOST_HOPS; typeof node['$ref'] === 'string' && left > 0; left -= 1) {
    node = objectOf(resolver.follow(node['$ref'])?.node);
  }
  return node;
}

const MOST_HOPS = 100;
