/** Whether an address is on this machine: a mock, or a server that somebody develops. */
export function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return ['localhost', '[::1]'].includes(hostname) || hostname.startsWith('127.');
}
