import type { LintProfile } from '../lint/profiles.ts';
import type { Finding } from '../result/finding.ts';
import { QUIET, loadOne } from './load-description.ts';

/** What a description is held to. */
export interface LintSettings {
  /** `recommended`: what breaks tools; `kiln`: the house rules as well. As `kiln lint` chooses when left out. */
  readonly profile?: LintProfile;
}

/**
 * Findings of a description, each with the handwritten line; none where it is fine. Throws a UserError where
 * it cannot be read.
 */
export async function lintDescription(
  description: string | URL,
  { profile }: LintSettings = {},
): Promise<readonly Finding[]> {
  // Loaded when it is used: what mocks and tests need is less, and works in more runners.
  const { runLint } = await import('../cli/run-lint.ts');
  const api = await loadOne(description);
  const results = await runLint(QUIET, [api], profile);
  return results.flatMap(({ findings }) => findings);
}
