import type { InjectOptions } from 'fastify';
import { shellWord } from '../../base/shell-word.ts';
import type { Entry } from './journal.ts';
import { HIDDEN } from './redact.ts';

/** Header fields that whoever sends a message writes anew. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/**
 * A request that came before, to be sent once more with its own secrets; undefined where it had a body that was not
 * kept, for without it it would be another.
 */
export function toResend({ method, path, query, headers, body }: Entry): InjectOptions | undefined {
  const length = Number(headers['content-length'] ?? 0);
  const hadBody = length > 0 || headers['transfer-encoding'] !== undefined;
  if (path === undefined || (hadBody && body === undefined)) return undefined;
  const fields = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !OF_THE_CONNECTION.has(name),
  );
  return {
    method,
    url: query === '' ? path : `${path}?${query}`,
    headers: Object.fromEntries(fields),
    ...(body !== undefined && { payload: body }),
  };
}

/** A request as it is shown, without secrets. */
interface Shown {
  readonly method: string;
  readonly path: string;
  readonly request: {
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
}

/** A request as a curl line for a shell, with a variable where a secret stood. */
export function toCurl({ method, path, request }: Shown, origin: string): string {
  const { query, headers, body } = request;
  const fields = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  return [
    `curl -i -X ${shellWord(method)} ${quoted(`${origin}${path}${query === '' ? '' : `?${query}`}`)}`,
    ...fields.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' ');
}

/** Text in quotes, but for the secrets in it. */
function quoted(text: string): string {
  return text
    .split(HIDDEN)
    .map((part) => (part === '' ? '' : `'${part.replaceAll("'", String.raw`'\''`)}'`))
    .join('"$KILN_SECRET"');
}
