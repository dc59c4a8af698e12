import { concreteType, kindOf } from '../../wire/media-kind.ts';
import type { WireFile, WireXml, WrittenBody } from '../../wire/wire-body.ts';
import { writeBody } from '../../wire/write-body.ts';
import { writingBody, type BodyWriter, type Media } from './body.ts';
import { linkXml } from './link-xml.ts';

/** Writes bodies of every media type (OpenAPI 3.1.1, sections 4.8.14 and 4.8.15). */
export const writeAnyBody: BodyWriter = /* @__PURE__ */ writingBody(writeAny);

async function writeAny(
  { mediaType, fields = {}, xml, table }: Media,
  value: unknown,
): Promise<WrittenBody> {
  const kind = kindOf(concreteType(mediaType, value));
  const links = linkXml(table);
  const linked = (at: number | undefined): { readonly xml?: WireXml } =>
    at === undefined ? {} : { xml: links[at] ?? {} };
  if (kind === 'xml' && typeof value !== 'string' && linked(xml).xml?.name === undefined) {
    throw new TypeError('its XML has no name for the root, so send it as text');
  }
  const named = Object.entries(fields).map(
    ([name, { xml: at, ...field }]) => [name, { ...field, ...linked(at) }] as const,
  );
  const body = { mediaType, fields: Object.fromEntries(named), ...linked(xml) };
  const isForm = kind === 'form' || kind === 'multipart';
  return writeBody(body, isForm ? await readFiles(value) : value);
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
