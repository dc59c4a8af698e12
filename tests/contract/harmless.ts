import type { Reply } from './reply.ts';

/** Ways in which a conforming server may differ from another: nobody may be blamed for one. */
export const HARMLESS = [
  'reversed-members',
  'extra-headers',
  'extra-members',
  'other-messages',
  'pretty-json',
  'decimal-integers',
  'offset-dates',
  'plain-media-type',
  'upper-case-headers',
  'two-challenges',
  'closes-connections',
  'chunks',
  'counts-lengths',
] as const;
export type Harmless = (typeof HARMLESS)[number];

/** A reply that says the same in another way. */
export function applyHarmless(reply: Reply, harmless: Harmless | undefined): Reply {
  const { headers, body } = reply;
  const header = (added: Readonly<Record<string, string>>): Reply => {
    return { ...reply, headers: { ...headers, ...added } };
  };
  const text = (change: (body: string) => string): Reply => {
    const isJson = /json/.test(headers['content-type'] ?? '');
    return body === undefined || !isJson ? reply : { ...reply, body: change(body) };
  };
  switch (harmless) {
    case 'reversed-members':
      return text((it) => JSON.stringify(reversed(JSON.parse(it))));
    case 'extra-headers':
      return header({ vary: 'Accept', 'cache-control': 'no-store', 'x-more': '1' });
    case 'extra-members':
      return text((it) => it.replace(/\}$/, ',"more":{"of":["this"]}}'));
    case 'other-messages':
      return text((it) => it.replace('"text":"no"', '"text":"Das geht so nicht."'));
    case 'pretty-json':
      return text((it) => `\n${JSON.stringify(JSON.parse(it), null, 4)}\n`);
    case 'decimal-integers':
      return text((it) => it.replaceAll(/":(\d+)(?=[,}])/g, '":$1.0'));
    case 'offset-dates':
      return text((it) => it.replaceAll('+01:00"', '.000-05:30"'));
    case 'plain-media-type':
      return 'content-type' in headers ? header({ 'content-type': 'application/json' }) : reply;
    case 'upper-case-headers':
      return {
        ...reply,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
        ),
      };
    case 'two-challenges':
      return 'www-authenticate' in headers
        ? header({ 'www-authenticate': 'Negotiate, Key realm="all of it"' })
        : reply;
    case 'closes-connections':
      return header({ connection: 'close' });
    case 'chunks':
    case 'counts-lengths':
    case undefined:
      return reply;
  }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, it]) => [name, reversed(it)]);
  return Object.fromEntries(members.toReversed()) as unknown;
}
