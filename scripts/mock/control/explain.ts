import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ClaimStatus } from '../../model/evidence.ts';
import type { Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind } from '../../model/policies.ts';
import { renderLocation } from '../../base/source-location.ts';
import type { Outcome } from '../options.ts';
import type { Ending } from '../service.ts';
import { fieldOf, type Refusal } from '../../refusal/refusal.ts';
import { stageOf } from '../stage-of.ts';
import type { Stage } from '../../refusal/stage.ts';
import { toPassedStages, type PassedStage } from './passed-stages.ts';

/** Why a request ended as it did, and who says so. */
export interface OutcomeExplanation {
  readonly stage: Stage;
  readonly steps: readonly PassedStage[];
  readonly kind: ErrorKind | undefined;
  readonly message: string | undefined;
  readonly field: string | undefined;
  readonly value: Json | undefined;
  /** What the mock does not tell its clients. */
  readonly reason: string | undefined;
  readonly grounds: readonly Ground[];
}

/** A node of the description that the outcome rests on. */
interface Ground {
  readonly what: 'fault' | 'constraint' | 'envelope' | 'veto' | 'operation';
  readonly pointer: Pointer;
  /** `specs/pets/openapi.yaml:12`. */
  readonly at: string;
  /** What stands there, when it is short. */
  readonly states: Json | undefined;
  readonly claims: readonly CitedClaim[];
}

interface CitedClaim {
  readonly id: string;
  readonly status: ClaimStatus | 'unknown';
  readonly says: string;
  /** Line of the ledger. */
  readonly at: string | undefined;
}

/** Values longer than this as JSON are read in the file. */
const LONGEST_STATEMENT = 300;

/** Reads an outcome back: the stages it passed, the node that ended it, and the claims behind that. */
export function explainOutcome(outcome: Outcome): OutcomeExplanation {
  const { ending, refusal } = outcome;
  const operation = ending?.operation;
  const stage = refusal ? stageOf(refusal, operation !== undefined) : 'respond';
  return {
    stage,
    steps: toPassedStages(outcome, stage),
    kind: refusal?.refused,
    message: refusal?.message,
    field: fieldOf(refusal?.path),
    value: refusal?.value,
    reason: refusal?.reason ?? ending?.answer.reason,
    grounds: ending ? groundsOf(ending, refusal) : [],
  };
}

function groundsOf(
  { api, operation, faults = [], asks = [] }: Ending,
  refusal: Refusal | undefined,
): readonly Ground[] {
  const broken = faults.flatMap(({ place }) => place.clause ?? []);
  const vetoes = refusal ? [] : asks.map(({ webhook }) => append(webhook.pointer, 'x-veto'));
  const constraint = refusal && (refusal.constraint ?? constraintOf(api, operation, refusal));
  const envelope = refusal && envelopeAt(api, operation, refusal);
  return [
    ...[...new Set(broken)].map((it) => toGround(api, 'fault', it)),
    ...(constraint ? [toGround(api, 'constraint', constraint)] : []),
    ...(envelope ? [toGround(api, 'envelope', envelope)] : []),
    ...[...new Set(vetoes)].map((it) => toGround(api, 'veto', it)),
    ...(operation ? [toGround(api, 'operation', operation.pointer)] : []),
  ];
}

function toGround(api: ApiModel, what: Ground['what'], pointer: Pointer): Ground {
  const stated = valueAt(api.document, pointer);
  const isShort = stated !== undefined && JSON.stringify(stated).length <= LONGEST_STATEMENT;
  return {
    what,
    pointer,
    at: renderLocation(api.locate(pointer)),
    states: isShort ? stated : undefined,
    claims: api.claimsAt(pointer).map((id) => cite(api, id)),
  };
}

function cite({ ledger }: ApiModel, id: string): CitedClaim {
  const claim = ledger?.claims.get(id);
  if (!ledger || !claim) return { id, status: 'unknown', says: '', at: undefined };
  const { status, says, line } = claim;
  return { id, status, says, at: `${ledger.file}:${line}` };
}

/** Where a refusal names no constraint, its kind tells which part of the description was asked. */
function constraintOf(
  { document }: ApiModel,
  operation: Operation | undefined,
  { refused }: Refusal,
): Pointer | undefined {
  if (refused === 'internal' || refused === 'unavailable') return undefined;
  if (!operation) return '#/paths';
  const { pointer, body } = operation;
  const candidates: Readonly<Partial<Record<ErrorKind, readonly Pointer[]>>> = {
    tooLarge: [append(pointer, 'x-limits'), '#/x-limits'],
    forbidden: [append(pointer, 'x-access')],
    notAcceptable: [append(pointer, 'responses')],
    notFound: [append(pointer, 'responses', '404')],
    malformed: body ? [append(body.pointer, 'content')] : [],
    unsupportedMediaType: body ? [append(body.pointer, 'content')] : [],
  };
  const found = candidates[refused]?.find((it) => valueAt(document, it) !== undefined);
  return found ?? pointer;
}

/** `x-errors` for the kind, at the operation or else at the root. */
function envelopeAt(
  { document }: ApiModel,
  operation: Operation | undefined,
  { refused }: Refusal,
): Pointer | undefined {
  const own = operation ? [append(operation.pointer, 'x-errors', refused)] : [];
  return [...own, append('#/x-errors', refused)].find((it) => valueAt(document, it) !== undefined);
}
