import { whereWritten } from '../../contract/complaint.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { CheckResult, Violation } from '../../result/contract-run.ts';
import type { SuiteMessage } from './suite-options.ts';

/** What a thread tells that has the document alone, with where in the files it is written, and who says so. */
export function placed(api: ApiModel, message: SuiteMessage): SuiteMessage {
  switch (message.is) {
    case 'ended':
    case 'more':
      return { ...message, result: placedResult(api, message.result) };
    case 'found':
      return { ...message, violations: placedViolations(api, message.violations) };
    case 'sent':
    case 'cleaned':
      return message;
  }
}

function placedResult(api: ApiModel, result: CheckResult): CheckResult {
  return {
    ...result,
    violations: placedViolations(api, result.violations),
    disputes: result.disputes.map((it) => ({ ...it, location: api.locate(it.clause) })),
  };
}

function placedViolations(api: ApiModel, violations: readonly Violation[]): readonly Violation[] {
  return violations.map((it) => {
    const proof = { ...it.proof, ...whereWritten(api, it.proof.clause) };
    return { ...it, proof };
  });
}
