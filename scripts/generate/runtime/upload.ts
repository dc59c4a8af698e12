import type { Policy, TellUpload } from './settings.ts';

export interface UploadOptions {
  /**
   * Told of each piece of the body that is handed on. Pages of a browser tell of none: they stream bodies over HTTP/2 alone,
   * and do not say beforehand which it will be.
   */
  readonly onUpload?: TellUpload | undefined;
}

/** Tells how much of a body that is no JSON has been handed on. */
export const uploading: Policy = () => ({
  watchUpload: (body, tell) => (request) => {
    if (request.body === null || 'document' in globalThis) return request;
    const total = bytesOf(body);
    const reader = request.body.getReader();
    let [rest, sent]: [Uint8Array, number] = [new Uint8Array(), 0];
    // Some platforms have a whole file as one piece; who asks for more has sent what came before.
    const counted = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          while (rest.byteLength === 0) {
            const read = await reader.read();
            if (read.done) return controller.close();
            rest = read.value;
          }
          const piece = rest.subarray(0, PIECE);
          rest = rest.subarray(PIECE);
          sent += piece.byteLength;
          tell({ sent, total });
          controller.enqueue(piece);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
    const headers = new Headers(request.headers);
    // A stream says nothing of its length, and not every server takes one without.
    if (total !== undefined) headers.set('Content-Length', String(total));
    const streamed = { headers, body: counted, duplex: 'half' } as const;
    return new Request(request, streamed);
  },
});

/** Bytes that are handed on at once. */
const PIECE = 65_536;

function bytesOf(body: unknown): number | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body).length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  return body instanceof URLSearchParams ? String(body).length : undefined;
}
