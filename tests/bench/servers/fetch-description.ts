import { parse } from 'yaml';
import { isObject, objectOf, type JsonObject } from '../../../scripts/base/json.ts';
import type { ListedServer } from './listed-server.ts';

/** A server's description as JSON, without the operations that no tester is shown. */
export async function fetchDescription(
  { id, description, headers = {}, left = {} }: ListedServer,
  origin: string,
): Promise<string> {
  const response = await fetch(`${origin}${description}`, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${id}: the description answers ${response.status}`);
  // A date of YAML 1.1 would become an object; of the core schema it is a text.
  const document = objectOf(parse(text, { schema: 'core', maxAliasCount: -1 }));
  if (!isObject(document['paths'])) throw new Error(`${id}: the description has no paths`);
  return JSON.stringify(withoutOperations(document, Object.keys(left)));
}

function withoutOperations(document: JsonObject, labels: readonly string[]): JsonObject {
  const paths = Object.entries(objectOf(document['paths'])).map(([path, item]) => {
    const kept = Object.entries(objectOf(item)).filter(
      ([method]) => !labels.includes(`${method.toUpperCase()} ${path}`),
    );
    return [path, Object.fromEntries(kept)] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
