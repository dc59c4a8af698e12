import type { ApiModel, Header, MediaType } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { isJsonType, servedAs } from '../../base/media-type.ts';
import { destinationOfMedia } from '../../values/generate/destination.ts';
import { sampleValue } from '../../values/generate/sample-value.ts';
import { isCopied, type ResponseContent } from '../../wire/example-content.ts';
import { writeParameter } from '../../wire/write-parameter.ts';

/** Content of our own making, or why there is none. */
export type OwnSample = { readonly value: Json } | { readonly reason: string };

/** What was made once for each description, by the schema's place and the media type. */
const MADE = new WeakMap<ApiModel, Map<string, OwnSample>>();

/** A value that the schema of a response allows: the same each time, or by chance where a seed is given. */
export function ownSample(api: ApiModel, media: MediaType, seed?: string): OwnSample {
  const { schema, mediaType } = media;
  if (seed !== undefined) return makeSample(api, media, seed);
  const made = MADE.get(api) ?? new Map<string, OwnSample>();
  MADE.set(api, made);
  const key = `${mediaType} ${schema ?? ''}`;
  const sample = made.get(key) ?? makeSample(api, media, undefined);
  made.set(key, sample);
  return sample;
}

function makeSample(
  api: ApiModel,
  { schema, mediaType }: MediaType,
  seed: string | undefined,
): OwnSample {
  const contentType = servedAs(mediaType);
  if (schema === undefined) return { value: isJsonType(contentType) ? null : '' };
  return sampleAt(api, schema, seed, destinationOfMedia(contentType));
}

function sampleAt(
  { document, schemas }: ApiModel,
  schema: Pointer,
  seed: string | undefined,
  destination: ReturnType<typeof destinationOfMedia> | 'header',
): OwnSample {
  const sample = sampleValue(document, valueAt(document, schema), {
    seed,
    destination,
    direction: 'response',
    accepts: (it) => schemas.check(schema, it, 'response').length === 0,
  });
  if ('value' in sample) return sample;
  if ('notFound' in sample) return { reason: `of ${schema} ${sample.notFound}` };
  return { reason: `no value satisfies ${sample.pointer}: ${sample.unsatisfiable}` };
}

/** Values for the headers that an answer must have, and for all where chance is wanted. */
export function ownHeaders(
  api: ApiModel,
  { headers }: ResponseContent,
  seed?: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headers.flatMap((header) => {
      if ((!header.required && seed === undefined) || !isCopied(header.name)) return [];
      const text = headerText(api, header, seed);
      return text === undefined ? [] : [[header.name.toLowerCase(), text]];
    }),
  );
}

function headerText(api: ApiModel, header: Header, seed: string | undefined): string | undefined {
  const { name, explode, schema, content } = header;
  if (schema === undefined) return 'text';
  const sample = sampleAt(api, schema, seed, content ? 'json' : 'header');
  if ('reason' in sample) return undefined;
  const text = writeParameter({ ...PLAIN_HEADER, name, explode, content }, sample.value);
  return text !== undefined && /^[\t -~]*$/.test(text) ? text : undefined;
}

const PLAIN_HEADER = { in: 'header', style: 'simple', allowReserved: false } as const;

/** Whether a value shows Prism's own notes: it copies them from schemas that say nothing. */
export function hasPrismNotes(value: Json | undefined): boolean {
  if (value === undefined || value === null || typeof value !== 'object') return false;
  if (isObject(value) && Object.hasOwn(value, 'x-stoplight')) return true;
  return (Object.values(value) as Json[]).some(hasPrismNotes);
}
