import type { ApiModel, Operation } from '../model/api-model.ts';
import { textOf, type Json } from '../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ResourcePolicy } from '../model/policies.ts';
import type { Answer } from '../wire/answer.ts';
import { bodyJson } from './answer-parts.ts';
import { exampleRequest, readAsSent } from './example-request.ts';
import type { RequestDraft, Sent, WitnessStep } from './operator.ts';
import { readSent, valueIn, withValueIn } from './request-parts.ts';

/** An operation on things that the API remembers. */
export interface Remembering {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly resource: ResourcePolicy;
}

/** An operation on the same kind of thing that does something to it, with a valid request. */
export interface Doing extends Remembering {
  readonly draft: RequestDraft;
}

/** The first such operation of an action for which an example says how. */
export function doing(
  { api, resource: { name } }: Remembering,
  action: ResourcePolicy['action'],
): Doing | undefined {
  for (const operation of api.operations) {
    const { resource } = operation;
    if (resource?.name !== name || resource.action !== action) continue;
    const draft = exampleRequest(api, operation);
    if (draft) return { api, operation, resource, draft };
  }
  return undefined;
}

/** A request for a list of such things, with as many of them as it gives at once. */
export function listing(of: Remembering): Doing | undefined {
  const list = doing(of, 'list');
  const { size } = list?.operation.pagination ?? {};
  if (!list || size === undefined) return list;
  const sized = MANY.map((many) => withValueIn(list.operation, list.draft, size, many)).find(
    (it) => readAsSent(list.api, list.operation, it)?.breaches.length === 0,
  );
  return sized ? { ...list, draft: sized } : list;
}

/** Items that are more than a witness makes, as many as are allowed. */
const MANY = [50, 20, 10];

/** The id of the thing that a request is about. */
export function idAsked({ api, operation, resource }: Remembering, sent: Sent): string | undefined {
  const read = resource.id === undefined ? undefined : readSent(api, operation, sent);
  const id = read && resource.id !== undefined ? valueIn(read, resource.id) : undefined;
  return id === undefined ? undefined : textOf(id);
}

/** Where an answer about one thing holds its id. */
export function idPlace({ item = '#', key }: ResourcePolicy): Pointer | undefined {
  return key === undefined ? undefined : append(item, ...tokensOf(key));
}

/** The id that an answer tells of what was made. */
function idTold({ resource }: Doing, answer: Answer): Json | undefined {
  const { item = '#', key } = resource;
  const told = valueAt(bodyJson(answer) ?? null, item);
  const [first = null] = [told ?? null].flat() as readonly Json[];
  return key === undefined ? undefined : valueAt(first, key);
}

/** A request about a thing of an id. */
function about({ operation, resource, draft }: Doing, id: Json | undefined): RequestDraft {
  return id === undefined || resource.id === undefined
    ? draft
    : withValueIn(operation, draft, resource.id, id);
}

/** Makes a thing, then does something about it, one after the other. */
export function madeAnd(creator: Doing, ...doings: readonly Doing[]): readonly WitnessStep[] {
  let made: Json | undefined;
  const first = (it: Doing) => (previous: Answer) => about(it, (made = idTold(creator, previous)));
  const later = (it: Doing) => () => about(it, made);
  return [
    { send: creator.draft },
    ...doings.map((it, index) => ({ follow: index === 0 ? first(it) : later(it) })),
  ];
}
