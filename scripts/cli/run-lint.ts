import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import { lint } from '../lint/lint.ts';
import { IGNORE_RULE } from '../lint/ignores.ts';
import { OTHERS_RULES } from '../lint/others-rules.ts';
import {
  LINT_PROFILES,
  profileOf,
  withLevels,
  type LintProfile,
  type RuleLevels,
} from '../lint/profiles.ts';
import { RULES } from '../lint/rules.ts';
import type { ProjectConfig } from '../load/project-config.ts';
import { toRedoclyFindings } from '../lint/redocly-findings.ts';
import type { Io } from './io.ts';
import { settingsOf } from './settings.ts';
import { lintWithRedocly } from './lint-with-redocly.ts';
import { fileArgument, redoclyOffline } from './redocly.ts';
import { configOf, OWN_CONFIG, withMoreRules } from './redocly-config.ts';
import { workflowFilesOf } from './workflow-files.ts';

export interface LintResult {
  readonly api: ApiModel;
  readonly profile: LintProfile;
  readonly findings: readonly Finding[];
}

/** Lints descriptions with Redocly, swagger-parser and the house rules, and their workflows with Redocly. */
export async function runLint(
  io: Io,
  apis: readonly ApiModel[],
  chosen?: LintProfile,
): Promise<LintResult[]> {
  const settings = await settingsOf(io);
  const levels = levelsOf(settings);
  const wanted = chosen ?? LINT_PROFILES.find((it) => it === settings.lint.profile);
  return await Promise.all(
    apis.map(async (api) => {
      const profile = wanted ?? profileOf(api);
      const config = await configOf(io, profile, chosen);
      return await withMoreRules(io, config, levels, api.name, async (more) => {
        const each = (more === undefined ? [config] : [config, more]).map((it) => [
          ...REPORT_ALL,
          // Its own it finds itself.
          ...(it === OWN_CONFIG ? [] : ['--config', it]),
        ]);
        const redocly = async (): Promise<readonly Finding[]> => {
          const found: Finding[] = [];
          for (const options of each) found.push(...(await lintWithRedocly(io, api, options)));
          return found;
        };
        const inWorkflows = await Promise.all(each.map((it) => lintWorkflows(io, api, it)));
        const findings = await lint(api, { redocly }, profile, levels);
        return { api, profile, findings: [...findings, ...withLevels(inWorkflows.flat(), levels)] };
      });
    }),
  );
}

const REPORT_ALL = ['--format', 'json', '--max-problems', '10000'];

async function lintWorkflows(
  io: Io,
  api: ApiModel,
  options: readonly string[],
): Promise<readonly Finding[]> {
  const found = (await workflowFilesOf(io, api)).map(async (file) =>
    toRedoclyFindings(file, await redoclyOffline(io, ['lint', fileArgument(file), ...options])),
  );
  return (await Promise.all(found)).flat();
}

/** The rules of the configuration. Throws a UserError at the line of one that there is not. */
function levelsOf({ source, within, lint: { rules } }: ProjectConfig): RuleLevels {
  const known = [...RULES.map(({ id }) => id), IGNORE_RULE.id, ...OTHERS_RULES];
  for (const id of rules.keys()) {
    if (known.includes(id)) continue;
    const meant = nearest(id, known);
    throw new UserError('unknown-rule', `There is no lint rule "${id}"`, {
      ...(source && { at: source.locate([...within, 'lint', 'rules', id]) }),
      hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}"kiln lint" prints the id of each rule that it applies.`,
    });
  }
  return rules;
}
