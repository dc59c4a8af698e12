import { createSecureContext } from 'node:tls';
import { UserError } from '../base/user-error.ts';
import type { Tls } from '../mock/http/tls.ts';
import type { Io } from './io.ts';

/** The options of `kiln mock` that say how it speaks HTTPS. */
export interface TlsFlags {
  readonly https?: true | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly clientCa?: string | undefined;
}

/** What the flags come to; undefined where the mock speaks HTTP. */
export async function toTls(
  io: Io,
  { https, cert, key, clientCa }: TlsFlags,
): Promise<Tls | undefined> {
  if (cert === undefined && key === undefined && clientCa === undefined && !https) return undefined;
  if ((cert === undefined) !== (key === undefined)) {
    throw new UserError('certificate-incomplete', `--${cert ? 'key' : 'cert'} is missing`, {
      hint: 'A certificate has a key: give --cert FILE and --key FILE, or --https alone.',
    });
  }
  const own =
    cert !== undefined && key !== undefined
      ? { cert: await io.readText(cert), key: await io.readText(key) }
      : await makeCertificate(io);
  const ca = clientCa === undefined ? undefined : await io.readText(clientCa);
  try {
    createSecureContext({ ...own, ...(ca !== undefined && { ca }) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('certificate-unusable', `The certificate cannot be used: ${reason}`, {
      hint: 'Certificate, key and CA are PEM files, and the key is that of the certificate.',
      cause,
    });
  }
  return { ...own, clientCa: ca };
}

/** A certificate of nobody's for this machine: clients have to be told to take it. */
async function makeCertificate(io: Io): Promise<Pick<Tls, 'cert' | 'key'>> {
  const { exitCode, stdout } = await io.execute('openssl', [
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-days',
    '30',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1',
    '-keyout',
    '-',
  ]);
  const [key] =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/.exec(stdout) ?? [];
  const [cert] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(stdout) ?? [];
  if (exitCode === 0 && key !== undefined && cert !== undefined) return { key, cert };
  throw new UserError(
    'no-certificate',
    'openssl, which makes the certificate of --https, did not make one',
    {
      hint: 'Install openssl, or give a certificate with --cert FILE and --key FILE.',
    },
  );
}
