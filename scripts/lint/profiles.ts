import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

/** `kiln` checks all that a description of ours is held to, `recommended` what breaks tools. */
export const LINT_PROFILES = ['kiln', 'recommended'] as const;
export type LintProfile = (typeof LINT_PROFILES)[number];

/** The house rules that are about what every tool needs. */
const RECOMMENDED: ReadonlySet<string> = new Set([
  'examples-present-and-valid',
  'no-nullable',
  'parts-usable',
  'policy-references-exist',
  'schema-compiles',
  'schema-satisfiable',
  'version-as-text',
]);

/** The profile of a description whose user has chosen none: who keeps a ledger wants all to be checked. */
export function profileOf({ source, files }: ApiModel): LintProfile {
  const isLedger = [...files.keys()].some((file) => /(?:^|\/)evidence\.yaml$/.test(file));
  return isLedger || /(?:^|\/)specs\//.test(source) ? 'kiln' : 'recommended';
}

/** What a project says of rules, by their ids, whoever's they are. */
export type RuleLevels = ReadonlyMap<string, 'off' | 'warn' | 'error'>;

/** The house rules of a profile, with those that the project turns on and without those that it turns off. */
export function rulesOf(profile: LintProfile, levels: RuleLevels = new Map()): readonly Rule[] {
  return RULES.filter(({ id }) => {
    const level = levels.get(id);
    return level === undefined ? profile === 'kiln' || RECOMMENDED.has(id) : level !== 'off';
  });
}

/** Findings as the project wants them told: not at all, or with another severity. */
export function withLevels(findings: readonly Finding[], levels: RuleLevels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = levels.get(finding.rule) ?? finding.severity;
    return level === 'off' ? [] : { ...finding, severity: level };
  });
}

/** Whether a finding is none in a profile, whichever rule it is of: nobody has to say who may call, or show examples. */
export function isTaste({ rule, message }: Finding, profile: LintProfile): boolean {
  if (profile === 'kiln') return false;
  if (rule === 'security-defined') return !message.includes('security scheme defined');
  return rule === 'examples-present-and-valid' && message.endsWith('has no example');
}

/** Rules about what makes a command leave something aside: they are told before all others. */
const STOPPING: ReadonlySet<string> = new Set(['parts-usable', 'schema-compiles']);

export function isStopping({ rule }: Finding): boolean {
  return STOPPING.has(rule);
}
