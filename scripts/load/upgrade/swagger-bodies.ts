import { essenceOf } from '../../base/media-type.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { objectOf, textOf } from '../../base/json.ts';
import type { SwaggerTypes, Swagger } from './swagger.ts';
import { isWritten, memberEntry, queryStyle, toValueSchema } from './swagger-parameters.ts';
import type { Origins } from './origins.ts';

/** The body that a parameter in `body`, or those in `formData`, describe; undefined where there are none. */
export function toRequestBody(
  [first, ...others]: readonly JsonObject[],
  { consumes }: SwaggerTypes,
  { origins }: Swagger,
): JsonObject | undefined {
  if (!first) return undefined;
  if (first['in'] === 'body') return toWholeBody(first, consumes, origins);
  const fields = [first, ...others];
  const isRequired = fields.some(({ required }) => required === true);
  const media = toForm(fields, origins);
  const content = formTypes(fields, consumes).map((type): [string, Json] => [type, media]);
  return { ...(isRequired && { required: true }), content: Object.fromEntries(content) };
}

function toWholeBody(body: JsonObject, consumes: readonly string[], origins: Origins): JsonObject {
  const types = consumes.length > 0 ? consumes : ['application/json'];
  const media = Object.fromEntries(memberEntry(body, 'schema'));
  const content = Object.fromEntries(types.map((type) => [type, media]));
  const extensions = Object.entries(body).filter(([key]) => key.startsWith('x-'));
  return origins.note(
    body,
    Object.fromEntries([
      ...memberEntry(body, 'description'),
      ...memberEntry(body, 'required'),
      ['content', content],
      ...extensions,
    ]),
  );
}

const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

/** A file asks for multipart (Swagger 2.0, Parameter Object: type). */
function formTypes(fields: readonly JsonObject[], consumes: readonly string[]): string[] {
  const [multipart, encoded] = FORMS;
  const hasFile = fields.some(({ type }) => type === 'file');
  const named = consumes.filter((type) => FORMS.some((form) => form === essenceOf(type)));
  const able = hasFile ? named.filter((type) => essenceOf(type) === multipart) : named;
  return able.length > 0 ? able : [hasFile ? multipart : encoded];
}

function toForm(fields: readonly JsonObject[], origins: Origins): JsonObject {
  const required = fields.filter((it) => it['required'] === true).map(({ name }) => textOf(name));
  const properties = fields.map((field): [string, Json] => [
    textOf(field['name']),
    toProperty(field, origins),
  ]);
  const encoding = fields
    .map((field): [string, JsonObject] => [textOf(field['name']), queryStyle(field)])
    .filter(([, style]) => Object.keys(style).length > 0);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
    },
    ...(encoding.length > 0 && { encoding: Object.fromEntries(encoding) }),
  };
}

function toProperty(field: JsonObject, origins: Origins): JsonObject {
  const schema = isWritten(field) ? toValueSchema(field, origins) : { type: 'string' };
  const beside = Object.entries(field).filter(
    ([key]) => key === 'description' || (key.startsWith('x-') && key !== 'x-nullable'),
  );
  return origins.note(field, Object.fromEntries([...Object.entries(objectOf(schema)), ...beside]));
}
