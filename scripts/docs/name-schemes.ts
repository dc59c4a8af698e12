import type { ApiModel } from '../model/api-model.ts';
import { arrayOf, isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { joinParagraphs } from './paragraphs.ts';
import { schemeTitles } from './scheme-titles.ts';

/**
 * The document with security schemes under their titles, which the renderer prints with each operation: a reader wants
 * `Bearer token`, not `bearerAuth`. What a scheme is called in the client and in files of credentials, it says itself.
 */
export function nameSchemes(document: JsonObject, api: ApiModel): JsonObject {
  const titles = schemeTitles(api);
  if (titles.size === 0) return document;
  let named: Json = mapKeys(document, '#/components/securitySchemes', (id, scheme) => {
    const description = joinParagraphs(
      stringOf(objectOf(scheme)['description']),
      `Called \`${id}\` in the description, in the client and in files of credentials.`,
    );
    return [titles.get(id) ?? id, { ...objectOf(scheme), description }];
  });
  if (isObject(named)) named = nameRequirements(named, titles);
  for (const { pointer } of operationsOf(api)) {
    const node = objectOf(valueAt(named, pointer));
    if (node['security'] !== undefined) {
      named = withValueAt(named, pointer, nameRequirements(node, titles));
    }
  }
  return objectOf(named);
}

function operationsOf({ operations, webhooks }: ApiModel): { readonly pointer: Pointer }[] {
  const called = operations.flatMap(({ callbacks }) => callbacks.map(({ operation }) => operation));
  return [...operations, ...webhooks, ...called];
}

/** A node whose `security` names the schemes by their titles. */
function nameRequirements(node: JsonObject, titles: ReadonlyMap<string, string>): JsonObject {
  const { security } = node;
  if (security === undefined) return node;
  const named = arrayOf(security).map((requirement) =>
    Object.fromEntries(
      Object.entries(objectOf(requirement)).map(([id, scopes]) => [titles.get(id) ?? id, scopes]),
    ),
  );
  return { ...node, security: named };
}

function mapKeys(
  document: JsonObject,
  at: Pointer,
  change: (key: string, value: Json) => [string, Json],
): Json {
  const entries = Object.entries(objectOf(valueAt(document, at)));
  return withValueAt(document, at, Object.fromEntries(entries.map(([key, it]) => change(key, it))));
}
