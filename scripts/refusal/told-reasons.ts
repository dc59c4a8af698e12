import { isObject, type Json } from '../base/json.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import { isJsonType } from '../base/media-type.ts';
import type { ApiModel, DocumentedResponse, Operation } from '../model/api-model.ts';
import { ERROR_KINDS, type ErrorKind, type ErrorPolicy } from '../model/policies.ts';
import { responseOfRefusal } from './documented-refusal.ts';

/** Where an envelope gives its reason, and which reasons are documented for which statuses. */
type Reasons = ReadonlyMap<Pointer, ReadonlyMap<Json, ReadonlySet<number>>>;

/** A reason that is documented for other statuses than the one it came with. */
interface MisplacedReason {
  /** The kind of refusal that has the status. */
  readonly kind: ErrorKind;
  readonly at: Pointer;
  readonly told: Json;
  /** What is documented for the status. */
  readonly documented: readonly Json[];
  /** The statuses that `told` is documented for. */
  readonly statuses: readonly number[];
}

/**
 * The first member of a refusal that names a reason which the examples of `x-errors` give to other
 * statuses only, where they give a reason of their own to this one. Members that take the facts of a
 * refusal (`detail`) name none.
 */
export function misplacedReason(
  api: ApiModel,
  operation: Pick<Operation, 'errors' | 'responses'>,
  status: number,
  body: Json,
): MisplacedReason | undefined {
  const kind = ERROR_KINDS.find((it) => operation.errors[it]?.status === status);
  if (kind === undefined) return undefined;
  for (const [at, values] of reasonsOf(api, operation)) {
    const told = valueAt(body, at);
    const statuses = told === undefined ? undefined : values.get(told);
    if (told === undefined || !statuses || statuses.has(status)) continue;
    const documented = [...values].flatMap(([it, known]) => (known.has(status) ? [it] : []));
    if (documented.length > 0) return { kind, at, told, documented, statuses: [...statuses] };
  }
  return undefined;
}

/**
 * The member that gives the reason for things that are not there to a path that is not there
 * (`x-errors`, `noPath`).
 */
export function reasonForThings(
  api: ApiModel,
  body: Json,
): { readonly at: Pointer; readonly told: Json; readonly documented: Json } | undefined {
  const policy = api.policies.errors.notFound;
  const response = responseOfRefusal(api, api.policies, 'notFound');
  if (policy?.noPath === undefined || !response) return undefined;
  const [[ofThings], [ofPaths]] = [
    namedExamples(response, [policy.example ?? firstName(response)]),
    namedExamples(response, [policy.noPath]),
  ];
  for (const [at, documented] of leavesOf(ofPaths, detailOf(policy))) {
    const told = valueAt(body, at);
    const other = ofThings === undefined ? undefined : valueAt(ofThings, at);
    if (told !== undefined && told === other && told !== documented)
      return { at, told, documented };
  }
  return undefined;
}

const KNOWN = new WeakMap<Operation['errors'], WeakMap<Operation['responses'], Reasons>>();

function reasonsOf(api: ApiModel, refusing: Pick<Operation, 'errors' | 'responses'>): Reasons {
  const known = KNOWN.get(refusing.errors) ?? new WeakMap<Operation['responses'], Reasons>();
  KNOWN.set(refusing.errors, known);
  const reasons = known.get(refusing.responses) ?? gatherReasons(api, refusing);
  known.set(refusing.responses, reasons);
  return reasons;
}

function gatherReasons(api: ApiModel, operation: Pick<Operation, 'errors' | 'responses'>): Reasons {
  const reasons = new Map<Pointer, Map<Json, Set<number>>>();
  const details = Object.values(operation.errors).flatMap(detailOf);
  const learn = (status: number, examples: readonly Json[]) => {
    for (const example of examples) {
      for (const [at, value] of leavesOf(example, details)) {
        const values = reasons.get(at) ?? new Map<Json, Set<number>>();
        reasons.set(at, values);
        values.set(value, (values.get(value) ?? new Set()).add(status));
      }
    }
  };
  for (const kind of ERROR_KINDS) {
    const policy = operation.errors[kind];
    const response = policy && responseOfRefusal(api, operation, kind);
    if (policy && response)
      learn(policy.status, namedExamples(response, namesOf(policy, response)));
  }
  // An operation may document more reasons for a status than `x-errors` names.
  for (const response of operation.responses) {
    const status = Number(response.status);
    if (status >= 400) learn(status, allExamples(response));
  }
  return reasons;
}

function namesOf(policy: ErrorPolicy, response: DocumentedResponse): readonly string[] {
  const { example = firstName(response), noPath, byField = {} } = policy;
  return [example, noPath, ...Object.values(byField)].filter((it) => it !== undefined);
}

function firstName(response: DocumentedResponse): string | undefined {
  return response.content.flatMap(({ examples }) => examples.map(({ name }) => name))[0];
}

function namedExamples(
  response: DocumentedResponse,
  names: readonly (string | undefined)[],
): readonly Json[] {
  return jsonExamples(response).flatMap(({ name, value }) => (names.includes(name) ? [value] : []));
}

function allExamples(response: DocumentedResponse): readonly Json[] {
  return jsonExamples(response).map(({ value }) => value);
}

function jsonExamples({ content }: DocumentedResponse) {
  return content.flatMap(({ mediaType, examples }) => (isJsonType(mediaType) ? examples : []));
}

/** Where the facts of a refusal stand, which are no reason. */
function detailOf({ detail = {} }: ErrorPolicy): readonly Pointer[] {
  const { message, field, fieldMessage, value } = detail;
  return [message, field, fieldMessage, value].filter((it) => it !== undefined);
}

/** Texts and numbers of an example by their place, lists left aside. */
function leavesOf(
  value: Json | undefined,
  details: readonly Pointer[],
  at: Pointer = '#',
): readonly (readonly [Pointer, Json])[] {
  if (details.includes(at)) return [];
  if (typeof value === 'string' || typeof value === 'number') return [[at, value]];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, it]) => leavesOf(it, details, append(at, name)));
}
