import type { IncomingHttpHeaders } from 'node:http';
import type { ApiModel } from '../../model/api-model.ts';
import { essenceOf, isJsonType } from '../../base/media-type.ts';
import { isObject, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { readQuery } from '../../wire/call.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** Shows what came in without what lets somebody in. */
export interface JournalRedactor {
  readonly headers: (
    headers: IncomingHttpHeaders | Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
  readonly query: (query: string) => string;
  /** Text that names no secret, but may hold one that the mock knows. */
  readonly text: (text: string) => string;
  readonly body: (body: Buffer, contentType: string) => string;
  /** A value found at a place with this name. */
  readonly value: (name: string, value: Json) => Json;
}

/** Stands where a secret stood. */
export const HIDDEN = '[redacted]';
const SECRET_NAME =
  /pass(?:word|wd|phrase)|secret|token|api[-_]?key|authorization|auth(?!or|enticate)|signature|session|credential|cookie/i;
const MEMBER = /("([^"\\]*)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^\s",}\]]+)/g;
/** Shorter ones would be found where they do not stand. */
const SHORTEST_SECRET = 5;

/** Hides what the descriptions' security schemes name, what is named like a secret, and known secrets. */
export function toRedactor(apis: readonly ApiModel[]): JournalRedactor {
  const schemes = apis.flatMap(({ securitySchemes }) => [...securitySchemes.values()]);
  const keys = schemes.flatMap((it) => (it.type === 'apiKey' ? [it.name.toLowerCase()] : []));
  const named = new Set(keys);
  const words = new Set([
    'bearer',
    'basic',
    ...schemes.flatMap((it) => (it.type === 'http' ? [it.scheme.toLowerCase()] : [])),
    ...schemes.flatMap((it) =>
      it.type === 'apiKey' && it.prefix ? [it.prefix.toLowerCase()] : [],
    ),
  ]);
  const known = apis.flatMap(credentialsOf).flatMap(({ value }) => spellingsOf(value));
  const secrets = [...new Set(known)].filter((it) => it.length >= SHORTEST_SECRET);
  // A secret may begin like another: the longer one goes first.
  secrets.sort((left, right) => right.length - left.length);

  const text = (shown: string) => secrets.reduce((it, one) => it.replaceAll(one, HIDDEN), shown);
  const isSecret = (name: string) => named.has(name.toLowerCase()) || SECRET_NAME.test(name);

  const header = (name: string, value: string): string => {
    if (name === 'cookie' || name === 'set-cookie') return hideCookies(value);
    if (!isSecret(name)) return text(value);
    const [word = ''] = value.split(' ', 1);
    const isWord = word.length < value.length && words.has(word.toLowerCase());
    return isWord ? `${word} ${HIDDEN}` : HIDDEN;
  };
  const inside = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(inside);
    if (!isObject(value)) return value;
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([name, it]) => [name, hide(name, it)]));
  };
  const hide = (name: string, value: Json): Json => (isSecret(name) ? HIDDEN : inside(value));
  const pairs = (piece: string): string => {
    const split = piece.indexOf('=');
    const raw = split < 0 ? piece : piece.slice(0, split);
    // What cannot be decoded cannot be told to be harmless.
    const name = readQuery(raw).pairs[0]?.name ?? 'secret';
    return split >= 0 && isSecret(name) ? `${raw}=${HIDDEN}` : text(piece);
  };
  /** JSON that does not parse is searched for members by eye, as it were. */
  const broken = (shown: string): string =>
    text(shown).replaceAll(MEMBER, (member, before: string, name: string) =>
      isSecret(name) ? `${before}"${HIDDEN}"` : member,
    );
  const query = (shown: string) => shown.split('&').map(pairs).join('&');

  return {
    headers: (headers) =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, header(name, String(value ?? ''))]),
      ),
    query,
    text,
    body(body, contentType) {
      const shown = body.toString('utf8');
      if (essenceOf(contentType) === 'application/x-www-form-urlencoded') return query(shown);
      if (!isJsonType(contentType)) return text(shown);
      const value = jsonOrNone(shown);
      return value === undefined ? broken(shown) : JSON.stringify(inside(value), undefined, 2);
    },
    value: hide,
  };
}

/** A secret as it stands in headers, addresses and JSON. */
function spellingsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64');
  return [secret, encodeComponent(secret), base64, JSON.stringify(secret).slice(1, -1)];
}

/** Names and attributes stay; the first pair of `Set-Cookie` and every pair of `Cookie` lose their value. */
function hideCookies(value: string): string {
  return value
    .split(/;\s*/)
    .map((pair) =>
      pair.replace(/^(?!(?:path|domain|expires|max-age|samesite)=)([^=]+)=.*/i, `$1=${HIDDEN}`),
    )
    .map((pair) =>
      pair.includes('=') || /^(secure|httponly|partitioned)$/i.test(pair) ? pair : HIDDEN,
    )
    .join('; ');
}
