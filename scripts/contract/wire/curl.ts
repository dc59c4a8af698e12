import type { WireRequest } from '../../core/exchange.ts';

/** Bodies longer than this, in characters, are read from a file: nobody reads them on a line. */
const LONGEST_INLINE = 1500;

/** A curl line that sends the request again; secrets stand in it as shell variables. */
export function curlOf(request: WireRequest, bodyFile: string | undefined): string {
  const { method, url, headers, body } = request;
  const data = body === undefined ? [] : ['--data-binary', dataOf(body, bodyFile)];
  const fields = headers.flatMap(([name, value]) => ['-H', quote(`${name}: ${value}`)]);
  return ['curl', '-i', '-X', method, quote(url), ...fields, ...data].join(' ');
}

/** Whether the curl line of a request reads its body from a file. */
export function needsBodyFile({ body }: WireRequest): boolean {
  return body !== undefined && body.length > LONGEST_INLINE;
}

function dataOf(body: string, bodyFile: string | undefined): string {
  return bodyFile === undefined ? quote(body) : `@reports/${bodyFile}`;
}

/** Quotes a word for a POSIX shell; one with a variable in it is quoted so that it is filled in. */
function quote(word: string): string {
  if (!/\$[A-Z][A-Z0-9_]*/.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `"${word.replaceAll(/(["`\\]|\$(?![A-Z]))/g, '\\$1')}"`;
}
