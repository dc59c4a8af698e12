import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { toLazyList } from '../base/lazy-list.ts';
import { perOperation } from '../model/per-operation.ts';
import { sitesInReach } from './at-sites.ts';
import { CONSTRAINTS, type BreakableConstraint } from './constraints.ts';
import { exampleRequest, readAsSent } from './example-request.ts';
import { inputSitesOf, isAt, readValue, type InputSite } from './input-sites.ts';
import type { RequestDraft } from './operator.ts';
import { breachesIn, toSent, withParameter, type SentBreach } from './request-parts.ts';
import { sampleAt } from './sample.ts';
import { locate } from './schema-sites.ts';

/**
 * Valid requests but for a single broken constraint, for each constraint that can be broken alone. Dozens of
 * operators ask for them, so each is made once.
 */
export const eachBrokenRequest = perOperation((api, operation) =>
  toLazyList(breakEach(api, operation)),
);

function* breakEach(api: ApiModel, operation: Operation): Generator<RequestDraft, void, undefined> {
  const sites = inputSitesOf(api, operation);
  const size = sizeOfRequest(api, operation);
  const ofKinds = Map.groupBy(sites, ({ keyword }) => keyword).values();
  const tried = new Set(ofKinds.flatMap((own) => sitesInReach(own, size)));
  for (const site of sites) {
    const constraint = CONSTRAINTS.find(({ keyword }) => keyword === site.keyword);
    if (!constraint || !tried.has(site)) continue;
    const draft = breakingRequest(api, operation, site, constraint.breaking);
    if (draft) yield draft;
  }
}

/** What a parameter costs its reader, absent or not, in characters. */
const PARAMETER = 50;

/** Characters that are read of the example request, or as good as read; none where there is no example. */
export function sizeOfRequest(api: ApiModel, operation: Operation): number {
  const example = exampleRequest(api, operation);
  if (!example) return 0;
  const { path, query, headers, body = '' } = example;
  const texts = [path, query, body, ...Object.values(headers)];
  return texts.reduce((sum, { length }) => sum + length, PARAMETER * operation.parameters.length);
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
  return requestWith(
    api,
    operation,
    site,
    candidates,
    (breaches) => breaches.length > 0 && breaches.every((it) => isAt(site, it)),
  );
}

/** A valid request with one of the candidates at a site. */
export function fittingRequest(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  candidates: BreakableConstraint['breaking'],
): RequestDraft | undefined {
  return requestWith(api, operation, site, candidates, (breaches) => breaches.length === 0);
}

function requestWith(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  candidates: BreakableConstraint['breaking'],
  isWanted: (breaches: readonly SentBreach[]) => boolean,
): RequestDraft | undefined {
  const base = exampleRequest(api, operation);
  if (!base) return undefined;
  for (const place of startsOf(api, operation, site, base)) {
    for (const value of candidates(place.value, site.schema, site.path.at(-1) ?? '')) {
      const draft = place.with(value);
      // The rest is as valid as the example, so what a parameter alone does not show the whole does not either.
      if (site.part !== 'body') {
        const own = breachesIn(api, operation, toSent(draft), site.part);
        if (!own || !isWanted(own)) continue;
      }
      const read = readAsSent(api, operation, draft);
      if (read && isWanted(read.breaches)) return draft;
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
