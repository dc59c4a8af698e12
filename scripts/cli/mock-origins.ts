import { InvalidArgumentError } from '@commander-js/extra-typings';

/** Gathers origins as browsers write them: `http://localhost:3000`, and `null` for pages of files. */
export function toOrigins(text: string, before: unknown): readonly string[] {
  const known = Array.isArray(before) ? before.map(String) : [];
  if (text === 'null') return [...known, text];
  const url = URL.parse(text);
  const isOrigin = url !== null && url.host !== '' && `${url.pathname}${url.search}` === '/';
  if (isOrigin) return [...known, `${url.protocol}//${url.host}`];
  throw new InvalidArgumentError(
    'An origin is a scheme and a host, and a port where it is not the usual one: http://localhost:3000.',
  );
}
