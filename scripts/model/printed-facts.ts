import type { ApiModel, Operation } from './api-model.ts';
import { nodesOf, type DescriptionNode } from './description-nodes.ts';
import type { PrintedFact } from './evidence.ts';
import { arrayOf, isObject, stringOf, textOf, type Json } from '../base/json.ts';
import { append, parentOf, pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';

/** Where the description says what the source prints, or undefined where it does not. */
export function findPrinted(fact: PrintedFact, api: ApiModel): Pointer | undefined {
  const { kind, text, owner } = fact;
  switch (kind) {
    case 'operations':
      return findOperation(text, api);
    case 'authentication':
      return firstOf([...api.securitySchemes.values()], ({ pointer }) =>
        findValue(api.document, pointer, text),
      );
    case 'limits':
      return findLimit(text, owner, api);
    case 'errors':
      return findError(text, api);
    case 'fields':
      return owner === undefined ? undefined : findField(text, owner, api);
    case 'lifecycle':
    case 'general':
      return undefined;
  }
}

/** `POST /pets`, `/pets` or `POST https://pets.example/pets`, with variables called as the source likes. */
function findOperation(text: string, { document, operations }: ApiModel): Pointer | undefined {
  const [, method, printed = ''] = /^(?:([A-Z]+) )?(.+)$/.exec(text) ?? [];
  const wanted = withoutNames(printed);
  const found = operations.find(
    (operation) =>
      (method === undefined || method.toLowerCase() === operation.method) &&
      spellingsOf(operation, document).some((path) => withoutNames(path) === wanted),
  );
  return found?.pointer;
}

function spellingsOf({ path, pointer, servers }: Operation, document: Json): string[] {
  const printed = [pointer, parentOf(pointer)].flatMap((at) => {
    const value = valueAt(document, append(at, 'x-documented-as'));
    const texts = typeof value === 'string' ? [value] : arrayOf(value).map(textOf);
    return texts.map((it) => it.replace(/^[A-Z]+\s+/, ''));
  });
  const starts = ['', ...servers.flatMap(({ url, basePath }) => [url, basePath])];
  return [path, ...printed].flatMap((spelling) => starts.map((start) => `${start}${spelling}`));
}

/** `/pets/{petId}`, `/pets/:id` and `/pets/[id]` are one path. */
function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}|\[[^\]]*\]|(?<=\/):\w+/g, '{}');
}

/** A figure or a word of a policy, or of a bound or default of a schema; the owner narrows it down. */
function findLimit(text: string, owner: string | undefined, api: ApiModel): Pointer | undefined {
  const { document } = api;
  const start = owner === undefined ? '#' : findOwner(owner, api);
  if (start === undefined) return undefined;
  if (start.startsWith(QUOTAS)) return findValue(document, start, text);
  return firstOf(nodesFrom(document, start), ({ pointer, isSchema }) =>
    firstOf(isSchema ? BOUNDS : POLICIES, (key) => findValue(document, append(pointer, key), text)),
  );
}

const QUOTAS = '#/x-rate-limits/quotas';
const NAMED: readonly Pointer[] = ['#/components/schemas', QUOTAS];

const BOUNDS = ['maximum', 'maxItems', 'maxLength', 'maxProperties', 'minimum', 'default'] as const;

const POLICIES = [
  'x-rate-limits',
  'x-limits',
  'x-session',
  'x-pagination',
  'x-idempotency',
] as const;

/** A status of an error, or a code that stands in the example of one. */
function findError(text: string, { operations, webhooks }: ApiModel): Pointer | undefined {
  const responses = [...operations, ...webhooks].flatMap((it) => it.responses);
  const errors = responses.filter(({ status }) => /^[45]/.test(status));
  const examples = errors.flatMap(({ content }) => content.flatMap((it) => it.examples));
  return (
    errors.find(({ status }) => status === text)?.pointer ??
    examples.find(({ value }) => leavesOf(value).includes(text))?.pointer
  );
}

/** A property, parameter or header of that name which the owner has, or a value that one of them lists. */
function findField(name: string, owner: string, api: ApiModel): Pointer | undefined {
  const start = findOwner(owner, api);
  if (start === undefined) return undefined;
  // Those of the path stand beside the operation.
  const parameter = calledOperation(owner, api)?.parameters.find((it) => it.name === name);
  if (parameter) return append(parameter.pointer, 'name');
  return firstOf(nodesFrom(api.document, start), ({ node, pointer }) => {
    const map = ['properties', 'headers'].find((key) => {
      const names = node[key];
      return isObject(names) && Object.hasOwn(names, name);
    });
    if (map !== undefined) return append(pointer, map, name);
    return [...arrayOf(node['enum']), node['const']].includes(name) ? pointer : undefined;
  });
}

/** The schema, the category of a quota, the operation or the webhook that a printed fact names. */
export function findOwner(owner: string, api: ApiModel): Pointer | undefined {
  const places = NAMED.map((parent) => append(parent, owner));
  return (
    places.find((pointer) => valueAt(api.document, pointer) !== undefined) ??
    calledOperation(owner, api)?.pointer
  );
}

function calledOperation(owner: string, { operations, webhooks }: ApiModel): Operation | undefined {
  return [...operations, ...webhooks].find(({ id }) => id === owner);
}

/** The nodes of a part of the description, and of all that it refers to, each part once. */
function* nodesFrom(
  document: Json,
  start: Pointer,
  seen = new Set<Pointer>(),
): Generator<DescriptionNode> {
  if (seen.has(start)) return;
  seen.add(start);
  const role = start.startsWith('#/components/schemas/') ? 'schema' : 'object';
  const targets: Pointer[] = [];
  for (const found of nodesOf(valueAt(document, start) ?? null, start, role)) {
    yield found;
    const ref = stringOf(found.node['$ref']);
    if (ref?.startsWith('#')) targets.push(pointerOf(ref));
  }
  for (const target of targets) yield* nodesFrom(document, target, seen);
}

/** The place of a scalar of this text in a part of the description; case is of no matter. */
function findValue(document: Json, part: Pointer, text: string): Pointer | undefined {
  const value = valueAt(document, part);
  if (isObject(value)) {
    const keys = Object.keys(value).filter((key) => key !== 'x-evidence');
    return firstOf(keys, (key) => findValue(document, append(part, key), text));
  }
  return value !== undefined && textOf(value).toLowerCase() === text.toLowerCase()
    ? part
    : undefined;
}

function firstOf<Item, Found>(
  items: Iterable<Item>,
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function leavesOf(value: Json): string[] {
  if (isObject(value)) return Object.values(value).flatMap(leavesOf);
  return Array.isArray(value) ? (value as readonly Json[]).flatMap(leavesOf) : [textOf(value)];
}
