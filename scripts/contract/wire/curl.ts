import type { WireRequest } from '../../wire/exchange.ts';
import type { Piece } from './redact.ts';

/** Bodies longer than this, in characters, are read from a file: nobody reads them on a line. */
const LONGEST_INLINE = 1500;

/** Splits a word at its secrets. */
type Split = (word: string) => readonly Piece[];

/**
 * A curl line that sends the request again, octet for octet; secrets stand in it as shell variables.
 * The options take back what curl would add or read into it: globs, `@` before a file name, dots in a
 * path, a media type of its own.
 */
export function curlOf(request: WireRequest, bodyFile: string | undefined, split: Split): string {
  const { method, url, headers, body, bytes } = request;
  const quoted = (word: string): string => quote(split(word));
  const fields = headers.flatMap(([name, value]) => [
    '-H',
    // Without a value, a colon would take the field out.
    quoted(value === '' ? `${name};` : `${name}: ${value}`),
  ]);
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const words = [
    'curl -i',
    method === 'HEAD' ? '--head' : `-X ${method}`,
    quoted(url),
    ...(/[[\]{}]/.test(url) ? ['-g'] : []),
    ...(/\/\.\.?(\/|\?|$)/.test(url) ? ['--path-as-is'] : []),
    ...fields,
    ...(body === undefined || isTyped ? [] : ['-H', "'content-type:'"]),
  ];
  if (bytes !== undefined && bytes.length <= LONGEST_INLINE) {
    const octets = Buffer.from(bytes).toString('base64');
    return `printf ${octets} | base64 -d | ${words.join(' ')} --data-binary @-`;
  }
  if (body === undefined) return words.join(' ');
  const data =
    bodyFile === undefined
      ? `--data-raw ${quoted(body)}`
      : `--data-binary ${quote([{ text: `@${bodyFile}` }])}`;
  return `${words.join(' ')} ${data}`;
}

/** Whether the curl line of a request reads its body from a file. */
export function needsBodyFile({ body }: WireRequest): boolean {
  // A word of a command line cannot hold NUL.
  return body !== undefined && (body.length > LONGEST_INLINE || body.includes('\0'));
}

/** Quotes a word for a POSIX shell: nothing in it is special but the variables of its secrets. */
function quote(pieces: readonly Piece[]): string {
  const words = pieces.flatMap((piece) => {
    if ('variable' in piece) return `"${piece.variable}"`;
    return piece.text === '' ? [] : `'${piece.text.replaceAll("'", `'\\''`)}'`;
  });
  return words.join('') || "''";
}
