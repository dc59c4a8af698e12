import type { ApiModel, Header, MediaType } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import { isJsonType, servedAs } from '../base/media-type.ts';
import { destinationOfMedia } from '../values/generate/destination.ts';
import { sampleValue } from '../values/generate/sample-value.ts';
import { textShapeAt } from '../values/text-shape.ts';
import { isCopied, type ResponseContent } from './example-content.ts';
import { leastContent } from './least-content.ts';
import { kindOf } from './media-kind.ts';
import { isEventStream } from './write-answer.ts';
import { writeParameter } from './write-parameter.ts';

/** Content of our own making, or why there is none. */
export type OwnContent =
  | {
      readonly value: Json;
      /** What is sent in its place: a file, of which JSON can say nothing. */
      readonly file?: Buffer | undefined;
    }
  | {
      readonly reason: string;
      /** Whether there is none at all; else none was found. */
      readonly isProven: boolean;
    };

/** What was made once for each description, by the schema's place and the media type. */
const MADE = new WeakMap<ApiModel, Map<string, OwnContent>>();

/** Content that the schema of a response allows: the same each time, or by chance where a seed is given. */
export function ownContent(api: ApiModel, media: MediaType, seed?: string): OwnContent {
  if (seed !== undefined) return makeContent(api, media, seed);
  const made = MADE.get(api) ?? new Map<string, OwnContent>();
  MADE.set(api, made);
  const key = `${media.mediaType} ${media.pointer}`;
  const known = made.get(key) ?? makeContent(api, media, undefined);
  made.set(key, known);
  return known;
}

function makeContent(api: ApiModel, media: MediaType, seed: string | undefined): OwnContent {
  const { document } = api;
  const contentType = servedAs(media.mediaType);
  const least = leastContent(document, media);
  const isFine = media.schema === undefined || least?.file !== undefined;
  if (least && (isFine || isAllowed(api, media.schema, least))) return least;
  const itemSchema = append(media.pointer, 'itemSchema');
  if (valueAt(document, itemSchema) !== undefined) {
    const stream = streamOf(valueOf(api, itemSchema, seed, 'json'));
    if (media.schema === undefined || isAllowed(api, media.schema, stream)) return stream;
  }
  if (media.schema === undefined) {
    if (isJsonType(contentType)) return { value: null };
    return { value: ['text', 'octets'].includes(kindOf(contentType)) ? 'text' : {} };
  }
  const destination = destinationOfMedia(contentType);
  const suited = valueOf(api, media.schema, seed, destination);
  // What the media type has no form for is sent in one that its reader will know.
  const isUnsuited = 'reason' in suited && destination !== 'json';
  const made = isUnsuited ? valueOf(api, media.schema, seed, 'json') : suited;
  return isStream(document, media) ? streamOf(made) : made;
}

/** Records of a stream are alike. */
const RECORDS = 3;

function streamOf(record: OwnContent): OwnContent {
  if ('reason' in record) return record;
  return { value: Array.from({ length: RECORDS }, () => record.value) };
}

function isAllowed({ schemas }: ApiModel, schema: Pointer, content: OwnContent): boolean {
  return 'value' in content && schemas.check(schema, content.value, 'response').length === 0;
}

/** Whether content is a stream of what its schema describes, and not of the items of that. */
function isStream(document: Json, media: MediaType): boolean {
  const contentType = servedAs(media.mediaType);
  const { types, only } = textShapeAt(document, media.schema);
  if (types.has('array')) return false;
  if (isEventStream(contentType)) return only !== 'string';
  return ['lines', 'sequence'].includes(kindOf(contentType));
}

function valueOf(
  { document, schemas }: ApiModel,
  schema: Pointer,
  seed: string | undefined,
  destination: ReturnType<typeof destinationOfMedia> | 'header',
): OwnContent {
  const sample = sampleValue(document, valueAt(document, schema), {
    seed,
    destination,
    direction: 'response',
    accepts: (it) => schemas.check(schema, it, 'response').length === 0,
  });
  if ('value' in sample) return sample;
  if ('notFound' in sample) return { reason: `of ${schema} ${sample.notFound}`, isProven: false };
  const reason = `no value satisfies ${sample.pointer}: ${sample.unsatisfiable}`;
  return { reason, isProven: true };
}

/** Values for the headers that an answer must have, or for all that are documented. */
export function ownHeaders(
  api: ApiModel,
  { headers }: ResponseContent,
  { isComplete = false, seed }: { readonly isComplete?: boolean; readonly seed?: string } = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headers.flatMap((header) => {
      if (!(header.required || isComplete) || !isCopied(header.name)) return [];
      const text = headerText(api, header, seed);
      return text === undefined ? [] : [[header.name.toLowerCase(), text]];
    }),
  );
}

function headerText(api: ApiModel, header: Header, seed: string | undefined): string | undefined {
  const { name, explode, schema, content } = header;
  if (schema === undefined) return 'text';
  const sample = valueOf(api, schema, seed, content ? 'json' : 'header');
  if ('reason' in sample) return undefined;
  const text = writeParameter({ ...PLAIN_HEADER, name, explode, content }, sample.value);
  if (name.toLowerCase() === 'retry-after' && isAllowedText(api, schema, SOON)) return SOON;
  // An entity tag stands in quotation marks (RFC 9110, section 8.8.3).
  const tag = `"${text}"`;
  const isBare = name.toLowerCase() === 'etag' && /^[!#-~]+$/.test(text ?? '');
  if (isBare && isAllowedText(api, schema, tag)) return tag;
  return text !== undefined && /^[\t -~]*$/.test(text) ? text : undefined;
}

/** Whether a schema takes a text, or the number that it writes. */
function isAllowedText({ schemas }: ApiModel, schema: Pointer, text: string): boolean {
  const values = [text, ...(/^\d+$/.test(text) ? [Number(text)] : [])];
  return values.some((it) => schemas.check(schema, it).length === 0);
}

/** Seconds after which to come again (RFC 9110, section 10.2.3): whoever is told 0 comes at once. */
const SOON = '1';

const PLAIN_HEADER = { in: 'header', style: 'simple', allowReserved: false } as const;
