import { fileURLToPath } from 'node:url';
import type { ApiModel } from '../core/api-model.ts';
import type { Finding } from '../core/finding.ts';
import { lint } from '../lint/lint.ts';
import type { Io } from './io.ts';
import { redocly } from './redocly.ts';

export interface LintResult {
  readonly api: ApiModel;
  readonly findings: readonly Finding[];
}

/** Lints descriptions with Redocly, swagger-parser and the house rules. */
export async function runLint(io: Io, apis: readonly ApiModel[]): Promise<LintResult[]> {
  const config = await configOf(io);
  const tools = {
    redocly: (root: string) => redocly(io, ['lint', root, ...REPORT_ALL, ...config]),
  };
  return await Promise.all(apis.map(async (api) => ({ api, findings: await lint(api, tools) })));
}

const REPORT_ALL = ['--format', 'json', '--max-problems', '10000'];

/** A project configures Redocly itself, or takes our configuration. */
async function configOf(io: Io): Promise<readonly string[]> {
  if (await io.exists('redocly.yaml')) return [];
  return ['--config', fileURLToPath(new URL('../../redocly.yaml', import.meta.url))];
}
