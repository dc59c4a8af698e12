import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { ignoredAt, ignoresOf, problemsOf } from './ignores.ts';
import type { Rule } from './rule.ts';

/** The findings of house rules, each once, without those that the description ignores for a reason. */
export function checkRules(api: ApiModel, rules: readonly Rule[]): Finding[] {
  const ignores = ignoresOf(api);
  const findings = rules.flatMap((rule) => {
    const hits = [...rule.check(api)].map(({ at, message, location }): Finding => {
      const { id, severity } = rule;
      return { rule: id, severity, at, location: location ?? api.locate(at), message };
    });
    // Operations share responses and schemas, and so their faults.
    return [...new Map(hits.map((hit) => [`${hit.at} ${hit.message}`, hit])).values()];
  });
  const ignored = new Map(findings.map((finding) => [finding, ignoredAt(ignores, finding)]));
  return [
    ...findings.filter((finding) => !ignored.get(finding)),
    ...problemsOf(api, ignores, new Set(ignored.values()), rules),
  ];
}
