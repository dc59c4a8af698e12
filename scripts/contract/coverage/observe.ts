import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { createCounter, type Counter, type Sightings } from '../../result/coverage.ts';
import { essenceOf, isJsonType } from '../../base/media-type.ts';
import {
  headerOf,
  type Exchange,
  type WireRequest,
  type WireResponse,
} from '../../wire/exchange.ts';
import { isEqual, type Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { responseFor } from '../../model/documented-response.ts';
import { parseJson } from '../../base/json-text.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { readParts } from '../wire/read-request.ts';
import type { RequestPart } from '../wire/request-part.ts';
import { exercisedBy } from './exercise.ts';
import { bytesPointer } from './bytes-pointer.ts';
import { shortSubject } from './short-subject.ts';

/** Looks at exchanges of one operation, and counts what they exercise. */
export interface Observer {
  /** `isPlain` says that the credential is the good one, and nothing was changed by hand. */
  readonly observe: (exchange: Exchange, isPlain: boolean) => void;
  /** Subjects are as `shortSubject` makes them. */
  readonly sightings: () => Sightings;
}

/** What an observer watches: an operation at its target, for the sake of a property. */
interface Watched {
  readonly api: ApiModel;
  readonly target: string;
  readonly operation: Operation;
  readonly property: string;
}

/**
 * Coverage is read off the wire, as verdicts are: from the request that was sent, by the contract's
 * rules, and not from what a generator meant to send.
 */
export function createObserver({ api, target, operation, property }: Watched): Observer {
  const { see, sightings } = createCounter();
  return {
    observe({ request, response }, isPlain) {
      const parts = readParts(api, target, operation, request);
      for (const part of parts) seePart(api, see, part);
      operation.parameters.forEach((parameter, i) => {
        const part = parts[i];
        if (!part) return;
        see('parameter', subjectOf(parameter), stateOf(part));
        if (parameter.required && part.value !== undefined) {
          see('constraint', requiredOf(parameter), 'satisfied');
        }
      });
      seeBody(api, see, operation, request);
      seeResponse(see, operation, response);
      if (response)
        see(
          'auth',
          isPlain ? VALID_CREDENTIAL : rowOf(property),
          isRefused(operation, response) ? REFUSED : LET_IN,
        );
    },
    sightings: () => sightings((subject) => shortSubject(operation, subject)),
  };
}

const REQUIRED = new WeakMap<Parameter, Pointer>();

/** Where it stands that a parameter is required: the same text each time, for it may be long. */
function requiredOf(parameter: Parameter): Pointer {
  const known = REQUIRED.get(parameter) ?? append(parameter.pointer, 'required');
  REQUIRED.set(parameter, known);
  return known;
}

export const REFUSED = 'refused';
export const LET_IN = 'let in';
export const VALID_CREDENTIAL = 'a valid credential';

type See = Counter['see'];

function seePart(api: ApiModel, see: See, { schema, value, breaches }: RequestPart): void {
  const broken = new Set(breaches.map(({ constraint }) => constraint));
  for (const constraint of broken) see('constraint', constraint, 'violated');
  if (schema === undefined || value === undefined) return;
  for (const { pointer, distance } of exercisedBy(api, schema, value)) {
    if (!broken.has(pointer)) see('constraint', pointer, 'satisfied');
    if (distance !== undefined) see('limit', pointer, distance);
  }
}

function stateOf({ value, breaches }: RequestPart): string {
  if (value === undefined) return 'omitted';
  return breaches.length > 0 ? 'invalid' : 'sent';
}

function seeBody(api: ApiModel, see: See, operation: Operation, request: WireRequest): void {
  const { body, limits } = operation;
  if (!body || request.body === undefined || request.body === '') return;
  if (body.required) see('constraint', append(body.pointer, 'required'), 'satisfied');
  const bytes = new TextEncoder().encode(request.body).length - (limits.bodyBytes ?? Number.NaN);
  const distance = ({ '-1': 'N-1', '0': 'N', '1': 'N+1' } as const)[String(bytes)];
  if (distance !== undefined) see('limit', bytesPointer(api, operation, 'bodyBytes'), distance);
  const media = mediaFor(body.content, headerOf(request, 'content-type') ?? '');
  see('media', `request ${media?.mediaType ?? 'another'}`, 'seen');
  if (!media) return;
  const value = seeExamples(see, media, request.body);
  if (value !== undefined) see('constraint', media.pointer, 'satisfied');
}

function seeResponse(see: See, operation: Operation, response: WireResponse | undefined): void {
  if (!response) {
    see('status', 'no answer', 'seen');
    return;
  }
  const documented = responseFor(operation, response.status);
  const status = documented?.status ?? `${response.status}`;
  see('status', status, 'seen');
  const contentType = headerOf(response, 'content-type');
  if (contentType === undefined || response.body === '') return;
  const media = documented && mediaFor(documented.content, contentType);
  see('media', `${status} ${media?.mediaType ?? essenceOf(contentType)}`, 'seen');
  if (media && media.examples.length > 0) seeExamples(see, media, response.body);
}

/** Sees the documented examples that a JSON body equals, and gives its value. */
function seeExamples(see: See, media: MediaType, body: string): Json | undefined {
  if (!isJsonType(media.mediaType)) return undefined;
  const parsed = parseJson(body);
  if ('reason' in parsed) return undefined;
  for (const { pointer, value } of media.examples) {
    if (isEqual(value, parsed.value)) see('example', pointer, 'seen');
  }
  return parsed.value;
}

function isRefused({ errors }: Operation, { status }: WireResponse): boolean {
  return [401, 403, errors.unauthenticated?.status, errors.forbidden?.status].includes(status);
}

function rowOf(property: string): string {
  const isOfOthers = property.startsWith('auth.') && property !== 'auth.accepted';
  return isOfOthers ? property : VALID_CREDENTIAL;
}

/** `query limit`: how coverage names a parameter. */
export function subjectOf({ in: location, name }: { in: string; name: string }): string {
  return `${location} ${name}`;
}
