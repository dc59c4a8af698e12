/** A response as it stood on a connection. */
interface FramedResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a server sent before it closed: whole responses, and what is wrong with their framing. */
export interface Framed {
  readonly responses: readonly FramedResponse[];
  readonly flaw: string | undefined;
}

const STATUS_LINE = /^HTTP\/1\.1 ([1-5]\d\d) [\t\u0020-\u007e\u0080-\u00ff]*$/;
const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\u0020-\u007e\u0080-\u00ff]*?)[ \t]*$/;

/**
 * Takes all that came over a connection apart, to the last byte (RFC 9112, section 6.3). Interim
 * responses are left out. The method of each request tells whether its response has content.
 */
export function readResponses(bytes: Buffer, methods: readonly string[]): Framed {
  const responses: FramedResponse[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end < 0) return { responses, flaw: `no end of a head: ${show(bytes, at)}` };
    const [first = '', ...lines] = bytes.toString('latin1', at, end).split('\r\n');
    const status = Number(STATUS_LINE.exec(first)?.[1]);
    if (Number.isNaN(status)) return { responses, flaw: `no status line: ${show(bytes, at)}` };
    const fields = lines.map((line) => FIELD.exec(line));
    const broken = fields.indexOf(null);
    if (broken >= 0) return { responses, flaw: `no field: ${lines[broken]}` };
    at = end + 4;
    if (status < 200) continue;
    const pairs = fields.map((it) => [it?.[1]?.toLowerCase() ?? '', it?.[2] ?? ''] as const);
    const names = pairs.map(([name]) => name);
    const twice = ['content-length', 'content-type', 'transfer-encoding', 'date'].find(
      (name) => names.indexOf(name) !== names.lastIndexOf(name),
    );
    if (twice !== undefined) return { responses, flaw: `${twice} stands there twice` };
    const headers = Object.fromEntries(pairs);
    const method = methods[responses.length] ?? 'GET';
    const isBare = method === 'HEAD' || status === 204 || status === 304;
    const length = isBare ? 0 : lengthOf(headers, bytes.length - at);
    if (length === undefined) return { responses, flaw: `no length: ${lines.join(' | ')}` };
    if (at + length > bytes.length) return { responses, flaw: 'content that ends too early' };
    responses.push({ status, headers, body: bytes.subarray(at, at + length) });
    at += length;
    if (headers['connection'] === 'close' && at < bytes.length) {
      return { responses, flaw: `more after the last response: ${show(bytes, at)}` };
    }
  }
  return { responses, flaw: undefined };
}

/** Bytes of the content; to the end of a connection that is said to close where there is no length. */
function lengthOf(headers: FramedResponse['headers'], rest: number): number | undefined {
  const length = headers['content-length'];
  if (headers['transfer-encoding'] !== undefined) return undefined;
  if (length === undefined) return headers['connection'] === 'close' ? rest : undefined;
  return /^\d+$/.test(length) ? Number(length) : undefined;
}

function show(bytes: Buffer, at: number): string {
  return JSON.stringify(bytes.toString('latin1', at, at + 100));
}
