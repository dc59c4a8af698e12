import { append, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { EvidenceLedger } from '../../model/evidence.ts';
import { claimsFor } from '../evidence.ts';
import { schemasFrom } from '../references.ts';
import type { Rule } from '../rule.ts';

/** That every printed answer has a field is no promise that every answer has it. */
export const answersArgued: Rule = {
  id: 'answers-argued',
  severity: 'error',
  description:
    'What an answer must have or be rests on a claim that is inferred, or whose source says it of every answer (`always: true`).',
  *check(api) {
    const { ledger } = api;
    if (!ledger) return;
    for (const { node, pointer } of answerSchemas(api)) {
      for (const keyword of ['required', 'const', 'enum']) {
        if (!(keyword in node)) continue;
        const claims = claimsFor(node, keyword);
        // Where there is none, evidence-complete says so.
        if (claims.length === 0 || claims.some((id) => isArgued(id, ledger))) continue;
        const at = append(pointer, keyword);
        const message = `${keyword} of an answer rests on ${claims.join(', ')} alone, which may be of an example`;
        yield { at, message };
      }
    }
  },
};

/** One that the ledger lacks is for evidence-complete to report. */
function isArgued(id: string, { claims }: EvidenceLedger): boolean {
  const claim = claims.get(id);
  return !claim || claim.always || claim.status === 'inferred';
}

function* answerSchemas({ document, operations }: ApiModel) {
  const seen = new Set<Pointer>();
  for (const { responses } of operations) {
    for (const { content } of responses) {
      for (const { schema } of content) {
        if (schema !== undefined) yield* schemasFrom(document, schema, seen);
      }
    }
  }
}
