import type { TextPlace } from './text-place.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The places of a JSON text, which has been parsed before; of what nobody asks for nothing is kept. */
export function placesOfJson(text: string): TextPlace {
  const start = skipSpace(text, 0);
  return placeAt(text, start, start);
}

function placeAt(text: string, offset: number, value: number): TextPlace {
  let known: { readonly places: ReadonlyMap<string, TextPlace> | undefined } | undefined;
  return { offset, below: () => (known ??= { places: placesIn(text, value) }).places };
}

function placesIn(text: string, start: number): ReadonlyMap<string, TextPlace> | undefined {
  const opening = text.charCodeAt(start);
  if (opening !== OPEN_LIST && opening !== OPEN_MAP) return undefined;
  const places = new Map<string, TextPlace>();
  let at = skipSpace(text, start + 1);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === CLOSE_LIST || code === CLOSE_MAP) break;
    const offset = at;
    let key = String(places.size);
    if (opening === OPEN_MAP) {
      at = endOfString(text, at);
      key = JSON.parse(text.slice(offset, at)) as string;
      at = skipSpace(text, skipSpace(text, at) + 1);
    }
    places.set(key, placeAt(text, offset, at));
    at = skipSpace(text, endOfValue(text, at));
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
  }
  return places;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at + 1;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(text: string, quote: number): boolean {
  let before = quote - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 0;
}

function endOfValue(text: string, from: number): number {
  let open = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      if (open === 0) return at;
      continue;
    }
    if (code === OPEN_LIST || code === OPEN_MAP) open += 1;
    else if (code === CLOSE_LIST || code === CLOSE_MAP) {
      if (open === 0) return at;
      open -= 1;
      if (open === 0) return at + 1;
    } else if (code === COMMA && open === 0) return at;
    at += 1;
  }
  return at;
}

/** How many members the objects of a JSON text have, all together, those of repeated names too. */
export function countMembers(text: string): number {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else {
      if (code === COLON) count += 1;
      at += 1;
    }
  }
  return count;
}
