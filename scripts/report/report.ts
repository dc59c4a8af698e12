import type { ContractRun } from '../core/contract-run.ts';
import type { OutputFile } from '../core/output-file.ts';
import { renderHtmlReport } from './html-report.ts';
import { renderJUnit } from './junit.ts';

export const REPORT_FORMATS = ['html', 'junit', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The reports of a run, and the request bodies that its curl lines read; paths below `reports/`. */
export function renderReports(run: ContractRun, formats: readonly ReportFormat[]): OutputFile[] {
  const reports = formats.map((format) => RENDERERS[format](run));
  const bodies = run.results.flatMap(({ violations }) =>
    violations.flatMap(({ bodyFile, exchange }) =>
      bodyFile === undefined ? [] : [{ path: bodyFile, text: exchange.request.body ?? '' }],
    ),
  );
  return [...reports, ...bodies];
}

const RENDERERS: Readonly<Record<ReportFormat, (run: ContractRun) => OutputFile>> = {
  html: (run) => ({ path: `${run.api}/report.html`, text: renderHtmlReport(run) }),
  junit: (run) => ({ path: `${run.api}/junit.xml`, text: renderJUnit(run) }),
  json: (run) => ({ path: `${run.api}/run.json`, text: `${JSON.stringify(run, null, 2)}\n` }),
};
