import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createMessageReader, framingOf } from './message-reader.ts';

/** One request that went by, and the status it was answered with. */
export interface TappedRequest {
  readonly method: string;
  /** As it stands in the first line. */
  readonly target: string;
  status?: number;
}

/** A port that passes every byte on to a server as it is, and counts what goes by. */
export interface TrafficTap {
  readonly port: number;
  /** In the order they were sent. */
  readonly requests: readonly TappedRequest[];
  readonly close: () => Promise<void>;
}

/** Whoever tests a server is counted by the same measure: what went over the wire. */
export async function openTap(port: number): Promise<TrafficTap> {
  const requests: TappedRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const heard = listenIn(requests);
    join(client, upstream, heard.request);
    join(upstream, client, heard.response);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => void sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function join(from: Socket, to: Socket, hear: (bytes: Buffer) => void): void {
  from.on('data', (bytes: Buffer) => {
    hear(bytes);
    if (!to.write(bytes)) from.pause();
  });
  to.on('drain', () => from.resume());
  from.on('end', () => to.end());
  // A connection that breaks on one side breaks on the other.
  from.on('error', () => to.destroy());
  from.on('close', (hadError) => void (hadError && to.destroy()));
}

function listenIn(requests: TappedRequest[]) {
  const unanswered: TappedRequest[] = [];
  const asked = createMessageReader((line, fields) => {
    const [method = '', target = ''] = line.split(' ');
    const request: TappedRequest = { method, target };
    requests.push(request);
    unanswered.push(request);
    return framingOf(fields) ?? 0;
  });
  const answered = createMessageReader((line, fields) => {
    const status = Number(line.split(' ', 2)[1]);
    if (status === 101) return 'until the end';
    if (status < 200) return 0;
    const request = unanswered.shift();
    if (request) request.status = status;
    if (request?.method === 'HEAD' || status === 204 || status === 304) return 0;
    return framingOf(fields) ?? 'until the end';
  });
  return { request: asked.read, response: answered.read };
}
