import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { isJsonType, servedAs } from '../../base/media-type.ts';
import { contentBreaches } from '../../wire/content-breaches.ts';
import { describeBody } from '../../wire/describe-body.ts';
import type { WebhookRequest } from '../../wire/webhook-request.ts';
import { writeBody } from '../../wire/write-body.ts';
import { writeParameter } from '../../wire/write-parameter.ts';
import { ownContent, type OwnContent } from '../../wire/own-content.ts';

/**
 * A valid request that the API sends, to an address: with its examples, else with what its schemas allow.
 * The reason where there is none.
 */
export function writeRequest(
  api: ApiModel,
  { method, parameters, body }: Operation,
  url: URL,
): WebhookRequest | { readonly reason: string } {
  const sent = parameters.filter(({ required, examples }) => required || examples.length > 0);
  const address = new URL(url);
  const headers: Record<string, string> = {};
  for (const parameter of sent) {
    const text = writeParameter(parameter, parameterValue(api, parameter));
    if (text === undefined) continue;
    const { in: location, name } = parameter;
    if (location === 'query') address.search += `${address.search === '' ? '?' : '&'}${text}`;
    if (location === 'header' && SENDABLE.test(text)) headers[name.toLowerCase()] = text;
    if (location === 'cookie')
      headers['cookie'] = [headers['cookie'], text].filter(Boolean).join('; ');
  }
  const request = { url: address.href, method: method.toUpperCase(), headers };
  const media = body?.content.find((it) => isJsonType(it.mediaType)) ?? body?.content[0];
  if (!media) return { ...request, contentType: '', body: '' };
  const value = contentOf(api, media);
  if ('reason' in value) return value;
  if (value.file) {
    const bytes = new Uint8Array(value.file);
    return { ...request, contentType: servedAs(media.mediaType), body: '', bytes };
  }
  const written = writeBody(describeBody(api.document, media), value.value);
  const { contentType, text } = written;
  if (text !== undefined) return { ...request, contentType, body: text };
  return { ...request, contentType, body: '', bytes: new Uint8Array(written.bytes) };
}

/** What a field of a head may hold. */
const SENDABLE = /^[\t -~]*$/;

function contentOf(api: ApiModel, media: MediaType): OwnContent {
  const [shown] = media.examples;
  const isSound = shown && contentBreaches(api, media, shown.value, 'response').length === 0;
  return isSound ? { value: shown.value } : ownContent(api, media);
}

function parameterValue(api: ApiModel, { examples, schema, content, pointer }: Parameter): Json {
  if (examples[0]) return examples[0].value;
  const mediaType = content?.mediaType ?? 'text/plain';
  const made = ownContent(api, { mediaType, pointer, schema, examples: [], encoding: new Map() });
  return 'value' in made ? made.value : 'text';
}
