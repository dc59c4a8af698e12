import { parse } from 'yaml';
import type { MediaType } from '../../scripts/model/api-model.ts';
import type { JsonObject } from '../../scripts/base/json.ts';
import { loadText } from '../mock/pets.ts';

export interface Described {
  readonly document: JsonObject;
  readonly media: MediaType;
}

/** A Media Type Object in YAML, as the description of an API has it; `components` beside it. */
export async function describeMedia(
  mediaType: string,
  media: string,
  components = '{}',
): Promise<Described> {
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.1',
      info: { title: 'Wire', version: '1' },
      paths: {
        '/': {
          post: {
            operationId: 'send',
            requestBody: { content: { [mediaType]: parse(media) as unknown } },
            responses: { 204: { description: 'Taken' } },
          },
        },
      },
      components: parse(components) as unknown,
    }),
  );
  const [found] = api.operations[0]?.body?.content ?? [];
  if (!found) throw new Error('the description has no body');
  return { document: api.document, media: found };
}
