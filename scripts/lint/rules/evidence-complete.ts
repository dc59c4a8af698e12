import type { ApiModel } from '../../model/api-model.ts';
import { citationsIn } from '../../model/citations.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import type { EvidenceLedger } from '../../model/evidence.ts';
import { objectOf } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { nearest } from '../../base/nearest.ts';
import { constraintsOf } from '../../model/constraints.ts';
import { claimsFor, isBacked, isClosing } from '../evidence.ts';
import { errorsOf } from '../operations.ts';
import { nodeAt } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

/** A description is worth what its sources are: whatever can make a client fail says who says so. */
export const evidenceComplete: Rule = {
  id: 'evidence-complete',
  severity: 'error',
  description:
    'Operations, webhooks, security schemes, error responses, policies and constraints name claims that exist and suffice, and every claim is used.',
  *check(api) {
    const { ledger } = api;
    if (!ledger) return;
    yield* unbackedParts(api);
    yield* unbackedConstraints(api, ledger);
    yield* unusedAndUnknownClaims(api, ledger);
  },
};

function* unbackedParts(api: ApiModel): Generator<Hit> {
  for (const [at, what] of partsOf(api)) {
    if (!isBacked(nodeAt(api.document, at))) yield { at, message: `${what} names no claim` };
  }
}

/** Pointers of the parts that must rest on claims as a whole, with a name for each. */
function* partsOf({
  document,
  operations,
  webhooks,
  securitySchemes,
}: ApiModel): Generator<[Pointer, string]> {
  for (const [name, { pointer }] of securitySchemes) {
    // One that is asked for may be described nowhere.
    if (valueAt(document, pointer) !== undefined) yield [pointer, `Security scheme ${name}`];
  }
  for (const operation of [...operations, ...webhooks]) {
    yield [operation.pointer, `Operation ${operation.id}`];
    for (const { pointer, status } of errorsOf(operation)) yield [pointer, `Response ${status}`];
  }
  for (const { node, pointer } of nodesOf(document)) {
    for (const name of POLICIES) {
      if (name in node) yield [append(pointer, name), `Policy ${name}`];
    }
    for (const kind of Object.keys(objectOf(node['x-errors']))) {
      yield [append(pointer, 'x-errors', kind), `Policy x-errors.${kind}`];
    }
  }
}

/** Those that are objects; the others rest on the claims of the node that they stand on. */
const POLICIES = [
  'x-rate-limits',
  'x-limits',
  'x-session',
  'x-async',
  'x-pagination',
  'x-idempotency',
  'x-conditional',
  'x-lifecycle',
  'x-veto',
];

function* unbackedConstraints(api: ApiModel, ledger: EvidenceLedger): Generator<Hit> {
  for (const [pointer, keyword] of constraintsIn(api)) {
    const at = append(pointer, keyword);
    const claims = claimsFor(nodeAt(api.document, pointer), keyword);
    if (claims.length === 0) {
      yield { at, message: `${keyword} can make a client fail and names no claim` };
    } else if (isClosing(api.document, pointer, keyword)) {
      const statuses = claims.flatMap((id) => ledger.claims.get(id)?.status ?? []);
      const isGuessed = statuses.every((status) => status === 'inferred' || status === 'unstated');
      if (isGuessed && statuses.length > 0) {
        yield { at, message: `${keyword} shuts values out and rests on nothing but inference` };
      }
    }
  }
}

function* constraintsIn({
  document,
  operations,
  webhooks,
}: ApiModel): Generator<[Pointer, string]> {
  for (const { node, pointer, isSchema } of nodesOf(document)) {
    if (isSchema) for (const keyword of constraintsOf(node)) yield [pointer, keyword];
  }
  for (const { parameters, body } of [...operations, ...webhooks]) {
    // Path parameters have no choice (OpenAPI 3.1.1, section 4.8.12.2).
    const parts = [...parameters.filter((it) => it.in !== 'path'), ...(body ? [body] : [])];
    for (const { pointer, required } of parts) if (required) yield [pointer, 'required'];
  }
}

function* unusedAndUnknownClaims({ document }: ApiModel, ledger: EvidenceLedger): Generator<Hit> {
  const cited = new Set<string>();
  for (const { id, at } of citationsIn(document)) {
    cited.add(id);
    if (ledger.claims.has(id)) continue;
    const meant = nearest(id, [...ledger.claims.keys()]);
    yield {
      at,
      message: `The ledger has no claim ${id}${meant ? `; did you mean ${meant}?` : ''}`,
    };
  }
  for (const [index, { id, status, file, line }] of [...ledger.claims.values()].entries()) {
    if (cited.has(id) || status === 'unstated') continue;
    const location = { file: file ?? ledger.file, line, column: 1 };
    yield { at: append('#/claims', index), location, message: `Nothing rests on claim ${id}` };
  }
}
