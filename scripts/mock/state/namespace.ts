import { DEFAULT_NAMESPACE, isNamespace, NAMESPACE_HEADER } from '../../wire/namespace.ts';
import { fieldIn, type Call } from '../../wire/call.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';

/** The namespace of a request. */
export function namespaceOf(call: Call): string | Refusal {
  const name = fieldIn(call, NAMESPACE_HEADER);
  if (name === undefined) return DEFAULT_NAMESPACE;
  if (isNamespace(name)) return name;
  const message = `${NAMESPACE_HEADER} takes up to 64 letters, digits, and any of "_.-".`;
  return refuse('malformed', message, { path: [NAMESPACE_HEADER], stage: 'route' });
}

/** Name of a group of the store; the first part is the namespace. */
export function groupOf(namespace: string, ...parts: readonly string[]): string {
  let group = `${namespace}/`;
  for (const part of parts) group += `${part}/`;
  return group;
}
