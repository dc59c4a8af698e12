import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { checkRules } from '../lint/check-rules.ts';
import { evidenceArgued } from '../lint/rules/evidence-argued.ts';
import { evidenceComplete } from '../lint/rules/evidence-complete.ts';
import { factsHold } from '../lint/rules/facts-hold.ts';
import { sectionsCovered } from '../lint/rules/sections-covered.ts';

const RULES = [evidenceArgued, evidenceComplete, factsHold, sectionsCovered];

/** What the rules about evidence find in a description; what they find that it ignores is none of it. */
export function evidenceFindings(api: ApiModel): Finding[] {
  const ids = new Set(RULES.map(({ id }) => id));
  return checkRules(api, RULES).filter(({ rule }) => ids.has(rule));
}
