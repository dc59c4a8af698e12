import { isObject, type Json } from '../../base/json.ts';
import type { SampleRequest, SampleText } from './sample-request.ts';

/** The request by Requests, which Python programs use most. Variables are those of the environment. */
export function renderPython(request: SampleRequest): string {
  const { method, url, caption, isBasic } = request;
  const headers = headersOf(request);
  const body = bodyOf(request);
  const own = [
    literal(url),
    ...(headers.length > 0 ? [`headers={\n        ${headers.join(',\n        ')},\n    }`] : []),
    ...(isBasic ? ['auth=(os.environ["USERNAME"], os.environ["PASSWORD"])'] : []),
    ...(body === undefined ? [] : [body]),
  ];
  const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].includes(method);
  const call = known ? method.toLowerCase() : 'request';
  const given = known ? own : [JSON.stringify(method), ...own];
  const text = `response = requests.${call}(\n    ${given.join(',\n    ')},\n)`;
  const needsOs = text.includes('os.environ[');
  return [
    ...(caption === undefined ? [] : [`# ${caption}`]),
    ...(needsOs ? ['import os', ''] : []),
    'import requests',
    '',
    text,
    'print(response.status_code, response.text)',
  ].join('\n');
}

function headersOf({ headers, cookies, body }: SampleRequest): string[] {
  const all: (readonly [string, SampleText])[] = [...headers];
  // The library names it for a body that it writes.
  if ('mediaType' in body && body.mediaType !== 'application/json')
    all.push(['Content-Type', [body.mediaType]]);
  else if (body.kind === 'text' || body.kind === 'file')
    all.push(['Content-Type', [body.mediaType]]);
  if (cookies.length > 0) {
    all.push(['Cookie', cookies.flatMap((it, i) => (i === 0 ? it : ['; ', ...it]))]);
  }
  return all.map(([name, value]) => `${JSON.stringify(name)}: ${literal(value)}`);
}

function bodyOf({ body }: SampleRequest): string | undefined {
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'json':
      return `json=${valueText(body.value, '    ')}`;
    case 'text':
      return `data=${JSON.stringify(body.text)}.encode()`;
    case 'form': {
      const pairs = body.pairs.map(
        ({ name, text }) => `(${JSON.stringify(name)}, ${JSON.stringify(text)})`,
      );
      return `data=[${pairs.join(', ')}]`;
    }
    case 'file':
      return 'data=open("body", "rb")';
    case 'multipart': {
      const parts = body.parts.map(({ name, fileName, contentType, content }) => {
        const type = contentType === undefined ? '' : `, ${JSON.stringify(contentType)}`;
        if (fileName === undefined) {
          const text = JSON.stringify(typeof content === 'string' ? content : '');
          return `(${JSON.stringify(name)}, (None, ${text}${type}))`;
        }
        const file = JSON.stringify(fileName);
        return `(${JSON.stringify(name)}, (${file}, open(${file}, "rb")${type}))`;
      });
      return `files=[\n        ${parts.join(',\n        ')},\n    ]`;
    }
  }
}

function literal(text: SampleText): string {
  if (text.every((piece) => typeof piece === 'string')) return JSON.stringify(text.join(''));
  const inner = text.map((piece) =>
    typeof piece === 'string'
      ? JSON.stringify(piece).slice(1, -1).replaceAll(/[{}]/g, '$&$&')
      : `{os.environ['${piece.variable}']}`,
  );
  return `f"${inner.join('')}"`;
}

/** A value as Python writes it: JSON but for three words. */
function valueText(value: Json, indent: string): string {
  const inner = `${indent}    `;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => `${inner}${valueText(item, inner)},\n`);
    return items.length === 0 ? '[]' : `[\n${items.join('')}${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${valueText(item, inner)},\n`,
  );
  return fields.length === 0 ? '{}' : `{\n${fields.join('')}${indent}}`;
}
