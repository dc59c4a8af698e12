import { essenceOf } from '../../base/media-type.ts';
import type { Policy, StreamReader } from './settings.ts';

/** An event of a stream (HTML Standard, section 9.2). */
export interface ServerEvent {
  /** `message` where the server names none. */
  readonly event: string;
  readonly data: string;
  /** The last id that was named so far. */
  readonly id: string | undefined;
  /** Milliseconds to wait before the stream is asked for again, where the server says so. */
  readonly retry: number | undefined;
}

/** Answers that come bit by bit are read so: server-sent events, and JSON values one after the other. */
export const streaming: Policy = () => ({ readStream });

const readStream: StreamReader = (mediaType, response, fail, readJson) => {
  switch (essenceOf(mediaType)) {
    case 'text/event-stream':
      return eventsOf(linesOf(response, fail, /\r\n|\n|\r/));
    case 'application/x-ndjson':
    case 'application/ndjson':
    case 'application/jsonl':
    case 'application/x-jsonlines':
      return valuesOf(linesOf(response, fail, /\n/), readJson, fail);
    case 'application/json-seq':
      // RFC 7464, section 2: a record separator stands before each text.
      return valuesOf(linesOf(response, fail, RECORD_SEPARATOR), ended(readJson), fail);
    default:
      return undefined;
  }
};

/** A number or a word may be the beginning of a longer one, unless a space follows (RFC 7464, section 2.4). */
function ended(readJson: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    if (/\w$/.test(text)) throw new SyntaxError(`a value that may not be all of it: ${text}`);
    return readJson(text);
  };
}

const RECORD_SEPARATOR = new RegExp(String.fromCharCode(0x1e));

/**
 * The parts of a body between separators, as they come; the last one, without a separator, at its end. A line that ends
 * with a return is there at once, and a line feed that comes after it ends no other one.
 */
async function* linesOf(
  { body }: Response,
  fail: (error: unknown) => Error,
  separator: RegExp,
): AsyncGenerator<string> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // What has come of a line, in pieces: to look through all of it again for each would take time squared.
  let pieces: string[] = [];
  const endsAtReturn = separator.test('\r');
  let isReturned = false;
  let isDone = false;
  try {
    while (!isDone) {
      const read = await reader.read().catch((error: unknown) => {
        throw fail(error);
      });
      isDone = read.done;
      const come = decoder.decode(read.value, { stream: !isDone });
      if (come === '') continue;
      const [first = '', ...more] = come
        .slice(isReturned && come.startsWith('\n') ? 1 : 0)
        .split(separator);
      isReturned = endsAtReturn && come.endsWith('\r');
      pieces.push(first);
      for (const piece of more) {
        yield pieces.join('');
        pieces = [piece];
      }
    }
    const rest = pieces.join('');
    if (rest !== '') yield rest;
  } finally {
    // Who stops reading ends the connection.
    if (!isDone) void reader.cancel().catch(() => undefined);
  }
}

async function* valuesOf(
  lines: AsyncIterable<string>,
  readJson: (text: string) => unknown,
  fail: (error: unknown) => Error,
): AsyncGenerator {
  for await (const line of lines) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = readJson(line);
    } catch (error) {
      throw fail(error);
    }
    yield value;
  }
}

/** Events of the lines of a stream (HTML Standard, section 9.2.6). */
async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  let data: string[] = [];
  let event = '';
  let id: string | undefined;
  let retry: number | undefined;
  // The decoder has taken a byte order mark away.
  for await (const line of lines) {
    if (line === '') {
      if (data.length > 0) yield { event: event || 'message', data: data.join('\n'), id, retry };
      data = [];
      event = '';
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }
}
