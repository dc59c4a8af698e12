import type { Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import type { SampleRequest, SampleText } from './sample-request.ts';

/** The request by the Fetch API, as Node and every browser have it. Variables are those of the environment. */
export function renderJavaScript(request: SampleRequest, operation: Operation): string {
  const { method, url, caption } = request;
  const imports = importsOf(request);
  const { before, body } = bodyOf(request);
  const headers = headersOf(request);
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quote(method)}`]),
    ...(headers.length > 0 ? [`headers: {\n    ${headers.join(',\n    ')},\n  }`] : []),
    ...(body === undefined ? [] : [`body: ${body}`]),
  ];
  const init = options.length === 0 ? '' : `, {\n  ${options.join(',\n  ')},\n}`;
  return [
    ...(caption === undefined ? [] : [`// ${caption}`]),
    ...imports,
    ...before,
    `const response = await fetch(${literal(url)}${init});`,
    `console.log(response.status${readingOf(operation)});`,
  ].join('\n');
}

function importsOf({ body }: SampleRequest): string[] {
  if (body.kind === 'file') return ["import { readFile } from 'node:fs/promises';", ''];
  const hasFiles = body.kind === 'multipart' && body.parts.some((it) => it.fileName !== undefined);
  return hasFiles ? ["import { openAsBlob } from 'node:fs';", ''] : [];
}

function headersOf({ headers, cookies, isBasic, body }: SampleRequest): string[] {
  const media = 'mediaType' in body ? [[`Content-Type`, [body.mediaType]] as const] : [];
  const all: (readonly [string, SampleText])[] = [...headers, ...media];
  if (cookies.length > 0) {
    all.push(['Cookie', cookies.flatMap((it, i) => (i === 0 ? it : ['; ', ...it]))]);
  }
  const lines = all.map(([name, value]) => `${propertyName(name)}: ${literal(value)}`);
  const pair = '`${process.env.USERNAME}:${process.env.PASSWORD}`';
  return isBasic ? [...lines, `Authorization: 'Basic ' + btoa(${pair})`] : lines;
}

function bodyOf({ body }: SampleRequest): { readonly before: string[]; readonly body?: string } {
  switch (body.kind) {
    case 'none':
      return { before: [] };
    case 'json':
      return { before: [], body: `JSON.stringify(${valueText(body.value, '  ')})` };
    case 'text':
      return { before: [], body: quote(body.text) };
    case 'form': {
      const pairs = body.pairs.map(({ name, text }) => `[${quote(name)}, ${quote(text)}]`);
      return { before: [], body: `new URLSearchParams([${pairs.join(', ')}])` };
    }
    case 'file':
      return { before: [], body: "await readFile('body')" };
    case 'multipart': {
      const lines = body.parts.map(({ name, fileName, contentType, content }) => {
        if (fileName !== undefined) {
          const type = contentType === undefined ? '' : `, { type: ${quote(contentType)} }`;
          return `form.append(${quote(name)}, await openAsBlob(${quote(fileName)}${type}), ${quote(fileName)});`;
        }
        return `form.append(${quote(name)}, ${quote(typeof content === 'string' ? content : '')});`;
      });
      return { before: ['const form = new FormData();', ...lines, ''], body: 'form' };
    }
  }
}

function readingOf({ method, responses }: Operation): string {
  const success = responses.find(({ status }) => status.startsWith('2'));
  if (method === 'head' || (success && success.content.length === 0)) return '';
  const isJson = success?.content.every(({ mediaType }) => /[/+]json\b/.test(mediaType));
  return isJson ? ', await response.json()' : ', await response.text()';
}

/** A string, as a template where the reader has something to put in. */
function literal(text: SampleText): string {
  if (text.every((piece) => typeof piece === 'string')) return quote(text.join(''));
  const inner = text.map((piece) =>
    typeof piece === 'string'
      ? JSON.stringify(piece)
          .slice(1, -1)
          .replaceAll(String.raw`\"`, '"')
          .replaceAll(/`|\$\{/g, String.raw`\$&`)
      : `\${process.env.${piece.variable}}`,
  );
  return `\`${inner.join('')}\``;
}

/** A value as code on several lines, which JSON is as well. */
function valueText(value: Json, indent: string): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replaceAll('\n', `\n${indent}`);
}

function quote(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return `'${inner.replaceAll("'", String.raw`\'`)}'`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}
