import type { MediaType } from '../model/api-model.ts';
import { essenceOf, isJsonType, servedAs } from '../base/media-type.ts';
import type { Json } from '../base/json.ts';
import { describeBody } from './describe-body.ts';
import { isScalar } from './file-value.ts';
import { kindOf } from './media-kind.ts';
import { jsonText, textOf } from './plain-data.ts';
import { writeBody } from './write-body.ts';
import { writeCsv } from './write-csv.ts';
import { writeEvents } from './write-events.ts';

/** Content of an answer as it goes on the wire. */
export interface WrittenAnswer {
  readonly contentType: string;
  readonly body: string | Buffer;
}

/**
 * A value written as an answer in a media type. A string is sent as it is, but for JSON; a structure in a
 * media type that has no form for it is sent as its JSON text: that is what is there to be said.
 */
export function writeAnswer(document: Json, media: MediaType, value: Json): WrittenAnswer {
  const contentType = servedAs(media.mediaType);
  if (isJsonType(contentType)) return { contentType, body: JSON.stringify(value) };
  if (isEventStream(contentType)) return { contentType, body: writeEvents(value) };
  const kind = kindOf(contentType);
  if (kind === 'multipart') return writeAll(document, media, contentType, value);
  if (typeof value === 'string') return { contentType, body: value };
  if (kind !== 'text' && kind !== 'octets') return writeAll(document, media, contentType, value);
  if (isScalar(value)) return { contentType, body: textOf(value) ?? '' };
  const isTable = essenceOf(contentType) === 'text/csv';
  return { contentType, body: isTable ? writeCsv(value) : jsonText(value) };
}

function writeAll(document: Json, media: MediaType, mediaType: string, value: Json): WrittenAnswer {
  const { contentType, bytes, text } = writeBody(
    { ...describeBody(document, media), mediaType },
    value,
  );
  return { contentType, body: text ?? Buffer.from(bytes) };
}

/** Whether content is the events of a stream (HTML Standard, section 9.2). */
export function isEventStream(mediaType: string): boolean {
  return essenceOf(mediaType) === 'text/event-stream';
}
