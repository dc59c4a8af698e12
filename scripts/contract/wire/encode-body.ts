import { essenceOf, isJsonType } from '../../base/media-type.ts';
import { arrayOf, isObject, textOf, type Json } from '../../base/json.ts';

/** The content of a request, and the Content-Type that it is sent as. */
export interface WrittenBody {
  readonly contentType: string;
  readonly text: string;
}

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
/** Stands in no value that is generated: the values of a draft are checked for it. */
const BOUNDARY = 'kiln-boundary-7MA4YWxkTrZu0gW';

/** Whether a value can be written down as a media type: JSON, a form, its parts, or text. */
export function isWritable(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return isJsonType(essence) || essence.startsWith('text/') || [FORM, MULTIPART].includes(essence);
}

/**
 * Writes a value down: as JSON text, as the fields of a form (URL Standard, section 5.2), as parts of
 * a multipart form (RFC 7578), or as it is. An array gives a form one field for each of its items.
 */
export function writeBody(mediaType: string, value: Json): WrittenBody {
  switch (essenceOf(mediaType)) {
    case FORM: {
      const pairs = fieldsOf(value).map(([name, it]) => `${encode(name)}=${encode(it)}`);
      return { contentType: mediaType, text: pairs.join('&') };
    }
    case MULTIPART: {
      const parts = fieldsOf(value).map(
        ([name, it]) =>
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quote(name)}"\r\n\r\n${it}\r\n`,
      );
      const text = `${parts.join('')}--${BOUNDARY}--\r\n`;
      return { contentType: `${MULTIPART}; boundary=${BOUNDARY}`, text };
    }
    default:
      return {
        contentType: mediaType,
        text: isJsonType(mediaType) ? JSON.stringify(value) : textOf(value),
      };
  }
}

function fieldsOf(value: Json): (readonly [name: string, text: string])[] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, it]) =>
    (Array.isArray(it) ? arrayOf(it) : [it]).map((item) => [name, textOf(item)] as const),
  );
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
}

/** Names of parts escape what would end them (HTML, multipart form data encoding). */
function quote(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
