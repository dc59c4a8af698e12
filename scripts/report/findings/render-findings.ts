import type { Finding } from '../../result/finding.ts';
import { toGithubAnnotations } from './github.ts';
import { toSarif, type RuleSummary } from './sarif.ts';
import { toStylish } from './stylish.ts';

export const FINDING_FORMATS = ['stylish', 'json', 'github', 'sarif'] as const;
type FindingFormat = (typeof FINDING_FORMATS)[number];

export interface FindingOptions {
  readonly format: FindingFormat;
  /** Whether `stylish` uses colours. */
  readonly colour?: boolean;
  /** What `sarif` says about the rules. */
  readonly rules?: readonly RuleSummary[];
}

/** Renders findings for people, programs, pull requests or code scanning. */
export function renderFindings(
  findings: readonly Finding[],
  { format, colour = false, rules = [] }: FindingOptions,
): string {
  switch (format) {
    case 'stylish':
      return toStylish(findings, colour);
    case 'json':
      return `${JSON.stringify(findings, null, 2)}\n`;
    case 'github':
      return toGithubAnnotations(findings);
    case 'sarif':
      return `${JSON.stringify(toSarif(findings, rules), null, 2)}\n`;
  }
}
