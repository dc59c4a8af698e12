import { objectOf, stringOf, type JsonObject } from '../base/json.ts';
import { modelNamesOf } from './call-names.ts';
import { renderComment } from './comments.ts';
import { quote } from './names.ts';

/** The named schemas of an API as types of their own, each by its name. */
export function renderModels(shapes: JsonObject): string {
  const schemas = objectOf(objectOf(shapes['components'])['schemas']);
  const names = modelNamesOf(Object.keys(schemas));
  const models = Object.entries(schemas).map(([schema, node]) => {
    const { title, description } = objectOf(node);
    const said = stringOf(description)?.trim() || stringOf(title)?.trim();
    const comment = said ? `${renderComment([said])}\n` : '';
    return `${comment}export type ${names.get(schema)} = components['schemas'][${quote(schema)}];\n`;
  });
  const imported = models.length > 0 ? "import type { components } from './types.js';\n" : '';
  return `${imported}${models.join('')}export {};\n`;
}
