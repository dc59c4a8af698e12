import { METHODS, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { MethodConnection, type ParseError } from './method-connection.ts';

/** The methods that the parser of Node reads. */
const KNOWN: ReadonlySet<string> = new Set(METHODS);

/** Those of these methods that Node's parser takes for broken HTTP, though any token may be one (RFC 9110, section 9.1). */
export function unknownToNode(methods: Iterable<string>): ReadonlySet<string> {
  return new Set([...methods].filter((it) => !KNOWN.has(it)));
}

/**
 * Lets a server read requests of methods that Node's parser refuses. Each connection comes through another one, which
 * writes a method that the parser knows in the place of such a one and keeps the true one beside. Connections are
 * left as they are while there is no such method.
 */
export function readMethods(server: Server, methods: () => ReadonlySet<string>): void {
  for (const event of ['connection', 'secureConnection']) {
    const isPlain = event === 'connection';
    // Of a server with TLS, what comes at first is not HTTP yet.
    if (isPlain && 'setSecureContext' in server) continue;
    const listeners = server.listeners(event) as ((socket: Duplex) => void)[];
    if (listeners.length === 0) continue;
    server.removeAllListeners(event);
    const open = (connection: Duplex) => {
      for (const listener of listeners) listener.call(server, connection);
    };
    server.on(event, (socket: Duplex) => {
      const own = methods();
      open(own.size === 0 ? socket : new MethodConnection({ socket, methods: own, open }));
    });
  }
}

/**
 * Whether a connection that the parser gave up goes on: where it came to a method that is documented. What was asked
 * before is answered first (RFC 9112, section 9.3.2); `settled` calls back then.
 */
export function goesOn(
  error: ParseError,
  socket: Duplex,
  settled: (next: () => void) => void,
): boolean {
  if (error.code !== 'HPE_INVALID_METHOD' || !(socket instanceof MethodConnection)) return false;
  return socket.goOn(error, settled);
}
