import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { misshapen, type Located } from '../located.ts';
import {
  sampleHeader,
  mediaTypeOf,
  type SampleAnswer,
  type Content,
  type SampleField,
  type RequestSample,
} from '../sample.ts';

/** Whether a value is an HTTP archive. */
export function isHar(value: Json): boolean {
  return Array.isArray(objectOf(objectOf(value)['log'])['entries']);
}

/**
 * The requests of an HTTP archive (HAR 1.2) that a program made for data: pages, styles, scripts, pictures and
 * what a browser asks for by itself are passed over. Throws a UserError at the line of an entry that is none.
 */
export function readHar({ value, locate }: Located): RequestSample[] {
  const entries = arrayOf(objectOf(objectOf(value)['log'])['entries']);
  return entries.flatMap((entry, index) => {
    const at = locate(['log', 'entries', `${index}`]);
    const { request, response, _resourceType } = objectOf(entry);
    if (!isObject(request)) throw misshapen('This entry has no request', at);
    const { url, method } = request;
    if (typeof url !== 'string' || !URL.canParse(url)) {
      throw misshapen('This request has no absolute URL', at);
    }
    if (typeof method !== 'string') throw misshapen('This request has no method', at);
    const sample: RequestSample = {
      method: method.toLowerCase(),
      url: url.replace(/#.*$/, ''),
      headers: fieldsOf(request['headers']),
      body: postedOf(request),
      answer: answerOf(objectOf(response)),
      line: at.line,
    };
    return isForData(sample, textOf(_resourceType)) ? [sample] : [];
  });
}

function isForData({ method, url, answer, body }: RequestSample, resource: string): boolean {
  if (method === 'options' || !/^https?:/i.test(url)) return false;
  if (
    /^(document|stylesheet|script|image|font|media|manifest|preflight|ping|websocket)$/.test(
      resource,
    )
  ) {
    return false;
  }
  if (
    /\.(html?|css|m?js|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|mp4|webm)$/i.test(
      new URL(url).pathname,
    )
  ) {
    return false;
  }
  const type = answer?.content?.mediaType ?? '';
  return (
    body !== undefined ||
    !/^(text\/(html|css|javascript)|application\/javascript|image\/|font\/|video\/|audio\/)/.test(
      type,
    )
  );
}

function fieldsOf(headers: Json | undefined): SampleField[] {
  return arrayOf(headers).map((it) => {
    const { name, value } = objectOf(it);
    return [textOf(name), textOf(value)] as const;
  });
}

function postedOf(request: JsonObject): Content | undefined {
  const { mimeType, text, params } = objectOf(request['postData']);
  const fields = arrayOf(params).map((it) => {
    const { name, value, fileName } = objectOf(it);
    return [textOf(name), fileName === undefined ? textOf(value) : undefined] as const;
  });
  const told = stringOf(mimeType) ?? sampleHeader(fieldsOf(request['headers']), 'content-type');
  const body = stringOf(text) ?? '';
  if (body === '' && fields.length === 0) return undefined;
  const mediaType = mediaTypeOf(told, body);
  if (mediaType === 'multipart/form-data') return { mediaType, text: body, parts: fields };
  const form = new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, value ?? '']),
  );
  return { mediaType, text: body || form.toString() };
}

function answerOf({ status, content, headers }: JsonObject): SampleAnswer | undefined {
  if (typeof status !== 'number' || status < 200) return undefined;
  const { mimeType, text, encoding } = objectOf(content);
  const written = stringOf(text) ?? '';
  const body = encoding === 'base64' ? fromBase64(written) : written;
  const told = sampleHeader(fieldsOf(headers), 'content-type') ?? stringOf(mimeType);
  return body === ''
    ? { status }
    : { status, content: { mediaType: mediaTypeOf(told, body), text: body } };
}

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (it) => it.codePointAt(0) ?? 0));
  } catch {
    return '';
  }
}
