import type { RequestTexts } from './read-parameter.ts';
import type { WireParameter } from './write-parameter.ts';

/** Fields of negotiation in which `*` is anything, as their absence is (RFC 9110, sections 12.5.2 to 12.5.4). */
const NEGOTIATING: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'accept-language',
]);

/**
 * Whether a header says what its absence says: that the client prefers nothing. `fetch` sends `Accept-Language: *` where
 * nobody asks it to, so that whoever takes that for a value refuses its callers what they never sent.
 */
export function hasNoPreference(
  { in: location, name }: WireParameter,
  { lines }: Pick<RequestTexts, 'lines'>,
): boolean {
  if (location !== 'header' || !NEGOTIATING.has(name.toLowerCase())) return false;
  const given = lines(name);
  return given.length > 0 && given.every((it) => it.trim() === '*');
}
