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
  openName,
  type SampleAnswer,
  type Content,
  type SampleField,
  type RequestSample,
} from '../sample.ts';

/** Whether a value is a collection of Postman's (format 2.0 or 2.1). */
export function isPostman(value: Json): boolean {
  const { info, item } = objectOf(value);
  return (
    Array.isArray(item) &&
    isObject(info) &&
    ('_postman_id' in info || 'schema' in info || 'name' in info)
  );
}

/** What holds for all below a folder. */
interface Inherited {
  readonly auth: Json | undefined;
  readonly group: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
}

/** The requests of a collection, with the answers that were saved. Throws a UserError at the line of one that is none. */
export function readPostman(source: Located): RequestSample[] {
  const { variable, auth } = objectOf(source.value);
  return itemsOf(source, source.value, [], {
    auth,
    group: undefined,
    variables: toVariables(variable),
  });
}

function itemsOf(
  source: Located,
  folder: Json,
  tokens: readonly string[],
  inherited: Inherited,
): RequestSample[] {
  return arrayOf(objectOf(folder)['item']).flatMap((item, index) => {
    const at = [...tokens, 'item', `${index}`];
    const { name, request, auth, variable } = objectOf(item);
    const variables = new Map([...inherited.variables, ...toVariables(variable)]);
    const own = { ...inherited, variables, auth: auth ?? inherited.auth };
    if (Array.isArray(objectOf(item)['item'])) {
      return itemsOf(source, item, at, { ...own, group: inherited.group ?? stringOf(name) });
    }
    const place = source.locate(at);
    if (typeof request === 'string')
      return [{ ...bare(request, place.line), name: stringOf(name), group: own.group }];
    if (!isObject(request)) throw misshapen('This item has neither a request nor items', place);
    const url = urlOf(request['url']);
    if (url === undefined) throw misshapen(`The request "${textOf(name)}" has no URL`, place);
    const sample = toSample(request, url, own);
    const asked = { ...sample, name: stringOf(name), group: own.group, line: place.line };
    const answers = arrayOf(objectOf(item)['response']).flatMap(
      (it) => answerOf(objectOf(it), own) ?? [],
    );
    return answers.length === 0
      ? [asked]
      : answers.map((answer): RequestSample => ({ ...asked, answer }));
  });
}

function bare(url: string, line: number): RequestSample {
  return { method: 'get', url, headers: [], line };
}

function toSample(
  request: JsonObject,
  url: string,
  { auth, variables }: Inherited,
): Omit<RequestSample, 'line'> {
  const say = (text: string) => spell(text, variables);
  const headers = fieldsOf(request['header']).map(([name, value]): SampleField => [
    name,
    say(value),
  ]);
  const { fields, query } = credentialOf(objectOf(request['auth'] ?? auth));
  const asked = say(url).replaceAll(/(?<=\/):([A-Za-z_]\w*)/g, '{$1}');
  return {
    method: (stringOf(request['method']) ?? 'GET').toLowerCase(),
    url: query === undefined ? asked : `${asked}${asked.includes('?') ? '&' : '?'}${query}`,
    headers: [...headers, ...fields],
    body: bodyOf(objectOf(request['body']), sampleHeader(headers, 'content-type'), say),
  };
}

/** Variables that are no secrets stand for their values; the others are left open. */
function spell(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) => {
    const value = variables.get(name);
    // Within the value of one there may be others.
    return value === undefined ? `{${openName(name)}}` : spell(value, new Map());
  });
}

/** Only addresses are taken over: whatever else a variable holds, its writer did not want to write it into each request. */
function toVariables(list: Json | undefined): Map<string, string> {
  const pairs = arrayOf(list).flatMap((it) => {
    const { key, value } = objectOf(it);
    const isAddress =
      typeof value === 'string' && /^(https?:\/\/|[\w-]+(\.[\w-]+)+(\/|:|$))/i.test(value);
    return typeof key === 'string' && isAddress ? [[key, value] as const] : [];
  });
  return new Map(pairs);
}

function urlOf(url: Json | undefined): string | undefined {
  const raw = stringOf(url) ?? stringOf(objectOf(url)['raw']);
  if (raw !== undefined) return raw === '' ? undefined : raw;
  const { protocol, host, path } = objectOf(url);
  if (host === undefined) return undefined;
  return `${textOf(protocol) || 'https'}://${joined(host, '.')}/${joined(path, '/')}`;
}

function joined(value: Json | undefined, by: string): string {
  return Array.isArray(value) ? value.map(textOf).join(by) : textOf(value);
}

function fieldsOf(list: Json | undefined): SampleField[] {
  return arrayOf(list).flatMap((it) => {
    const { key, value, disabled } = objectOf(it);
    return disabled === true || typeof key !== 'string' ? [] : [[key, textOf(value)] as const];
  });
}

function credentialOf(auth: JsonObject): {
  readonly fields: readonly SampleField[];
  readonly query?: string;
} {
  const type = stringOf(auth['type']);
  const detail = (name: string) => {
    const found = arrayOf(auth[type ?? '']).find((it) => objectOf(it)['key'] === name);
    return stringOf(objectOf(found)['value']) ?? stringOf(objectOf(auth[type ?? ''])[name]);
  };
  if (type === 'basic') return { fields: [['authorization', 'Basic {credentials}']] };
  if (type === 'bearer' || type === 'oauth2' || type === 'jwt') {
    return { fields: [['authorization', 'Bearer {token}']] };
  }
  if (type !== 'apikey') return { fields: [] };
  const name = detail('key') ?? 'X-API-Key';
  return detail('in') === 'query'
    ? { fields: [], query: `${name}={apiKey}` }
    : { fields: [[name, '{apiKey}']] };
}

function bodyOf(
  body: JsonObject,
  told: string | undefined,
  say: (text: string) => string,
): Content | undefined {
  const { mode, raw, urlencoded, formdata, graphql, options } = body;
  if (mode === 'raw' && typeof raw === 'string' && raw.trim() !== '') {
    const isJson = objectOf(objectOf(options)['raw'])['language'] === 'json';
    // `{{count}}` without quotes is no JSON: it stands for any value.
    const text = say(raw.replaceAll(/(?<=[:,[]\s*)\{\{[^{}]+\}\}(?=\s*[,\]}])/g, 'null'));
    return { mediaType: isJson ? 'application/json' : mediaTypeOf(told, text), text };
  }
  if (mode === 'urlencoded') {
    const pairs = fieldsOf(urlencoded).map(([name, value]): [string, string] => [name, say(value)]);
    return {
      mediaType: 'application/x-www-form-urlencoded',
      text: new URLSearchParams(pairs).toString(),
    };
  }
  if (mode === 'formdata') {
    const parts = arrayOf(formdata).map((it) => {
      const { key, value, type } = objectOf(it);
      return [textOf(key), type === 'file' ? undefined : say(textOf(value))] as const;
    });
    return { mediaType: 'multipart/form-data', text: '', parts };
  }
  if (mode === 'graphql') return { mediaType: 'application/json', text: JSON.stringify(graphql) };
  return undefined;
}

function answerOf(
  { code, body, header }: JsonObject,
  { variables }: Inherited,
): SampleAnswer | undefined {
  if (typeof code !== 'number') return undefined;
  const text = spell(stringOf(body) ?? '', variables);
  const told = sampleHeader(fieldsOf(header), 'content-type');
  return text === ''
    ? { status: code }
    : { status: code, content: { mediaType: mediaTypeOf(told, text), text } };
}
