import type { Draw } from './draw.ts';

/**
 * Texts of a format (JSON Schema 2020-12, validation, section 7.3, and the OpenAPI format registry), in
 * the form that strict validators take: reserved example domains, seconds and Z, padded base64. Undefined
 * for a format that is unknown.
 */
export function formatText(format: string, draw: Draw): string | undefined {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]?.(draw) : undefined;
}

/** Whether texts of a format can be told from others. */
export function isTextFormat(format: string): boolean {
  return Object.hasOwn(FORMATS, format);
}

type Make = (draw: Draw) => string;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function word(draw: Draw, least = 1, most = 8): string {
  const length = least + draw.below(most - least + 1);
  return Array.from({ length }, () => LETTERS[draw.below(26)]).join('');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const date: Make = (draw) => {
  const year = [2024, 2026, 1999, 2030, 1970][draw.below(5)] ?? 2024;
  return `${year}-${two(1 + draw.below(12))}-${two(1 + draw.below(28))}`;
};

const time: Make = (draw) => {
  const fraction =
    draw.below(8) === 7 ? `.${1 + draw.below(9)}${draw.below(10)}${1 + draw.below(9)}` : '';
  return `${two(draw.below(24))}:${two(draw.below(60))}:${two(draw.below(60))}${fraction}Z`;
};

/** Spellings of ISO 8601, the best known first. */
const timePoint: Make = (draw) => {
  const [day, clock] = [date(draw), time(draw)];
  const [minute, year] = [clock.slice(0, 5), day.slice(0, 4)];
  const forms = [
    `${day}T${clock}`,
    day,
    `${day}T${minute}Z`,
    `${day}T${clock.slice(0, 8)}`,
    `${day}T${minute}+0100`,
    `${day}T${minute}-05:30`,
    `${day.replaceAll('-', '')}T${minute.replace(':', '')}Z`,
    `${year}-W${two(1 + draw.below(52))}-${1 + draw.below(7)}`,
    `${year}-${String(1 + draw.below(365)).padStart(3, '0')}`,
    `${day}T${minute},5`,
  ];
  return forms[draw.below(forms.length)] ?? day;
};

const host: Make = (draw) => {
  const domain = ['example.com', 'example.org', 'example.net'][draw.below(3)] ?? 'example.com';
  return draw.below(2) === 0 ? domain : `${word(draw)}.${domain}`;
};

const path: Make = (draw) =>
  Array.from({ length: 1 + draw.below(3) }, () => `/${word(draw)}`).join('');

const uri: Make = (draw) => {
  const query = draw.below(3) === 2 ? `?${word(draw)}=${word(draw)}` : '';
  return `https://${host(draw)}${path(draw)}${query}`;
};

const email: Make = (draw) =>
  `${word(draw)}${draw.below(2) === 0 ? '' : String(draw.below(100))}@${host(draw)}`;

function hex(draw: Draw, length: number): string {
  return Array.from({ length }, () => draw.below(16).toString(16)).join('');
}

const uuid: Make = (draw) =>
  `${hex(draw, 8)}-${hex(draw, 4)}-4${hex(draw, 3)}-${'89ab'[draw.below(4)] ?? '8'}${hex(draw, 3)}-${hex(draw, 12)}`;

const duration: Make = (draw) => {
  const forms = ['PT1H30M', 'P1D', 'PT15M', 'P2W', 'P1Y2M3D', 'PT45S'];
  const days = draw.below(2) === 0 ? undefined : 1 + draw.below(90);
  return days === undefined ? (forms[draw.below(forms.length)] ?? 'P1D') : `P${days}D`;
};

const base64: Make = (draw) => {
  const bytes = word(draw, 1, 9);
  // Letters of ASCII are bytes as they are.
  return btoa(bytes);
};

const pointer: Make = (draw) =>
  draw.below(4) === 3 ? `/${word(draw)}/${draw.below(10)}` : `/${word(draw)}`;

/** Addresses that are kept for documents (RFC 5737, RFC 3849). */
const ipv4: Make = (draw) =>
  `${['192.0.2', '198.51.100', '203.0.113'][draw.below(3)] ?? '192.0.2'}.${1 + draw.below(254)}`;
const ipv6: Make = (draw) => `2001:db8::${(1 + draw.below(0xfffe)).toString(16)}`;

const FORMATS: Readonly<Record<string, Make>> = {
  'date-time': (draw) => `${date(draw)}T${time(draw)}`,
  'iso-8601-time-point': timePoint,
  date,
  time,
  duration,
  email,
  'idn-email': email,
  hostname: host,
  'idn-hostname': host,
  ipv4,
  ipv6,
  uuid,
  uri,
  url: uri,
  iri: uri,
  'uri-reference': path,
  'iri-reference': path,
  'uri-template': (draw) => `${path(draw)}/{id}`,
  'json-pointer': pointer,
  'json-pointer-uri-fragment': (draw) => `#${pointer(draw)}`,
  'relative-json-pointer': (draw) => `${draw.below(4)}${pointer(draw)}`,
  regex: (draw) => ['^[a-z]+$', '[0-9]{2,4}', '^a|b$', '^x+y?$'][draw.below(4)] ?? '^a$',
  byte: base64,
  base64url: (draw) => base64(draw).replaceAll('=', ''),
  char: (draw) => LETTERS[draw.below(26)] ?? 'a',
  decimal: (draw) => `${draw.below(1000)}.${two(draw.below(100))}`,
  decimal128: (draw) => `${draw.below(1000)}.${two(draw.below(100))}`,
  'date-time-local': (draw) => `${date(draw)}T${time(draw).slice(0, 8)}`,
  'time-local': (draw) => time(draw).slice(0, 8),
  'http-date': (draw) =>
    new Date(Date.UTC(2024, draw.below(12), 1 + draw.below(28), draw.below(24))).toUTCString(),
  'sf-token': (draw) => word(draw),
  'sf-string': (draw) => word(draw),
  'media-range': (draw) =>
    ['application/json', 'text/plain', 'image/png'][draw.below(3)] ?? 'text/plain',
  'iso-date-time': (draw) => `${date(draw)}T${time(draw)}`,
  'iso-time': time,
};
