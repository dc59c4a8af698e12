/** A request as a table tells it: what follows the row's path, fields, and a body of a media type. */
export interface Sent {
  readonly at?: string;
  readonly fields?: readonly (readonly [name: string, value: string])[];
  readonly type?: string;
  readonly body?: string;
}

/** A value, and what it looks like on the wire. */
type Spelled = readonly [value: unknown, sent: Sent];

/** A row of the trials: one input, by a parameter or a body, and what is right about it. */
export interface Row {
  readonly id: string;
  readonly parameter?: ParameterObject;
  /** A media type, and its Media Type Object. */
  readonly body?: readonly [mediaType: string, media: object];
  readonly isOptional?: boolean;
  /** What keeps the contract: lint takes the value, the client writes it so, mock, test and check take it. */
  readonly good: readonly Spelled[];
  /** What breaks it: lint, mock, test and check refuse it; without a value only the wire can say it. */
  readonly bad: readonly Spelled[];
  /** Other spellings that a reader takes. */
  readonly also?: readonly Sent[];
  /** What nobody says the meaning of: it is held against nobody. */
  readonly undetermined?: readonly Sent[];
  /** Whether a request keeps the contract, told by hand and by other people's readers. */
  readonly keeps: (asked: Asked) => boolean | Promise<boolean>;
  /** The mistake that servers made or Kiln made: what this one refuses or takes by mistake. */
  readonly mistaken?: (asked: Asked) => boolean | Promise<boolean>;
}

interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly [keyword: string]: unknown;
}

/** A request as a server by hand has it. */
export interface Asked {
  /** What stands behind the row's own path, not decoded. */
  readonly segment: string;
  readonly rawQuery: string;
  readonly query: URLSearchParams;
  readonly field: (name: string) => string | undefined;
  readonly cookies: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
  readonly form: () => Promise<FormData | undefined>;
}

export function toAsked(
  prefix: string,
  url: string,
  fields: readonly (readonly [string, string])[],
  body: string | Uint8Array = '',
): Asked {
  const { pathname, search } = new URL(url, 'http://trials.test');
  const headers = new Headers(fields.map(([name, value]): [string, string] => [name, value]));
  const cookies = new Map<string, string[]>();
  for (const pair of (headers.get('cookie') ?? '').split(/; ?/)) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (name !== '') cookies.set(name, [...(cookies.get(name) ?? []), decodeURIComponent(value)]);
  }
  return {
    segment: pathname.slice(prefix.length),
    rawQuery: search.slice(1),
    query: new URLSearchParams(search),
    field: (name) => headers.get(name) ?? undefined,
    cookies,
    body: typeof body === 'string' ? body : new TextDecoder().decode(body),
    async form() {
      const payload = typeof body === 'string' ? body : Uint8Array.from(body);
      try {
        return await new Response(payload, { headers }).formData();
      } catch {
        return undefined;
      }
    },
  };
}

export const query = (text: string): Sent => ({ at: `?${text}` });
export const segment = (text: string): Sent => ({ at: `/${text}` });
export const field = (name: string, ...values: readonly string[]): Sent => ({
  fields: values.map((value) => [name, value] as const),
});
export const cookie = (text: string): Sent => field('Cookie', text);
export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';
export const json = (body: string): Sent => ({ type: JSON_TYPE, body });
export const form = (body: string): Sent => ({ type: FORM_TYPE, body });
export const NOTHING: Sent = {};

const BOUNDARY = 'trials';
/** A multipart form of parts, each with the rest of its disposition, further lines, and its content. */
export function parts(...all: readonly (readonly [rest: string, content: string])[]): Sent {
  const texts = all.map(([rest, content]) => {
    const [name = '', ...lines] = rest.split('\n');
    const head = [`Content-Disposition: form-data; name=${name}`, ...lines].join('\r\n');
    return `--${BOUNDARY}\r\n${head}\r\n\r\n${content}\r\n`;
  });
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `${texts.join('')}--${BOUNDARY}--\r\n`,
  };
}

/** A form or a body whose boundary is that of the tables. */
export function withBoundary({ type = '', body = '', ...rest }: Sent): Sent {
  const [, own] = /boundary="?([^";]+)"?/.exec(type) ?? [];
  if (own === undefined) return { ...rest, type, body };
  return { ...rest, type: type.replace(own, BOUNDARY), body: body.replaceAll(own, BOUNDARY) };
}

export const isInteger = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^-?\d+$/.test(text);
/** The JSON value of a text, as the platform reads it; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
export const within = (text: string | null | undefined, from: number, to: number): boolean =>
  isInteger(text) && Number(text) >= from && Number(text) <= to;
