/** The header by which runs that share a mock keep apart: each namespace counts and remembers by itself. */
export const NAMESPACE_HEADER = 'x-kiln-namespace';
export const DEFAULT_NAMESPACE = 'default';

export function isNamespace(name: string): boolean {
  return /^[\w.-]{1,64}$/.test(name);
}
