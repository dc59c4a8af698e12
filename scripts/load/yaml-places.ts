import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import { DEEPEST_JSON } from '../base/json-text.ts';
import type { TextPlace } from './text-place.ts';

type Event = ReturnType<typeof parseEvents>[number];

/** The places of a YAML text without aliases, which has been parsed before. */
export function placesOfYaml(text: string): TextPlace {
  const events = parseEvents(text, { maxDepth: DEEPEST_JSON });
  const parsed = { text, events, ends: endsOf(events) };
  // The first opens the document.
  return placeAt(parsed, startOf(parsed, 1), 1);
}

interface ParsedText {
  readonly text: string;
  readonly events: readonly Event[];
  /** For each event that begins something the index of the first that is no part of it. */
  readonly ends: Int32Array;
}

function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length);
  const open: number[] = [];
  for (const [index, { type }] of events.entries()) {
    ends[index] = index + 1;
    if (type === EVENT_ID.POP) ends[open.pop() ?? 0] = index + 1;
    else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) open.push(index);
  }
  return ends;
}

function placeAt(parsed: ParsedText, offset: number, index: number): TextPlace {
  let known: { readonly places: ReadonlyMap<string, TextPlace> | undefined } | undefined;
  return { offset, below: () => (known ??= { places: placesIn(parsed, index) }).places };
}

function placesIn(parsed: ParsedText, from: number): ReadonlyMap<string, TextPlace> | undefined {
  const { text, events, ends } = parsed;
  const type = events[from]?.type;
  if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return undefined;
  const places = new Map<string, TextPlace>();
  // Its last event closes it.
  const last = (ends[from] ?? 0) - 1;
  for (let at = from + 1; at < last;) {
    const event = events[at];
    const offset = startOf(parsed, at);
    let key = String(places.size);
    if (type === EVENT_ID.MAPPING) {
      if (event?.type === EVENT_ID.SCALAR) key = getScalarValue(text, event);
      at = ends[at] ?? last;
    }
    places.set(key, placeAt(parsed, offset, at));
    at = ends[at] ?? last;
  }
  return places;
}

/** Where a node begins, its quote or block header included. */
function startOf({ text, events }: ParsedText, at: number): number {
  const event = events[at];
  if (event === undefined || !('anchorStart' in event)) return 0;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  const { style, valueStart } = event;
  const header = HEADERS.get(style);
  return header === undefined ? valueStart : text.lastIndexOf(header, valueStart - 1);
}

const HEADERS: ReadonlyMap<number, string> = new Map([
  [SCALAR_STYLE.SINGLE_QUOTED, "'"],
  [SCALAR_STYLE.DOUBLE_QUOTED, '"'],
  [SCALAR_STYLE.LITERAL_BLOCK, '|'],
  [SCALAR_STYLE.FOLDED_BLOCK, '>'],
]);
