import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type InputType } from 'node:zlib';

/** What a body is once its codings are undone, or why they cannot be. */
export type Decoded = Buffer | 'too-large' | 'broken';

type Decoder = (bytes: InputType, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

const [gzip, zlib, rawDeflate, brotli] = [gunzip, inflate, inflateRaw, brotliDecompress].map((it) =>
  promisify<InputType, { readonly maxOutputLength: number }, Buffer>(it),
) as [Decoder, Decoder, Decoder, Decoder];

/** The content codings that the mock undoes (RFC 9110, section 8.4.1), by name and alias. */
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip,
  'x-gzip': gzip,
  // "deflate" means the zlib format; some clients send it without its header (section 8.4.1.2).
  deflate: (bytes, options) => (isZlib(bytes) ? zlib : rawDeflate)(bytes, options),
  br: brotli,
};

/** As `Accept-Encoding` wants it. */
export const CODINGS = 'gzip, deflate, br';

/** The codings of a body in the order in which they were applied; none for `identity`. */
export function codingsOf(contentEncoding: string | undefined): readonly string[] {
  if (contentEncoding === undefined) return [];
  const names = contentEncoding.split(',').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '' && name !== 'identity');
}

export function isKnownCoding(name: string): boolean {
  return Object.hasOwn(DECODERS, name);
}

/**
 * Undoes codings, the last one first, and stops as soon as there are more bytes than the limit, or
 * between two codings more than the cap.
 */
export async function decode(
  bytes: Buffer,
  codings: readonly string[],
  { limit, cap }: { readonly limit: number; readonly cap: number },
): Promise<Decoded> {
  let decoded = bytes;
  for (const [undone, coding] of codings.toReversed().entries()) {
    const maxOutputLength = undone === codings.length - 1 ? limit : cap;
    try {
      decoded = (await DECODERS[coding]?.(decoded, { maxOutputLength })) ?? decoded;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
    }
  }
  return decoded;
}

/** The header of the zlib format (RFC 1950, section 2.2). */
function isZlib(bytes: InputType): boolean {
  if (!Buffer.isBuffer(bytes) || bytes.length < 2) return false;
  return ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
