/** Path and query of origin-form and absolute-form targets (RFC 9112, section 3.2). */
export function targetOf(target: string): { path: string; query: string } {
  const isLocal = target.startsWith('/');
  const local = isLocal ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const fragment = local.indexOf('#');
  const beforeFragment = fragment < 0 ? local : local.slice(0, fragment);
  const split = beforeFragment.indexOf('?');
  if (split < 0) return { path: beforeFragment, query: '' };
  return { path: beforeFragment.slice(0, split), query: beforeFragment.slice(split + 1) };
}
