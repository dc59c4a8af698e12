import type { ContractRun } from '../../result/contract-run.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { OpinionResult } from '../../result/second-opinion.ts';
import { UserError } from '../../base/user-error.ts';
import { VERSION } from '../../report/run-document.ts';
import { REPORT_FORMATS, renderReports } from '../../report/report.ts';
import { renderOpinionMarkdown } from '../../report/schemathesis-markdown.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../settings.ts';

/**
 * Writes a second opinion as a document of its own, and into the reports of the last run of ours on
 * that API, each format that it was written in. Gives the path of the document.
 */
export async function writeOpinion(io: Io, api: ApiModel, opinion: OpinionResult): Promise<string> {
  const { reports } = await outputsOf(io);
  const folder = `${reports}/${api.name}`;
  const path = `${folder}/schemathesis.md`;
  await io.writeText(path, renderOpinionMarkdown(api.title, opinion));
  const run = await readRun(io, `${folder}/run.json`);
  if (run?.api !== api.name) return path;
  for (const file of renderReports({ ...run, secondOpinion: opinion }, REPORT_FORMATS)) {
    const written = `${reports}/${file.path}`;
    if (await io.exists(written)) await io.writeText(written, file.text);
  }
  return path;
}

/** The last run; none where there is none, or another version of Kiln wrote it. */
async function readRun(io: Io, path: string): Promise<ContractRun | undefined> {
  if (!(await io.exists(path))) return undefined;
  const run = parse(await io.readText(path));
  return run.version === VERSION ? run : undefined;
}

function parse(text: string): ContractRun & { readonly version?: number } {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('run-misshapen', 'The report of the last run is not JSON', {
      hint: 'Run "kiln test" again: it writes the report anew.',
    });
  }
}
