/** A name and a value, which may be a quoted string (RFC 9110, section 5.6.6). */
const PARAMETER = /;[ \t]*([^\s;="]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[^])*)"|([^;\s]*))/g;

/**
 * The parameters of a field such as Content-Type or Content-Disposition, by their names in lower case; of
 * those with one name the first. An extended value (`name*=UTF-8''…`, RFC 8187) is decoded.
 */
export function toParameters(field: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, key = '', quoted, token = ''] of field.matchAll(PARAMETER)) {
    const name = key.toLowerCase();
    if (parameters.has(name)) continue;
    const value = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? token;
    const text = name.endsWith('*') ? extendedValue(value) : value;
    if (text !== undefined) parameters.set(name, text);
  }
  return parameters;
}

function extendedValue(value: string): string | undefined {
  const [, charset = '', encoded = ''] = /^([^']*)'[^']*'(.*)$/.exec(value) ?? [];
  const octets = encoded.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeText(Buffer.from(octets, 'latin1'), charset);
}

/** Undoes what names of parts escape (HTML Standard, section 4.10.22.8). */
export function unquoteName(name: string | undefined): string | undefined {
  return name?.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

/** Text of bytes in a charset (Encoding Standard); undefined where nobody knows that. What is no text in it is U+FFFD. */
export function decodeText(bytes: Uint8Array, charset = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of bytes that are UTF-8, a byte order mark taken off; undefined where they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
