import { createServer, type Server } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { IncomingMessage, RequestListener, ServerOptions } from 'node:http';
import type { Arrival } from './arrival.ts';
import { MethodConnection } from './method-connection.ts';

/** What a mock shows its clients, and what it wants to see of them, as PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
  /** Who must have signed a client's certificate; any certificate will do when left out. */
  readonly clientCa?: string | undefined;
}

/**
 * A server that asks for a certificate of the client and takes also those who have none: which operation needs one
 * is for the description to say.
 */
export function createTlsServer(
  { cert, key, clientCa }: Tls,
  options: ServerOptions,
  listener: RequestListener,
): Server {
  const asks = { requestCert: true, rejectUnauthorized: false } as const;
  return createServer(
    { ...options, ...asks, cert, key, ...(clientCa && { ca: clientCa }) },
    listener,
  );
}

/** What a connection over TLS tells of the client. */
export function clientOf(
  { socket: own }: IncomingMessage,
  { clientCa }: Tls,
): Pick<Arrival, 'isSecure' | 'isCertified'> {
  const socket: unknown = own instanceof MethodConnection ? own.socket : own;
  if (!(socket instanceof TLSSocket)) return {};
  const isShown = Object.keys(socket.getPeerCertificate()).length > 0;
  return { isSecure: true, isCertified: clientCa === undefined ? isShown : socket.authorized };
}
