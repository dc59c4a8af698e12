/** The framing of a message: how many bytes of content follow its head (RFC 9112, section 6). */
export type Framing = number | 'chunked' | 'until the end';

/** Reads the heads of the messages in one direction of a connection, and passes over their content. */
export interface MessageReader {
  readonly read: (bytes: Buffer) => void;
}

type Reading = 'head' | 'content' | 'chunk head' | 'chunk end' | 'trailers' | 'rest';

const END_OF_HEAD = '\r\n\r\n';
/** Bytes after which what looks like a head is taken for none. */
const LONGEST_HEAD = 4_194_304;

/** `onHead` is told the first line and says how the content is framed. */
export function createMessageReader(
  onHead: (firstLine: string, fields: ReadonlyMap<string, string>) => Framing,
): MessageReader {
  let waiting: Buffer = Buffer.alloc(0);
  let reading: Reading = 'head';
  let left = 0;

  function take(separator: string): string | undefined {
    const end = waiting.indexOf(separator);
    if (end < 0) {
      if (waiting.length > LONGEST_HEAD) reading = 'rest';
      return undefined;
    }
    const text = waiting.subarray(0, end).toString('latin1');
    waiting = waiting.subarray(end + separator.length);
    return text;
  }

  function readHead(): boolean {
    // An empty line before a request is passed over (RFC 9112, section 2.2).
    while (waiting.length >= 2 && waiting.subarray(0, 2).equals(Buffer.from('\r\n'))) {
      waiting = waiting.subarray(2);
    }
    const text = take(END_OF_HEAD);
    if (text === undefined) return false;
    const [firstLine = '', ...lines] = text.split('\r\n');
    const fields = new Map(lines.map((line) => splitField(line)));
    const framing = onHead(firstLine, fields);
    if (framing === 'until the end') reading = 'rest';
    else if (framing === 'chunked') reading = 'chunk head';
    else if (framing > 0) {
      left = framing;
      reading = 'content';
    }
    return true;
  }

  function pass(next: Reading): boolean {
    const passed = Math.min(left, waiting.length);
    waiting = waiting.subarray(passed);
    left -= passed;
    if (left > 0) return false;
    reading = next;
    return true;
  }

  function readChunkHead(): boolean {
    const line = take('\r\n');
    if (line === undefined) return false;
    left = Number.parseInt(line, 16);
    if (Number.isNaN(left)) reading = 'rest';
    else if (left === 0) reading = 'trailers';
    else {
      left += 2;
      reading = 'chunk end';
    }
    return true;
  }

  function readTrailer(): boolean {
    const line = take('\r\n');
    if (line === undefined) return false;
    if (line === '') reading = 'head';
    return true;
  }

  function step(): boolean {
    switch (reading) {
      case 'head':
        return readHead();
      case 'content':
        return pass('head');
      case 'chunk head':
        return readChunkHead();
      case 'chunk end':
        return pass('chunk head');
      case 'trailers':
        return readTrailer();
      case 'rest':
        waiting = Buffer.alloc(0);
        return false;
    }
  }

  return {
    read(bytes) {
      waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
      while (waiting.length > 0 && step());
    },
  };
}

function splitField(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
}

/** How fields frame content, where they do: a transfer coding comes before a length. */
export function framingOf(fields: ReadonlyMap<string, string>): Framing | undefined {
  if (fields.get('transfer-encoding')?.toLowerCase().includes('chunked')) return 'chunked';
  const length = fields.get('content-length');
  return length === undefined ? undefined : Number(length);
}
