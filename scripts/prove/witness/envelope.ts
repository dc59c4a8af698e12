import type { ApiModel, DocumentedResponse, Operation } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind, ErrorPolicies, ErrorPolicy } from '../../model/policies.ts';
import { documentedAs, isJson, jsonIn } from './content.ts';
import { breachesOf } from './json-schema.ts';
import type { Objection } from './objection.ts';
import { errorClause } from './outcome.ts';
import type { RecordedResponse } from './recorded.ts';

/** Whether a refusal has the shape that `x-errors` documents for one of its reasons, and names that reason. */
export function envelopeObjections(
  api: ApiModel,
  operation: Operation | undefined,
  errors: ErrorPolicies,
  kinds: readonly ErrorKind[],
  response: RecordedResponse,
): readonly Objection[] {
  const told = kinds.filter((kind) => errors[kind]?.status === response.status);
  const judged = told.map((kind) => {
    const clause = errorClause(api.policies.errors, operation, kind) ?? '#/x-errors';
    const documented = api.responses.get(errors[kind]?.response ?? '');
    return documented
      ? [
          ...shapeObjections(api, clause, documented, response),
          ...reasonObjections(api, clause, errors, kind, response),
          ...(operation ? [] : nowhereObjections(api, errors, kind, response)),
        ]
      : [];
  });
  return judged.some((it) => it.length === 0) ? [] : judged.flat();
}

function shapeObjections(
  { document }: ApiModel,
  clause: Pointer,
  { content }: DocumentedResponse,
  response: RecordedResponse,
): readonly Objection[] {
  if (content.length === 0) return [];
  const contentType = response.headers['content-type'] ?? '';
  const media = documentedAs(content, contentType);
  if (!media) return [{ clause, seen: `a refusal as ${contentType || 'no media type'}` }];
  if (!isJson(contentType)) return [];
  const value = jsonIn(response);
  if (value === undefined) return [{ clause, seen: 'a refusal whose content is not JSON' }];
  if (media.schema === undefined) return [];
  return breachesOf(document, media.schema, value).map((breach) => ({
    clause: breach.clause,
    seen: `a refusal with ${JSON.stringify(value).slice(0, 80)}`,
  }));
}

/** A refusal may use words that no example has, but not those of another kind alone. */
function reasonObjections(
  api: ApiModel,
  clause: Pointer,
  errors: ErrorPolicies,
  kind: ErrorKind,
  response: RecordedResponse,
): readonly Objection[] {
  const value = jsonIn(response);
  const own = errors[kind];
  if (value === undefined || !own) return [];
  const policies = Object.values(errors);
  const mine = policies.filter((it) => it.status === own.status).flatMap((it) => wordsOf(api, it));
  const theirs = policies
    .filter((it) => it.status !== own.status)
    .flatMap((it) => wordsOf(api, it));
  const foreign = foreignIn(value, mine, theirs);
  return foreign === undefined ? [] : [{ clause, seen: `the reason of another kind: ${foreign}` }];
}

/** Where there is no path at all, what is said where things are not there is another reason. */
function nowhereObjections(
  api: ApiModel,
  errors: ErrorPolicies,
  kind: ErrorKind,
  response: RecordedResponse,
): readonly Objection[] {
  const policy = errors[kind];
  const value = jsonIn(response);
  if (kind !== 'notFound' || policy?.noPath === undefined || value === undefined) return [];
  const mine = wordsOf(api, { ...policy, example: policy.noPath });
  const foreign = foreignIn(value, mine, wordsOf(api, policy));
  const clause = append('#/x-errors', kind, 'noPath');
  return foreign === undefined ? [] : [{ clause, seen: `the reason for things: ${foreign}` }];
}

function foreignIn(
  value: Json,
  mine: readonly string[],
  theirs: readonly string[],
): string | undefined {
  return leavesOf(value, '#').find(
    (leaf) => theirs.includes(leaf) && !mine.includes(leaf) && mine.some((it) => isAt(it, leaf)),
  );
}

/** The texts of a kind's example that are its own: not those that take the facts of a refusal. */
function wordsOf({ responses }: ApiModel, policy: ErrorPolicy): readonly string[] {
  const examples = (responses.get(policy.response)?.content ?? []).flatMap((it) => it.examples);
  const example = examples.find(({ name }) => name === policy.example) ?? examples[0];
  const facts = Object.values(policy.detail ?? {});
  return example
    ? leavesOf(example.value, '#').filter((leaf) => !facts.some((it) => isAt(`${it}=`, leaf)))
    : [];
}

function isAt(leaf: string, other: string): boolean {
  return leaf.split('=', 1)[0] === other.split('=', 1)[0];
}

/** Every text and number of a value, with its place. */
function leavesOf(value: Json, at: Pointer): readonly string[] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, it]) => leavesOf(it, append(at, name)));
  }
  return typeof value === 'string' || typeof value === 'number' ? [`${at}=${value}`] : [];
}
