import type { ApiModel, DocumentedResponse, Header, MediaType } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { headerExample } from '../model/header-example.ts';
import { writeAnswer, type WrittenAnswer } from './write-answer.ts';
import { writeParameter } from './write-parameter.ts';

/** What is known of a response wherever it is documented. */
export type ResponseContent = Pick<DocumentedResponse, 'headers' | 'content'>;

/** Fields that Node writes itself, or that a body we serialised makes untrue. */
const NOT_COPIED: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export function isCopied(name: string): boolean {
  return !NOT_COPIED.has(name.toLowerCase());
}

const SHOWN = new WeakMap<readonly Header[], Readonly<Record<string, string>>>();

/** Documented headers with the values that examples give them, if HTTP can carry these; lower-case names. */
export function exampleHeaders(
  { document }: ApiModel,
  { headers }: ResponseContent,
): Readonly<Record<string, string>> {
  const known = SHOWN.get(headers);
  if (known) return known;
  const shown = Object.fromEntries(
    headers.flatMap((header) => {
      const value = isCopied(header.name) ? headerExample(document, header) : undefined;
      const text = value === undefined ? undefined : headerText(header, value);
      return text === undefined || /[^\t -~]/.test(text) ? [] : [[header.name.toLowerCase(), text]];
    }),
  );
  SHOWN.set(headers, shown);
  return shown;
}

/** A string is how the header reads on the wire already; all else is written by its style. */
function headerText({ name, explode, content }: Header, value: Json): string | undefined {
  if (typeof value === 'string' && !content) return value;
  const parameter = { name, in: 'header', style: 'simple', explode, content } as const;
  return writeParameter(parameter, value);
}

export interface SerialisedContent extends WrittenAnswer {
  readonly mediaType: MediaType;
  readonly example: Json;
}

const SERIALISED = new WeakMap<MediaType, Map<string | undefined, SerialisedContent>>();

/** Content that can be sent as it stands: the media type's named example, or its first. */
export function serialiseExample(
  document: Json,
  mediaType: MediaType,
  name?: string,
): SerialisedContent | undefined {
  const known = SERIALISED.get(mediaType)?.get(name);
  if (known) return known;
  const example = mediaType.examples.find((it) => name === undefined || it.name === name);
  if (!example) return undefined;
  const { value } = example;
  const serialised = { mediaType, example: value, ...writeAnswer(document, mediaType, value) };
  const ofMedia = SERIALISED.get(mediaType) ?? new Map<string | undefined, SerialisedContent>();
  SERIALISED.set(mediaType, ofMedia.set(name, serialised));
  return serialised;
}
