import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../core/api-model.ts';
import type { Proof, Violation } from '../core/contract-run.ts';
import type { Exchange } from '../core/exchange.ts';
import type { Pointer } from '../core/json-pointer.ts';
import { curlOf, needsBodyFile } from './wire/curl.ts';
import type { Redact } from './wire/redact.ts';

/** What a judge says of an exchange: the clause, what it states, and what was seen instead. */
export interface Complaint {
  readonly property: string;
  readonly message: string;
  readonly clause: Pointer;
  readonly states: string;
  readonly seen: string;
}

interface Trial {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly seed: number;
  readonly redact: Redact;
}

/** Turns a complaint into a violation that can be read, looked up and sent again. */
export function toViolation(trial: Trial, complaint: Complaint, exchange: Exchange): Violation {
  const { api, operation, seed, redact } = trial;
  const { property, message, clause } = complaint;
  const id = createHash('sha256')
    .update([api.name, operation.id, property, clause].join('\n'))
    .digest('hex')
    .slice(0, 10);
  const redacted = redact(exchange);
  const bodyFile = needsBodyFile(redacted.request) ? `${api.name}/requests/${id}.body` : undefined;
  return {
    id,
    property,
    operation: operation.id,
    message,
    proof: proofOf(api, complaint),
    exchange: redacted,
    curl: curlOf(redacted.request, bodyFile),
    bodyFile,
    seed,
  };
}

function proofOf(api: ApiModel, { clause, states, seen }: Complaint): Proof {
  const claims = api.claimsAt(clause).map((id) => {
    const claim = api.ledger?.claims.get(id);
    return claim ? `${id} (${claim.status}): ${claim.says}` : id;
  });
  return { clause, location: api.locate(clause), states, seen, claims };
}
