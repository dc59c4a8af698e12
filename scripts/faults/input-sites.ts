import type { ApiModel, Operation } from '../model/api-model.ts';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { exampleRequest } from './example-request.ts';
import { CONSTRAINTS, type BreakableConstraint } from './constraints.ts';
import type { RequestDraft, Sent } from './operator.ts';
import {
  jsonContentOf,
  readSent,
  toSent,
  withBytes,
  withParameter,
  type SentPart,
  type ReadRequest,
  type SentBreach,
} from './request-parts.ts';
import { sampleAt } from './sample.ts';
import { isOnPath, locate, sitesOf, without } from './schema-sites.ts';

const KEYWORDS = CONSTRAINTS.map(({ keyword }) => keyword);

/** A constraint on the input of an operation. */
export interface InputSite {
  readonly part: SentPart;
  /** Names it among those of the operation: `/events/maxItems`, `/query/limit/maximum`. */
  readonly at: string;
  /** Where in the part the constrained value is. */
  readonly path: readonly string[];
  readonly keyword: string;
  readonly constraint: Pointer;
  readonly schema: JsonObject;
}

/** The constraints of an operation's parameters and JSON content, one for each required property. */
export function inputSitesOf(
  api: ApiModel,
  operation: Operation,
  keywords: readonly string[] = KEYWORDS,
): readonly InputSite[] {
  const content = jsonContentOf(operation)?.schema;
  const parts: readonly (readonly [SentPart, Pointer, string])[] = [
    ...operation.parameters.flatMap((it) =>
      it.schema === undefined ? [] : [[it, it.schema, `/${it.in}/${it.name}`] as const],
    ),
    ...(content === undefined ? [] : [['body', content, ''] as const]),
  ];
  return parts.flatMap(([part, root, prefix]) =>
    sitesOf(api.document, root).flatMap(({ path, pointer, schema }) =>
      keywords.flatMap((keyword): InputSite[] => {
        const said = schema[keyword];
        if (said === undefined) return [];
        const constraint = append(pointer, keyword);
        const names = keyword === 'required' ? arrayOf(said).map(String) : [];
        const paths = keyword === 'required' ? names.map((name) => [...path, name]) : [path];
        return paths.map((it) => ({
          part,
          at: `${prefix}/${[...it, keyword].join('/')}`,
          path: it,
          keyword,
          constraint,
          schema,
        }));
      }),
    ),
  );
}

/** Valid requests but for a single broken constraint, for each constraint that can be broken alone. */
export function eachBrokenRequest(api: ApiModel, operation: Operation): Iterable<RequestDraft> {
  return inputSitesOf(api, operation)
    .values()
    .flatMap((site) => {
      const constraint = CONSTRAINTS.find(({ keyword }) => keyword === site.keyword);
      const draft = constraint && breakingRequest(api, operation, site, constraint.breaking);
      return draft ? [draft] : [];
    });
}

/** The first of them; none where no constraint can be broken alone. */
export function brokenRequests(api: ApiModel, operation: Operation): readonly RequestDraft[] {
  for (const draft of eachBrokenRequest(api, operation)) return [draft];
  return [];
}

/** A request that breaks this constraint and no other; undefined where examples do not lead there. */
export function breakingRequest(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  candidates: BreakableConstraint['breaking'],
): RequestDraft | undefined {
  return requestWith(api, operation, site, candidates, (read) => {
    const [first] = read.breaches;
    return first !== undefined && read.breaches.every((it) => isAt(site, it));
  });
}

/** A valid request with one of the candidates at a site. */
export function fittingRequest(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  candidates: BreakableConstraint['breaking'],
): RequestDraft | undefined {
  return requestWith(api, operation, site, candidates, (read) => read.breaches.length === 0);
}

function requestWith(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  candidates: BreakableConstraint['breaking'],
  isWanted: (read: ReadRequest) => boolean,
): RequestDraft | undefined {
  const base = exampleRequest(api, operation);
  if (!base) return undefined;
  for (const place of startsOf(api, operation, site, base)) {
    for (const value of candidates(place.value, site.schema, site.path.at(-1) ?? '')) {
      const draft = place.with(value);
      const read = readSent(api, operation, toSent(draft));
      if (read && isWanted(read)) return draft;
    }
  }
  return undefined;
}

interface Start {
  /** The value that the constraint is about; the object around it for a required property. */
  readonly value: Json;
  readonly with: (value: Json) => RequestDraft;
}

/** The places in a request where a site's value stands, or can be put. */
function startsOf(
  api: ApiModel,
  operation: Operation,
  { part, path, keyword, constraint }: InputSite,
  base: RequestDraft,
): readonly Start[] {
  const isRequired = keyword === 'required';
  const inside = isRequired ? path.slice(0, -1) : path;
  const schema = `#${constraint.slice(1, constraint.lastIndexOf('/'))}` as const;
  const given = part === 'body' ? bodyOf(base) : readValue(api, operation, base, part);
  const whole = given ?? sampleAt(api.document, schema);
  const rewrite = (value: Json): RequestDraft =>
    part === 'body'
      ? {
          ...base,
          headers: { 'content-type': 'application/json', ...base.headers },
          body: JSON.stringify(value),
        }
      : withParameter(operation, base, part, value);
  const [found] = locate(whole, inside);
  // What no example shows is put where it belongs, if the way there exists.
  const parents = found === undefined ? locate(whole, inside.slice(0, -1)) : [];
  const name = inside.at(-1);
  const places: readonly Pointer[] =
    found !== undefined
      ? [found]
      : parents.flatMap((it) => (name === undefined || name === '*' ? [] : [append(it, name)]));
  return places.map((at) => ({
    value: valueAt(whole, at) ?? sampleAt(api.document, schema),
    with: (value) => rewrite(withValueAt(whole, at, value)),
  }));
}

function bodyOf({ body }: RequestDraft): Json | undefined {
  return body === undefined ? undefined : jsonOrNone(body);
}

function readValue(
  api: ApiModel,
  operation: Operation,
  draft: RequestDraft,
  part: SentPart,
): Json | undefined {
  const read = readSent(api, operation, toSent(draft));
  return read?.parameters.find(
    ({ parameter }) => part !== 'body' && parameter.pointer === part.pointer,
  )?.value;
}

/** Whether a breach is one of this constraint at this site. */
export function isAt({ part, path, keyword, constraint }: InputSite, breach: SentBreach): boolean {
  if (breach.constraint !== constraint || breach.part !== part) return false;
  const isOfProperty = keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
  return isOnPath(breach.instance, isOfProperty ? [...path, '*'] : path);
}

/** The value at a place that a breach names. */
export function valueAtSite(read: ReadRequest, { part, instance }: SentBreach): Json | undefined {
  const whole =
    part === 'body'
      ? read.body
      : read.parameters.find(({ parameter }) => parameter.pointer === part.pointer)?.value;
  return whole === undefined ? undefined : valueAt(whole, `#${instance}`);
}

/** A request whose broken constraint is mended, as it would have to be for it to be accepted. */
export function repair(
  api: ApiModel,
  operation: Operation,
  sent: Sent,
  read: ReadRequest,
  breach: SentBreach,
  mend: BreakableConstraint['mend'],
): Sent {
  const { part, instance, keyword } = breach;
  const whole =
    part === 'body'
      ? read.body
      : read.parameters.find(({ parameter }) => parameter.pointer === part.pointer)?.value;
  if (whole === undefined) return sent;
  const pointer: Pointer = `#${instance}`;
  const schema = objectOf(schemaAround(api, breach));
  const isSurplus = keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
  const mended = isSurplus
    ? without(whole, pointer)
    : withValueAt(
        whole,
        pointer,
        mend(valueAt(whole, pointer) ?? null, schema, api.document, breach),
      );
  return part === 'body'
    ? withBytes(sent, Buffer.from(JSON.stringify(mended)))
    : withParameter(operation, sent, part, mended);
}

/** The request with the whole part as the example has it. */
export function likeExample(
  api: ApiModel,
  operation: Operation,
  { part }: InputSite,
  sent: Sent,
): Sent {
  const example = exampleRequest(api, operation);
  if (!example) return sent;
  if (part === 'body') return withBytes(sent, Buffer.from(example.body ?? ''));
  return withParameter(operation, sent, part, readValue(api, operation, example, part));
}

function schemaAround({ document }: ApiModel, { constraint }: SentBreach): Json | undefined {
  const node = valueAt(document, `#${constraint.slice(1, constraint.lastIndexOf('/'))}`);
  return isObject(node) ? node : undefined;
}
