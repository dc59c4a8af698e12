/** A name and a value, of a header or of a query. */
export type SampleField = readonly [name: string, value: string];

/**
 * A request that somebody wrote down or recorded, and what came back if that is known. What the writer left
 * open (`{{petId}}`, `:petId`, `$PET_ID`) stands in braces.
 */
export interface RequestSample {
  /** What its writer calls it. */
  readonly name?: string | undefined;
  /** The folder that it stands in. */
  readonly group?: string | undefined;
  /** In small letters. */
  readonly method: string;
  readonly url: string;
  readonly headers: readonly SampleField[];
  readonly body?: Content | undefined;
  readonly answer?: SampleAnswer | undefined;
  /** Line of the file on which it begins. */
  readonly line: number;
}

export interface Content {
  /** Without parameters and in small letters. */
  readonly mediaType: string;
  readonly text: string;
  /** The fields of a form with parts; a file has no value. */
  readonly parts?: readonly (readonly [name: string, value: string | undefined])[];
}

export interface SampleAnswer {
  readonly status: number;
  readonly content?: Content | undefined;
}

/** The value of a header, whatever the case of its name. */
export function sampleHeader(headers: readonly SampleField[], name: string): string | undefined {
  return headers.find(([it]) => it.toLowerCase() === name)?.[1];
}

/** The media type that a Content-Type names; JSON where it names none and the text is JSON. */
export function mediaTypeOf(contentType: string | undefined, text: string): string {
  const [essence = ''] = (contentType ?? '').split(';');
  const mediaType = essence.trim().toLowerCase();
  if (/^[\w.+*-]+\/[\w.+*-]+$/.test(mediaType)) return mediaType;
  return /^\s*[[{"]/.test(text) ? 'application/json' : 'text/plain';
}

/** A name for what a writer left open, as it may stand in braces. */
export function openName(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? ['value'];
  const shouted = words.every((word) => word === word.toUpperCase());
  return words
    .map((word, index) => {
      const plain = shouted ? word.toLowerCase() : word;
      const [first = ''] = plain;
      return index === 0
        ? first.toLowerCase() + plain.slice(1)
        : first.toUpperCase() + plain.slice(1);
    })
    .join('');
}
