import { essenceOf, isCoveredBy } from '../../base/media-type.ts';
import type { WrittenBody } from '../../wire/wire-body.ts';
import type { BodyContract, Contract, OperationContract, XmlContract } from './contract.ts';
import { ClientError } from './errors.ts';

/** What a Request takes as its body, and this runtime makes or lets through. */
export type SentBody = string | FormData | URLSearchParams | Blob | ArrayBuffer | ArrayBufferView;

export interface PreparedBody {
  readonly body: SentBody;
  /** Undefined where only the platform knows the boundary. */
  readonly contentType: string | undefined;
}

/** A body's media type, or a documented range, and what else the description says of it. */
export interface Media extends BodyContract {
  readonly mediaType: string;
  readonly table: readonly XmlContract[];
}

/**
 * Makes a request body as it is sent (OpenAPI 3.1.1, section 4.8.14); a client carries the writers of the media types
 * that its API has.
 */
export type BodyWriter = (
  contract: Contract,
  id: string,
  operation: OperationContract,
  mediaType: string,
  value: unknown,
) => Promise<PreparedBody>;

type Write = (media: Media, value: unknown) => WrittenBody | Promise<WrittenBody>;

/** Writes what is not ready, and sends what is, as it is. */
export function writingBody(write: Write): BodyWriter {
  return async ({ xml: table = [] }, id, { content, bodies = {} }, mediaType, value) => {
    if (value instanceof FormData) return { body: value, contentType: undefined };
    const contentType = isReady(value) ? typeOf(value, mediaType) : undefined;
    if (isReady(value) && contentType !== undefined) return { body: value, contentType };
    const documented =
      content.find((it) => essenceOf(it) === essenceOf(mediaType)) ??
      content.find((it) => isCoveredBy(mediaType, it));
    const said = documented === undefined ? undefined : bodies[documented];
    try {
      const octets = value instanceof Blob ? await value.arrayBuffer() : value;
      const written = await write({ ...said, mediaType, table }, octets);
      return { body: written.text ?? written.bytes, contentType: written.contentType };
    } catch (error) {
      throw unwritable(id, error);
    }
  };
}

/** A circle, a getter that throws, or a file that is gone. */
export function unwritable(id: string, error: unknown): ClientError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ClientError('body-unusable', `${id} cannot write its body: ${reason}`);
}

/** The media type of a body that is ready; undefined where a range is documented and nothing else is said. */
function typeOf(body: Exclude<SentBody, string | FormData>, mediaType: string): string | undefined {
  if (!mediaType.includes('*')) return mediaType;
  if (body instanceof URLSearchParams) return 'application/x-www-form-urlencoded';
  return body instanceof Blob && body.type !== '' ? body.type : undefined;
}

/** Whether a value is a body already, whatever its media type. */
export function isReady(body: unknown): body is Exclude<SentBody, string | FormData> {
  return (
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}
