import { arrayOf, objectOf, stringOf, type JsonObject } from '../../base/json.ts';
import { headerOf, type HeaderFields } from '../../wire/exchange.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/**
 * Where a request went. Some recorders write the path alone, whose host the header fields tell (RFC 9112,
 * section 3.3; RFC 9113, section 8.3.1), and some keep the query beside it.
 */
export function recordedAddress(
  sent: JsonObject,
  headers: HeaderFields,
  framing: ReadonlyMap<string, string>,
): string | undefined {
  const written = stringOf(sent['url']);
  if (written === undefined) return undefined;
  const host = framing.get(':authority') ?? headerOf({ headers }, 'host');
  const isPath = written.startsWith('/') && !written.startsWith('//') && host !== undefined;
  const url = isPath ? `${framing.get(':scheme') ?? 'https'}://${host}${written}` : written;
  const asked = arrayOf(sent['queryString']).map(objectOf);
  if (url.includes('?') || asked.length === 0) return url;
  const query = asked.map(({ name, value }) => {
    return `${coded(stringOf(name))}=${coded(stringOf(value))}`;
  });
  const [before = '', ...fragment] = url.split('#');
  return [`${before}?${query.join('&')}`, ...fragment].join('#');
}

/** Some write them as they were sent, others as they were meant. */
function coded(text = ''): string {
  return /^(?:[\w.~!'()*+-]|%[\dA-F]{2})*$/i.test(text) ? text : encodeComponent(text);
}
