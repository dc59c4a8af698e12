import { UserError } from '../../base/user-error.ts';

/** Says why a port could not be opened, and which flag chooses another. */
export function explainListening(error: unknown, host: string, port: number, flag: string): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    throw new UserError('port-in-use', `Port ${port} of ${host} is in use`, {
      hint: `Stop what listens there, or choose another with ${flag}; ${flag} 0 takes any free one.`,
      cause: error,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
    const address = flag.replace('port', 'host');
    throw new UserError(
      'address-not-available',
      `Cannot listen on ${host}, port ${port}: ${code}`,
      {
        hint: `Choose an address of this machine with ${address}, and a port above 1023 with ${flag}.`,
        cause: error,
      },
    );
  }
  throw error;
}
