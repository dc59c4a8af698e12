import * as fc from 'fast-check';
import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import { destinationOfMedia } from '../../values/generate/destination.ts';
import { leastContent } from '../../wire/least-content.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { concreteType, isWritable } from '../../wire/media-kind.ts';
import { allowedValues } from './allowed-values.ts';
import { isSendableBody, isUnderstood, sendableExamples } from './sendable.ts';

/** The body of a request before it is written down. */
export interface DraftBody {
  readonly mediaType: string;
  readonly value: Json;
  /** What is sent in its place: a file, of which JSON can say nothing. */
  readonly file?: Uint8Array | undefined;
}

/** Bodies that an operation should take; undefined where it takes none, or none was found. */
export function bodyOf(api: ApiModel, operation: Operation): fc.Arbitrary<DraftBody | undefined> {
  const media = operation.body?.content ?? [];
  const [first, ...rest] = inOrder(media).flatMap((it) => bodyIn(api, it, media) ?? []);
  const body = first ? mixed(first, rest) : lastResort(api, media);
  if (!body) return fc.constant(undefined);
  return operation.body?.required ? body : fc.option(body, { freq: 10, nil: undefined });
}

/** Bodies that the description shows: those of media types that hold a value, and of others where there is none. */
export function shownBodies(api: ApiModel, { body }: Operation): readonly DraftBody[] {
  const shown = (media: readonly MediaType[]): readonly DraftBody[] =>
    media.flatMap((it) =>
      sendableExamples(api, it)
        .filter(({ value }) => isOwn(it, media, value))
        .map(({ value }) => ({ mediaType: it.mediaType, value })),
    );
  const content = body?.content ?? [];
  const isHeld = content.some(({ mediaType }) => isWritable(mediaType));
  return shown(isHeld ? inOrder(content) : content);
}

/** The media types that hold a value, JSON first. */
function inOrder(content: readonly MediaType[]): readonly MediaType[] {
  const writable = content.filter(({ mediaType }) => isWritable(mediaType));
  return [...writable.filter(isJson), ...writable.filter((it) => !isJson(it))];
}

/** Most requests are in the first media type: what others allow is seldom tested by content. */
function mixed(
  first: fc.Arbitrary<DraftBody>,
  rest: readonly fc.Arbitrary<DraftBody>[],
): fc.Arbitrary<DraftBody> {
  const others = rest.map((arbitrary) => ({ weight: 1, arbitrary }));
  return fc.oneof({ weight: 4, arbitrary: first }, ...others);
}

function isJson({ mediaType }: MediaType): boolean {
  return isJsonType(mediaType);
}

/** Whether a value of a range is sent as what no narrower key of the content describes (section 4.8.13.1). */
function isOwn(media: MediaType, content: readonly MediaType[], value: Json): boolean {
  const { mediaType } = media;
  if (!mediaType.includes('*')) return true;
  return mediaFor(content, concreteType(mediaType, value))?.mediaType === mediaType;
}

function bodyIn(
  api: ApiModel,
  media: MediaType,
  content: readonly MediaType[],
): fc.Arbitrary<DraftBody> | undefined {
  const { mediaType, schema } = media;
  const isFine = (it: Json) => isOwn(media, content, it) && isSendableBody(api, media, it);
  const generated = allowedValues(api, schema, destinationOfMedia(mediaType), isFine);
  const documented = sendableExamples(api, media)
    .filter(({ value }) => isOwn(media, content, value))
    .map(({ value }) => fc.constant(value));
  const choices = [...(generated ? [{ weight: 3, arbitrary: generated }] : []), ...documented];
  if (choices.length === 0) return undefined;
  return fc.oneof(...choices).map((value) => ({ mediaType, value }));
}

/**
 * A body where none is found of which it is defined how it is written: as most write it, or a file. A server
 * that refuses it is not blamed, since nobody can read it back for certain.
 */
function lastResort(
  api: ApiModel,
  content: readonly MediaType[],
): fc.Arbitrary<DraftBody> | undefined {
  for (const media of content) {
    const { mediaType, schema } = media;
    const shown = sendableExamples(api, media).map(({ value }) => ({ mediaType, value }));
    if (shown.length > 0) return fc.constantFrom(...shown);
    const least = leastContent(api.document, media);
    if (least && isUnderstood(api, media, least.file ?? least.value)) {
      return fc.constant({ mediaType, ...least });
    }
    const isFine = (it: Json) => isUnderstood(api, media, it);
    const values =
      allowedValues(api, schema, destinationOfMedia(mediaType), isFine) ??
      allowedValues(api, schema, 'json', isFine);
    if (values) return values.map((value) => ({ mediaType, value }));
  }
  return undefined;
}
