import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, pointerOf, type Pointer } from '../../base/json-pointer.ts';
import type {
  AnswersPolicy,
  MembersPolicy,
  ResourcePolicy,
  SqlPolicy,
} from '../../model/resource-policy.ts';
import type { Hit, Rule } from '../rule.ts';
import { answerGround, bodyGround, thingGround, unknownIn } from '../thing-places.ts';
import { jsonOfSuccess, unknown } from '../unknown-names.ts';

/** What is misnamed is neither done by the mock nor tried by any test, and nobody sees it. */
export const stateNamesExist: Rule = {
  id: 'state-names-exist',
  severity: 'error',
  description:
    'What `x-resource`, `x-answers` and `x-sql` name exists: kinds of things, parameters, examples, and places in bodies, answers and things.',
  *check(api) {
    for (const operation of api.operations) {
      const { resource, answers, sql } = operation;
      if (resource) yield* resourceFaults(api, operation, resource);
      if (answers) yield* answersFaults(api, operation, answers);
      if (sql) yield* sqlFaults(api, operation, sql);
    }
  },
};

/** A parameter, or a pointer into the body. */
function* unknownInput(
  api: ApiModel,
  operation: Operation,
  at: Pointer,
  place: string | undefined,
): Generator<Hit> {
  if (place === undefined) return;
  if (place.startsWith('#')) {
    yield* unknownIn(api, at, pointerOf(place), bodyGround(operation));
    return;
  }
  const names = operation.parameters.map(({ name }) => name);
  yield* unknown(at, `parameter of ${operation.id}`, place, names);
}

function unknownKind(api: ApiModel, at: Pointer, kind: string): Generator<Hit> {
  const kinds = api.operations.flatMap(({ resource }) => (resource ? [resource.name] : []));
  return unknown(at, 'kind of thing', kind, [...new Set(kinds)]);
}

function* resourceFaults(
  api: ApiModel,
  operation: Operation,
  policy: ResourcePolicy,
): Generator<Hit> {
  const at = (...tokens: (string | number)[]) => append(operation.pointer, 'x-resource', ...tokens);
  const { within = [], period, cut, numbered, holds = [] } = policy;
  for (const [index, place] of within.entries())
    yield* unknownInput(api, operation, at('within', index), place);
  yield* unknownInput(api, operation, at('id'), policy.id);
  yield* unknownInput(api, operation, at('period', 'from'), period?.from);
  yield* unknownInput(api, operation, at('period', 'to'), period?.to);
  yield* unknownInput(api, operation, at('cut', 'at'), cut?.at);
  for (const name of ['input', 'filter', 'order', 'fields', 'linked', 'most'] as const)
    yield* unknownInput(api, operation, at(name), policy[name]);
  for (const name of ['item', 'items', 'count'] as const) {
    const place = policy[name];
    if (place !== undefined) yield* unknownIn(api, at(name), place, answerGround(operation));
  }
  const things = thingGround(api, policy.name);
  for (const name of ['owners', 'distinct', 'renewed', 'omits'] as const) {
    for (const [index, place] of (policy[name] ?? []).entries())
      yield* unknownIn(api, at(name, index), place, things);
  }
  for (const name of Object.keys(policy.initial ?? {}))
    yield* unknownIn(api, at('initial', name), append('#', name), things);
  if (numbered) yield* unknownIn(api, at('numbered', 'at'), numbered.at, things);
  for (const [name, parts] of Object.entries(policy.composed ?? {})) {
    yield* unknownIn(api, at('composed', name), append('#', name), things);
    for (const [, place = '#'] of parts.matchAll(/\{(#[^{}]*)\}/g))
      yield* unknownIn(api, at('composed', name), pointerOf(place), things);
  }
  for (const [index, { name, input, members }] of holds.entries()) {
    yield* unknownKind(api, at('holds', index, 'name'), name);
    yield* unknownInput(api, operation, at('holds', index, 'input'), input);
    if (members) yield* memberFaults(api, at('holds', index, 'members'), members);
  }
}

function* memberFaults(
  api: ApiModel,
  at: Pointer,
  { of, type, default: usual, distinct, links, force }: MembersPolicy,
): Generator<Hit> {
  yield* unknownKind(api, append(at, 'of'), of);
  const things = thingGround(api, of);
  const places = { type, default: usual, distinct, links: links?.to };
  for (const [name, place] of Object.entries(places)) {
    const node = name === 'links' ? append(at, 'links', 'to') : append(at, name);
    if (place !== undefined && things.length > 0) yield* unknownIn(api, node, place, things);
  }
  const changing = api.operations.filter(({ resource }) => resource?.name === of);
  if (force !== undefined && changing.length > 0)
    yield* unknownIn(api, append(at, 'force'), force, changing.flatMap(bodyGround));
}

function* answersFaults(
  api: ApiModel,
  operation: Operation,
  { about, id, key, state, tells, cases }: AnswersPolicy,
): Generator<Hit> {
  const at = append(operation.pointer, 'x-answers');
  yield* unknownKind(api, append(at, 'about'), about);
  yield* unknownInput(api, operation, append(at, 'id'), id);
  const things = thingGround(api, about);
  if (things.length > 0) {
    yield* unknownIn(api, append(at, 'key'), key, things);
    yield* unknownIn(api, append(at, 'state'), state, things);
  }
  yield* unknownIn(api, append(at, 'tells'), tells, answerGround(operation));
  const names = jsonOfSuccess(operation.responses).flatMap(({ examples }) =>
    examples.map(({ name }) => name),
  );
  for (const [index, { example }] of cases.entries())
    yield* unknown(
      append(at, 'cases', index, 'example'),
      `example of ${operation.id}`,
      example,
      names,
    );
}

function* sqlFaults(
  api: ApiModel,
  operation: Operation,
  { statement, rows, count, tables, columns, type, records }: SqlPolicy,
): Generator<Hit> {
  const at = append(operation.pointer, 'x-sql');
  yield* unknownInput(api, operation, append(at, 'statement'), statement);
  for (const [name, place] of Object.entries({ rows, count })) {
    if (place !== undefined)
      yield* unknownIn(api, append(at, name), place, answerGround(operation));
  }
  for (const [name, kind] of Object.entries({ tables, columns, records })) {
    if (kind !== undefined) yield* unknownKind(api, append(at, name), kind);
  }
  const things = columns === undefined ? [] : thingGround(api, columns);
  if (type !== undefined && things.length > 0)
    yield* unknownIn(api, append(at, 'type'), type, things);
}
