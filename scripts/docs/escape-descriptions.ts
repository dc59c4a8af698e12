import { isObject, type Json } from '../base/json.ts';
import { escapeMarkup } from './markdown/escape-markup.ts';

/** Values of these are data of the API, in which a description is a text like any other. */
const DATA = new Set(['const', 'default', 'enum', 'example', 'examples', 'value', 'x-codeSamples']);

/**
 * A document whose descriptions hold no markup but our folds. The renderer's own way to get rid of it takes `<key>` out
 * of code as well, where a reader needs it.
 */
export function escapeDescriptions(node: Json): Json {
  if (Array.isArray(node)) return (node as readonly Json[]).map(escapeDescriptions);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'description' && typeof value === 'string') return [key, escapeMarkup(value)];
      return [key, DATA.has(key) ? value : escapeDescriptions(value)];
    }),
  );
}
