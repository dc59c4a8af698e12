import { isObject, objectOf, textOf, type Json } from '../../../scripts/base/json.ts';
import { parseJson } from '../../../scripts/base/json-text.ts';
import { readArguments } from './literal.ts';
import type { Placed, PrintedRequest } from './printed-request.ts';
import { shellWords } from './shell-words.ts';

/** Commands that call curl: its method, address, headers and data. */
export function curlCommands(text: string): Placed[] {
  return [...text.matchAll(/^[ \t]*curl\b/gm)].map(({ index }) => {
    const { words, end } = shellWords(text, index);
    let [method, address, data]: (string | undefined)[] = [];
    const headers: Record<string, string> = {};
    for (let at = 1; at < words.length; at += 1) {
      const word = words[at] ?? '';
      const next = words[at + 1] ?? '';
      if (/^(-X|--request)$/.test(word)) method = next;
      else if (/^(-H|--header)$/.test(word)) {
        const [name = '', ...value] = next.split(/:\s*/);
        headers[name] = value.join(': ');
      } else if (/^(-d|--data(-raw)?)$/.test(word)) data = next;
      else if (/^https?:/.test(word)) address ??= word;
    }
    method ??= data === undefined ? 'GET' : 'POST';
    const body = data === undefined ? {} : { body: jsonOf(data) };
    return {
      at: index,
      end,
      request: withHeaders({ as: 'curl', method, address, ...body }, headers),
    };
  });
}

/** Calls of HTTP libraries that show address and content: `fetch` of JavaScript, `requests` of Python and such. */
export function codeSamples(text: string): Placed[] {
  const call = /\b(?:fetch|(?:requests|axios|http|client)\.(get|post|put|patch|delete))\s*\(/gi;
  return [...text.matchAll(call)].flatMap((match) => {
    const read = readArguments(text, match.index + match[0].length);
    const [address, second] = read?.list ?? [];
    if (!read || typeof address !== 'string') return [];
    const options = objectOf(second);
    const isFetch = match[1] === undefined;
    const method = isFetch ? textOf(options['method'] ?? 'GET') : textOf(match[1]).toUpperCase();
    const body = isFetch ? options['body'] : (read.named.get('json') ?? read.named.get('data'));
    const headers = objectOf(isFetch ? options['headers'] : read.named.get('headers'));
    const lines = Object.entries(headers).map(([name, value]) => [name, textOf(value)]);
    const request: PrintedRequest = {
      as: 'sample',
      method,
      address,
      ...(body !== undefined && { body }),
    };
    const placed = withHeaders(request, Object.fromEntries(lines));
    return [{ at: match.index, end: match.index + match[0].length, request: placed }];
  });
}

/** Calls of the client library that the document says how to install. */
export function libraryCalls(text: string): Placed[] {
  const installed = new Set(
    [...text.matchAll(/(?:npm install|yarn add) (\S+)/g)].map(([, it]) => it),
  );
  const names = [...text.matchAll(/\b(?:const|var|let) (\w+) = require\(['"]([^'"]+)['"]\)/g)]
    .filter(([, , module]) => installed.has(module))
    .map(([, name]) => name);
  if (names.length === 0) return [];
  const call = new RegExp(
    String.raw`(?<!new )\b((?:${[...new Set(names)].join('|')})(?:\.\w+)+)\(`,
    'g',
  );
  return [...text.matchAll(call)].flatMap((match) => {
    const [all, address = ''] = match;
    const read = readArguments(text, match.index + all.length);
    if (!read) return [];
    const request: PrintedRequest = { as: 'call', address, arguments: read.list };
    return [{ at: match.index, end: match.index + all.length, request }];
  });
}

function withHeaders(
  request: Omit<PrintedRequest, 'address'> & { readonly address?: string | undefined },
  headers: Readonly<Record<string, string>>,
): PrintedRequest {
  const { address, ...others } = request;
  return {
    ...others,
    ...(address !== undefined && { address }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

function jsonOf(data: string): Json {
  const read = parseJson(data);
  return 'value' in read && (isObject(read.value) || Array.isArray(read.value)) ? read.value : data;
}
