import { essenceOf, isCoveredBy } from '../../base/media-type.ts';
import { concreteType, kindOf } from '../../wire/media-kind.ts';
import type { WireBody, WireFile } from '../../wire/wire-body.ts';
import { writeBody } from '../../wire/write-body.ts';
import type { Contract, OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { linkXml } from './link-xml.ts';

/** What a Request takes as its body, and this runtime makes or lets through. */
export type SentBody = string | FormData | URLSearchParams | Blob | ArrayBuffer | ArrayBufferView;

export interface PreparedBody {
  readonly body: SentBody;
  /** Undefined where only the platform knows the boundary. */
  readonly contentType: string | undefined;
}

/**
 * Writes a request body in its media type, which may be a documented range (OpenAPI 3.1.1, section
 * 4.8.14). What is ready to be sent is sent as it is.
 */
export async function prepareBody(
  { xml = [] }: Contract,
  id: string,
  operation: OperationContract,
  mediaType: string,
  value: unknown,
): Promise<PreparedBody> {
  if (value instanceof FormData) return { body: value, contentType: undefined };
  if (isReady(value)) {
    const own = value instanceof Blob && value.type !== '' ? value.type : undefined;
    return { body: value, contentType: concreteType(mediaType, '', own) };
  }
  const { fields = {}, xml: root } = bodyOf(operation, mediaType);
  const links = linkXml(xml);
  const body: WireBody = {
    mediaType,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { xml: at, ...field }]) => [
        name,
        { ...field, ...(at !== undefined && { xml: links[at] ?? {} }) },
      ]),
    ),
    ...(root !== undefined && { xml: links[root] ?? {} }),
  };
  const isForm = ['form', 'multipart'].includes(kindOf(concreteType(mediaType, value)));
  try {
    const { bytes, text, contentType } = writeBody(body, isForm ? await readFiles(value) : value);
    return { body: text ?? bytes, contentType };
  } catch (error) {
    // A circle, or a getter that throws.
    const reason = error instanceof Error ? error.message : String(error);
    throw new ClientError('body-unusable', `${id} cannot write its body: ${reason}`);
  }
}

/** What the description says of a body in this media type. */
function bodyOf({ content, bodies = {} }: OperationContract, mediaType: string) {
  const documented =
    content.find((it) => essenceOf(it) === essenceOf(mediaType)) ??
    content.find((it) => isCoveredBy(mediaType, it));
  return (documented === undefined ? undefined : bodies[documented]) ?? {};
}

function isReady(body: unknown): body is Exclude<SentBody, string | FormData> {
  return (
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}

/** A form with the octets of its files, which a Blob gives only when asked. */
async function readFiles(form: unknown): Promise<unknown> {
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return form;
  const entries = Object.entries(form).map(async ([name, value]: [string, unknown]) => {
    const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    return [name, await (items ? Promise.all(items.map(readFile)) : readFile(value))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function readFile(value: unknown): Promise<unknown> {
  if (!(value instanceof Blob)) return value;
  const file: WireFile = {
    bytes: new Uint8Array(await value.arrayBuffer()),
    name: value instanceof File ? value.name : undefined,
    contentType: value.type === '' ? undefined : value.type,
  };
  return file;
}
