import { headerOf, type Call } from '../call.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The header by which runs that share a mock keep apart: each namespace counts and remembers by itself. */
export const NAMESPACE_HEADER = 'x-kiln-namespace';
export const DEFAULT_NAMESPACE = 'default';

/** The namespace of a request. */
export function namespaceOf(call: Call): string | Refusal {
  const name = headerOf(call, NAMESPACE_HEADER);
  if (name === undefined) return DEFAULT_NAMESPACE;
  if (isNamespace(name)) return name;
  const message = `${NAMESPACE_HEADER} takes up to 64 letters, digits, and any of "_.-".`;
  return refuse('malformed', message, { path: [NAMESPACE_HEADER], stage: 'route' });
}

export function isNamespace(name: string): boolean {
  return /^[\w.-]{1,64}$/.test(name);
}

/** Name of a group of the store; the first part is the namespace. */
export function groupOf(namespace: string, ...parts: readonly string[]): string {
  let group = `${namespace}/`;
  for (const part of parts) group += `${part}/`;
  return group;
}
