import { STATUS_CODES } from 'node:http';
import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { essenceOf, isJsonType, servedAs } from '../base/media-type.ts';
import type { ApiModel, MediaType } from '../model/api-model.ts';
import { propertyNames, schemaBranches } from '../values/schema-branches.ts';
import { ownContent } from '../wire/own-content.ts';
import { fieldOf, type Refusal } from './refusal.ts';

/** Objects deeper than this are about something else than the refusal. */
const DEEPEST = 3;

/** Names of what people read, as they are spelled alike; the first is what says most. */
const MESSAGES = [
  'detail',
  'message',
  'errormessage',
  'errordescription',
  'msg',
  'error',
  'description',
  'reason',
];
const STATUSES: ReadonlySet<string> = new Set([
  'status',
  'statuscode',
  'httpstatus',
  'httpcode',
  'code',
]);

/** Problem Details for HTTP APIs (RFC 9457, section 3). */
export function problemDetails(status: number, { refused, message, path }: Refusal): JsonObject {
  const field = fieldOf(path);
  const title = STATUS_CODES[status] ?? refused;
  const known = { type: 'about:blank', title, status, detail: message };
  return field === undefined ? known : { ...known, field };
}

/**
 * A refusal in content that is documented without an example: what its schema allows, with the message and
 * the status where it has places for them. Undefined where nothing is found that it allows.
 */
export function wordRefusal(
  api: ApiModel,
  media: MediaType,
  status: number,
  refusal: Refusal,
): Json | undefined {
  const { schema, mediaType } = media;
  const isAllowed = (value: Json) =>
    schema === undefined || api.schemas.check(schema, value, 'response').length === 0;
  const own = ownContent(api, media);
  const value = 'value' in own ? own.value : undefined;
  const isStructured = isJsonType(servedAs(mediaType)) || isObject(value);
  if (isStructured && namesNothing(api.document, schema)) {
    const problem = problemDetails(status, refusal);
    if (isAllowed(problem)) return problem;
  }
  if (value === undefined) return undefined;
  if (!isStructured) return isAllowed(refusal.message) ? refusal.message : value;
  return factsFor(value, essenceOf(mediaType), status, refusal).reduce((worded, [at, fact]) => {
    const told = withValueAt(worded, at, fact);
    return isAllowed(told) ? told : worded;
  }, value);
}

function namesNothing(document: Json, schema: Pointer | undefined): boolean {
  const node = schema === undefined ? undefined : valueAt(document, schema);
  return node === undefined || propertyNames(schemaBranches(document, [node])).length === 0;
}

type Fact = readonly [at: Pointer, fact: Json];

/** What there is to be told, and where a value that was made up has room for it. */
function factsFor(value: Json, essence: string, status: number, refusal: Refusal): readonly Fact[] {
  if (typeof value === 'string') return [['#', refusal.message]];
  const members = membersOf(value);
  const messages = members
    .filter(({ held, rank }) => typeof held === 'string' && rank >= 0)
    .toSorted((left, right) => left.depth - right.depth || left.rank - right.rank);
  const [message] = messages;
  const told: Fact[] = message ? [[message.at, refusal.message]] : [];
  const outermost = members.filter(({ depth }) => depth === 0);
  for (const { at, name, held } of outermost) {
    if (STATUSES.has(name) && typeof held === 'number') told.push([at, status]);
    if (STATUSES.has(name) && name !== 'code' && typeof held === 'string')
      told.push([at, String(status)]);
    if (name === 'title' && typeof held === 'string') told.push([at, STATUS_CODES[status] ?? '']);
    if (name === 'type' && essence === 'application/problem+json') told.push([at, 'about:blank']);
  }
  return told;
}

interface Member {
  readonly at: Pointer;
  /** Spelled alike, whatever its case and marks. */
  readonly name: string;
  readonly held: Json;
  readonly depth: number;
  /** Place among the names of messages; below zero where it is none. */
  readonly rank: number;
}

function membersOf(value: Json, at: Pointer = '#', depth = 0): readonly Member[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) {
    const [first] = value as readonly Json[];
    return first === undefined ? [] : membersOf(first, append(at, '0'), depth + 1);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const place = append(at, key);
    const name = key.replaceAll(/[^a-z]/gi, '').toLowerCase();
    const own = { at: place, name, held, depth, rank: MESSAGES.indexOf(name) };
    return [own, ...membersOf(held, place, depth + 1)];
  });
}
