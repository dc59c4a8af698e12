import { fileURLToPath } from 'node:url';
import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { objectOf, textOf } from '../base/json.ts';
import { parseJson } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { lint } from '../lint/lint.ts';
import { LINT_PROFILES, profileOf, type LintProfile } from '../lint/profiles.ts';
import { toRedoclyFindings } from '../lint/redocly-findings.ts';
import type { Io } from './io.ts';
import { lintWithRedocly } from './lint-with-redocly.ts';
import { redoclyOffline } from './redocly.ts';
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
  const wanted = chosen ?? (await profileOfPackage(io));
  return await Promise.all(
    apis.map(async (api) => {
      const profile = wanted ?? profileOf(api);
      const options = [...REPORT_ALL, ...(await configOf(io, profile, chosen))];
      const tools = { redocly: (it: ApiModel) => lintWithRedocly(io, it, options) };
      const files = await workflowFilesOf(io, api);
      const inWorkflows = await Promise.all(
        files.map(async (file) =>
          toRedoclyFindings(file, await redoclyOffline(io, ['lint', file, ...options])),
        ),
      );
      return { api, profile, findings: [await lint(api, tools, profile), ...inWorkflows].flat() };
    }),
  );
}

const REPORT_ALL = ['--format', 'json', '--max-problems', '10000'];

/** A project configures Redocly itself, unless its user asks for what is recommended, or takes our configuration. */
async function configOf(
  io: Io,
  profile: LintProfile,
  chosen: LintProfile | undefined,
): Promise<readonly string[]> {
  if (chosen !== 'recommended' && (await io.exists('redocly.yaml'))) return [];
  const file = profile === 'kiln' ? '../../redocly.yaml' : '../lint/recommended.redocly.yaml';
  return ['--config', fileURLToPath(new URL(file, import.meta.url))];
}

/** `{"kiln": {"lint": {"profile": "recommended"}}}` in package.json; undefined where nothing is said. */
async function profileOfPackage(io: Io): Promise<LintProfile | undefined> {
  const file = 'package.json';
  if (!(await io.exists(file))) return undefined;
  const read = parseJson(await io.readText(file));
  const settings = objectOf(objectOf('value' in read ? read.value : {})['kiln']);
  const said = objectOf(settings['lint'])['profile'];
  const profile = LINT_PROFILES.find((it) => it === said);
  if (said === undefined || profile) return profile;
  throw new UserError('unknown-profile', `${file}: kiln.lint.profile is ${textOf(said)}`, {
    hint: `The profiles are: ${LINT_PROFILES.join(', ')}.`,
  });
}
