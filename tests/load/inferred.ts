import type { Operation } from '../../scripts/model/api-model.ts';
import { loadText } from '../mock/pets.ts';

export const PET =
  '{type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}}}';
export const json = (schema: string) =>
  `{description: x, content: {application/json: {schema: ${schema}}}}`;
export const body = (schema: string) =>
  `requestBody: {content: {application/json: {schema: ${schema}}}}`;
export const path = (...names: readonly string[]) =>
  `parameters: [${names.map((it) => `{name: ${it}, in: path, required: true, schema: {type: string}}`).join(', ')}]`;

export const POST = `post: {${body(PET)}, responses: {'201': ${json(PET)}}}`;
export const GET = `get: {responses: {'200': ${json(PET)}}}`;

/** What the operations of some paths are taken for, by method and path. */
export async function inferred(paths: Readonly<Record<string, string>>, more = '') {
  const text = [
    'openapi: 3.1.0',
    "info: {title: Pets, version: '1'}",
    'paths:',
    ...Object.entries(paths).map(([name, it]) => `  ${name}: {${it}}`),
    more,
  ].join('\n');
  const { operations } = await loadText(text);
  return Object.fromEntries(
    operations.flatMap((it) =>
      it.inferredResource ? [[`${it.method} ${it.path}`, partsOf(it)] as const] : [],
    ),
  );
}

/** All that is said of a kind of thing, but for what every one has. */
function partsOf({ inferredResource }: Operation): unknown {
  const { inferred: _inferred, ...others } = inferredResource ?? {};
  return others;
}
