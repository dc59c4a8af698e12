import { fileURLToPath } from 'node:url';
import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { lint } from '../lint/lint.ts';
import { toRedoclyFindings } from '../lint/redocly-findings.ts';
import type { Io } from './io.ts';
import { lintWithRedocly } from './lint-with-redocly.ts';
import { redoclyOffline } from './redocly.ts';
import { workflowFilesOf } from './workflow-files.ts';

export interface LintResult {
  readonly api: ApiModel;
  readonly findings: readonly Finding[];
}

/** Lints descriptions with Redocly, swagger-parser and the house rules, and their workflows with Redocly. */
export async function runLint(io: Io, apis: readonly ApiModel[]): Promise<LintResult[]> {
  const config = await configOf(io);
  const options = [...REPORT_ALL, ...config];
  const tools = { redocly: (api: ApiModel) => lintWithRedocly(io, api, options) };
  return await Promise.all(
    apis.map(async (api) => {
      const files = await workflowFilesOf(io, api);
      const inWorkflows = await Promise.all(
        files.map(async (file) =>
          toRedoclyFindings(file, await redoclyOffline(io, ['lint', file, ...options])),
        ),
      );
      return { api, findings: [await lint(api, tools), ...inWorkflows].flat() };
    }),
  );
}

const REPORT_ALL = ['--format', 'json', '--max-problems', '10000'];

/** A project configures Redocly itself, or takes our configuration. */
async function configOf(io: Io): Promise<readonly string[]> {
  if (await io.exists('redocly.yaml')) return [];
  return ['--config', fileURLToPath(new URL('../../redocly.yaml', import.meta.url))];
}
