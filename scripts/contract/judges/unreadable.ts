import { headerOf, type WireResponse } from '../../wire/exchange.ts';

/** Content codings with a registered name (RFC 9110, section 8.4.1, and the registry it founds). */
const CODINGS = [
  'aes128gcm',
  'br',
  'compress',
  'dcb',
  'dcz',
  'deflate',
  'exi',
  'gzip',
  'identity',
  'pack200-gzip',
  'x-compress',
  'x-gzip',
  'zstd',
];

/**
 * Why a client that believes the headers of an answer cannot read its JSON: a content coding that
 * nobody knows (RFC 9110, section 8.4), or a charset in which its bytes say something else
 * (RFC 8259, section 8.1). Undefined where it can.
 */
export function unreadable(response: WireResponse): string | undefined {
  const codings = (headerOf(response, 'content-encoding') ?? '').toLowerCase().split(',');
  const unknown = codings.map((it) => it.trim()).find((it) => it !== '' && !CODINGS.includes(it));
  if (unknown !== undefined) return `Content-Encoding: ${unknown}, which is not registered`;
  const type = headerOf(response, 'content-type') ?? '';
  const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1];
  if (charset === undefined) return undefined;
  return decodeAs(charset, response.body) === response.body
    ? undefined
    : `${type}, and bytes that say something else in ${charset}`;
}

/** What UTF-8 reads as in another charset; undefined where there is no such charset. */
function decodeAs(charset: string, text: string): string | undefined {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  } catch {
    return undefined;
  }
}
