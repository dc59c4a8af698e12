/** What stands at a pointer of a value (RFC 6901, as `#/a/0`); undefined where there is nothing. */
export function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const token of tokensOf(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[token];
  }
  return at;
}

/** The same value with another one at a pointer; objects on the way there are made where they are missing. */
export function withValueAt(value: unknown, pointer: string, set: unknown): unknown {
  const put = (at: unknown, [token, ...rest]: readonly string[]): unknown => {
    if (token === undefined) return set;
    const own = typeof at === 'object' && at !== null ? at : {};
    const members = own as Readonly<Record<string, unknown>>;
    const inner = put(Object.hasOwn(members, token) ? members[token] : undefined, rest);
    return Object.fromEntries([...Object.entries(members), [token, inner]]);
  };
  return put(value, tokensOf(pointer));
}

function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
