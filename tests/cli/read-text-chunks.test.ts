import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readTextChunks } from '../../scripts/cli/read-text-chunks.ts';

const folder = await mkdtemp(join(tmpdir(), 'kiln-chunks-'));
afterAll(() => rm(folder, { recursive: true }));

const TEXT = '{"log": "Zoë 🐕"}\n'.repeat(9000);
const UTF16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');

async function read(octets: Uint8Array): Promise<string> {
  const path = join(folder, 'day.har');
  await writeFile(path, octets);
  let all = '';
  for await (const chunk of readTextChunks(path)) all += chunk;
  return all;
}

test.for<{ what: string; octets: Uint8Array; text: string }>([
  { what: 'UTF-8', octets: Buffer.from(TEXT), text: TEXT },
  { what: 'UTF-8 with a mark', octets: Buffer.from(`\uFEFF${TEXT}`), text: TEXT },
  { what: 'UTF-16, the small end first', octets: UTF16, text: TEXT },
  { what: 'UTF-16, the big end first', octets: Buffer.from(UTF16).swap16(), text: TEXT },
  { what: 'gzip', octets: gzipSync(TEXT), text: TEXT },
  { what: 'UTF-16 in gzip', octets: gzipSync(UTF16), text: TEXT },
  { what: 'nothing', octets: Buffer.from(''), text: '' },
  { what: 'one octet', octets: Buffer.from('{'), text: '{' },
])('reads $what', async ({ octets, text }) => {
  expect(await read(octets)).toBe(text);
});

test('gzip that breaks off is read as far as it goes', async () => {
  const octets = gzipSync(Buffer.from(Array.from({ length: 99_999 }, (_, i) => `${i}\n`).join('')));
  const text = await read(octets.subarray(0, octets.length / 2));
  expect(text).toMatch(/^0\n1\n2\n/);
});

test('what says that it is gzip, and is not, is no text', async () => {
  const octets = Buffer.concat([Buffer.from([0x1f, 0x8b]), brotliCompressSync(TEXT)]);
  await expect(read(octets)).rejects.toThrow('unknown compression method');
});
