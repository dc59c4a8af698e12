/** Pointers of the dates in a value. */
export function datesIn(value: unknown, pointer = ''): string[] {
  if (value instanceof Date) return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, it]) => datesIn(it, `${pointer}/${name}`));
}

/** A value as code that makes it. */
export function literalOf(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, it]) => `[${JSON.stringify(name)}]: ${literalOf(it)}`,
  );
  return `{ ${members.join(', ')} }`;
}
