import type { ServerResponse } from 'node:http';

/** Events for one reader (HTML Standard, section 9.2, server-sent events). */
export interface EventStream {
  readonly send: (event: string, data: unknown, id?: number) => void;
}

/** Events are written together this often, in milliseconds: a busy mock must not write each by itself. */
const PAUSE = 50;
/** Events that a pause may gather; of more, the oldest are dropped. */
const MOST_GATHERED = 200;
/** A reader this many bytes behind is let go, and comes back by itself. */
const MOST_UNREAD = 1024 * 1024;
/** Milliseconds after which a browser asks again. */
const RETRY = 1000;

/** Opens a stream on a response; it ends when the reader leaves. */
export function openStream(response: ServerResponse): EventStream {
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write(`retry: ${RETRY}\n\n`);
  response.on('close', () => clearTimeout(timer));

  const flush = (): void => {
    timer = undefined;
    if (response.writableLength > MOST_UNREAD) response.destroy();
    else response.write(gathered.join(''));
    gathered = [];
  };

  return {
    send(event, data, id) {
      if (response.destroyed) return;
      const number = id === undefined ? '' : `id: ${id}\n`;
      gathered.push(`event: ${event}\n${number}data: ${JSON.stringify(data)}\n\n`);
      if (gathered.length > MOST_GATHERED) gathered.shift();
      timer ??= setTimeout(flush, PAUSE);
    },
  };
}
