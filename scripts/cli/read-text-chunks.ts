import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';

/**
 * The text of a file of any size, in chunks: in the encoding that its first octets tell (Encoding Standard,
 * "BOM sniff"), and out of gzip where it is that. Where that breaks off, so does the text.
 */
export async function* readTextChunks(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const octets of inflated(createReadStream(path))) {
    decoder ??= new TextDecoder(encodingOf(octets));
    yield decoder.decode(octets, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function* inflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const { value: first, done } = await chunks.next();
  if (done === true) return;
  const all = (async function* () {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  // RFC 1952, section 2.3.1.
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* all;
  const gunzip = createGunzip();
  // Whatever fails is thrown where its octets are asked for.
  pipeline(Readable.from(all), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR')) throw error;
  }
}
