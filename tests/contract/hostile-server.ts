import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a server does with each request, bytes and all; `turn` counts them from 1. */
export type Behaviour = (socket: Socket, turn: number) => void;

export interface HostileServer {
  readonly url: string;
  readonly connections: () => number;
  readonly close: () => void;
}

/** A server that knows no HTTP: it waits for the end of a request's header, and does as it is told. */
export async function serveHostile(behave: Behaviour): Promise<HostileServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let turn = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    // The other side hangs up on such a server, and so it must.
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      if (bytes.includes('\r\n\r\n')) behave(socket, (turn += 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Writes the same bytes as long as anybody takes them. */
export function endlessly(socket: Socket, bytes: string | Buffer): void {
  const more = (): void => {
    let takes = true;
    while (takes && !socket.destroyed) takes = socket.write(bytes);
  };
  socket.on('drain', more);
  more();
}
