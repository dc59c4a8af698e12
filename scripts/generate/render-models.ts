import { objectOf, stringOf, type JsonObject } from '../base/json.ts';
import { modelNamesOf } from './call-names.ts';
import { renderComment } from './comments.ts';
import { quote } from './names.ts';

/** A named schema, and the name that its type has. */
interface Model {
  readonly name: string;
  readonly schema: string;
  /** What the description says of it, with a line break at its end; empty where it says nothing. */
  readonly comment: string;
}

/** The named schemas of an API, and what their types are called. */
export function modelsOf(shapes: JsonObject): readonly Model[] {
  const schemas = objectOf(objectOf(shapes['components'])['schemas']);
  const names = modelNamesOf(Object.keys(schemas));
  return Object.entries(schemas).map(([schema, node]) => {
    const { title, description } = objectOf(node);
    const said = stringOf(description)?.trim() || stringOf(title)?.trim();
    const comment = said ? `${renderComment([said])}\n` : '';
    return { name: names.get(schema) ?? schema, schema, comment };
  });
}

/** The named schemas of an API as types of their own, each by its name. */
export function renderModels(shapes: JsonObject): string {
  const models = modelsOf(shapes).map(
    ({ name, schema, comment }) =>
      `${comment}export type ${name} = components['schemas'][${quote(schema)}];\n`,
  );
  const imported = models.length > 0 ? "import type { components } from './types.js';\n" : '';
  return `${imported}${models.join('')}export {};\n`;
}
