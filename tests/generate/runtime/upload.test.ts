import { describe, expect, expectTypeOf, test } from 'vitest';
import { createClient } from '../../../scripts/generate/runtime/client.ts';
import type { Input } from '../../../scripts/generate/runtime/input.ts';
import { writeParameters } from '../../../scripts/generate/runtime/parameters.ts';
import type { UploadProgress } from '../../../scripts/generate/runtime/settings.ts';
import { uploading } from '../../../scripts/generate/runtime/upload.ts';
import { writeAnyBody } from '../../../scripts/generate/runtime/write-any-body.ts';
import { toContract } from '../../../scripts/generate/to-contract.ts';
import { loadCase } from '../pets.ts';
import { serve } from '../serve.ts';

const CONTRACT = toContract(await loadCase('bodies'));
const MEGABYTES = 3_000_000;

type Send = (input: object) => Promise<{ readonly status: number }>;

/** What a server gets, and what is told of that. */
async function sentWith(id: string, body: unknown, more: object = {}, statuses = [204]) {
  const told: UploadProgress[] = [];
  const got: (readonly [length: string | undefined, bytes: number])[] = [];
  await using server = await serve((request, response) => {
    let bytes = 0;
    request.on('data', (piece: Buffer) => void (bytes += piece.length));
    request.on('end', () => {
      got.push([request.headers['content-length'], bytes]);
      response.writeHead(statuses[got.length - 1] ?? 204, { 'Retry-After': '0' }).end();
    });
  });
  const client = createClient(
    CONTRACT,
    { baseUrl: server.url },
    { writeBody: writeAnyBody, writeParameters },
    [uploading],
  ) as Readonly<Record<string, Send>>;
  const onUpload = (progress: UploadProgress) => void told.push(progress);
  await client[id]?.({ body, onUpload, ...more }).catch(() => undefined);
  return { told, got };
}

describe('the progress of an upload is told', () => {
  test('of a file, piece by piece, with its length', async () => {
    const { told, got } = await sentWith('sendAnything', new Blob([new Uint8Array(MEGABYTES)]));
    expect(got).toEqual([[String(MEGABYTES), MEGABYTES]]);
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toEqual({ sent: MEGABYTES, total: MEGABYTES });
    const sizes = told.map(({ sent }) => sent);
    expect(sizes).toEqual(sizes.toSorted((left, right) => left - right));
  });

  test('of a form of the platform, whose length nobody else knows', async () => {
    const form = new FormData();
    form.set('files', new File([new Uint8Array(MEGABYTES)], 'a.bin'));
    const { told, got } = await sentWith('sendParts', form);
    expect(told.at(-1)).toEqual({ sent: got[0]?.[1], total: undefined });
  });

  test('from the beginning where it is sent again', async () => {
    const body = new Blob(['abc']);
    const { told, got } = await sentWith('sendAnything', body, {}, [429, 204]);
    expect(got).toEqual([
      ['3', 3],
      ['3', 3],
    ]);
    expect(told).toEqual([
      { sent: 3, total: 3 },
      { sent: 3, total: 3 },
    ]);
  });
});

test('a call that sends JSON alone has no such option', () => {
  type Sending<MediaType extends string> = { requestBody: { content: Record<MediaType, Blob> } };
  expectTypeOf<Input<Sending<'image/gif'>>>().toHaveProperty('onUpload');
  expectTypeOf<Input<Sending<'application/json'>>>().not.toHaveProperty('onUpload');
});
