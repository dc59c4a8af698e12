/** A value of TOML 1.0. */
type TomlValue = string | number | boolean | readonly TomlValue[] | Toml;

export interface Toml {
  readonly [key: string]: TomlValue;
}

/** A document of TOML 1.0: a line for each key, what lies deeper as inline tables. */
export function renderToml(document: Toml): string {
  return Object.entries(document)
    .map(([key, value]) => `${quote(key)} = ${renderValue(value)}\n`)
    .join('');
}

function renderValue(value: TomlValue): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  if (isArray(value)) return `[${value.map(renderValue).join(', ')}]`;
  const entries = Object.entries(value).map(([key, it]) => `${quote(key)} = ${renderValue(it)}`);
  return `{${entries.join(', ')}}`;
}

function isArray(value: object): value is readonly TomlValue[] {
  return Array.isArray(value);
}

/** A basic string: the escapes of JSON are those of TOML, but for the delete character. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u007F', String.raw`\u007F`);
}
