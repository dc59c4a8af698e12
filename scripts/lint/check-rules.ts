import type { ApiModel } from '../model/api-model.ts';
import { parentOf, type Pointer } from '../base/json-pointer.ts';
import type { Finding } from '../result/finding.ts';
import { ignoredAt, ignoresOf, problemsOf } from './ignores.ts';
import type { Hit, Rule } from './rule.ts';

/** Whether a node is one of these, or below one. */
function isWithin(pointer: Pointer, nodes: ReadonlySet<Pointer>): boolean {
  if (nodes.size === 0) return false;
  for (let at = pointer; at !== '#'; at = parentOf(at)) if (nodes.has(at)) return true;
  return false;
}

/** The findings of house rules, each once, without those that the description ignores for a reason. */
export function checkRules(api: ApiModel, rules: readonly Rule[]): Finding[] {
  const ignores = ignoresOf(api);
  // What stands in for a parameter that nobody described is nobody's work.
  const aside = new Set(
    api.aside.flatMap(({ what, pointer }) => (what === 'parameter' ? [pointer] : [])),
  );
  const isOwn = ({ at, location }: Hit) => location !== undefined || !isWithin(at, aside);
  const findings = rules.flatMap((rule) => {
    const hits = [...rule.check(api)].filter(isOwn).map(({ at, message, location }): Finding => {
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
