import { violationsOf, type ContractRun } from '../result/contract-run.ts';
import type { OutputFile } from '../base/output-file.ts';
import { renderCtrf } from './ctrf.ts';
import { renderTrafficHar, renderViolationsHar } from './har.ts';
import { renderHtmlReport } from './html-report.ts';
import { renderJUnit } from './junit.ts';
import { renderMarkdown } from './markdown-report.ts';
import { toRunDocument } from './run-document.ts';
import { renderRunSarif } from './run-sarif.ts';

/** What is written unless other formats are asked for. */
export const REPORT_FORMATS = ['html', 'junit', 'json', 'sarif', 'markdown'] as const;
/** `har` makes a run keep its exchanges, and `github` is printed and not written. */
export const REPORT_CHOICES = [...REPORT_FORMATS, 'ctrf', 'har', 'github'] as const;
export type ReportFormat = (typeof REPORT_CHOICES)[number];

/** The reports of a run, and the request bodies that its curl lines read; paths below `reports/`. */
export function renderReports(run: ContractRun, formats: readonly ReportFormat[]): OutputFile[] {
  return [...eachReport(run, formats)];
}

/** The same one after the other: all of them at once are hundreds of megabytes where a description is large. */
export function* eachReport(
  run: ContractRun,
  formats: readonly ReportFormat[],
): Generator<OutputFile, void> {
  for (const format of formats) {
    const report = RENDERERS[format]?.(run);
    if (report) yield report;
  }
  if (violationsOf(run.results).length > 0) {
    yield { path: `${run.api}/violations.har`, text: renderViolationsHar(run) };
  }
  for (const { bodyFile, exchange } of run.results.flatMap(({ violations }) => violations)) {
    if (bodyFile !== undefined) yield { path: bodyFile, text: exchange.request.body ?? '' };
  }
}

const RENDERERS: Readonly<Record<ReportFormat, ((run: ContractRun) => OutputFile) | undefined>> = {
  html: (run) => ({ path: `${run.api}/report.html`, text: renderHtmlReport(run) }),
  junit: (run) => ({ path: `${run.api}/junit.xml`, text: renderJUnit(run) }),
  ctrf: (run) => ({ path: `${run.api}/ctrf.json`, text: renderCtrf(run) }),
  sarif: (run) => ({ path: `${run.api}/report.sarif`, text: renderRunSarif(run) }),
  markdown: (run) => ({ path: `${run.api}/report.md`, text: renderMarkdown(run) }),
  json: (run) => ({
    path: `${run.api}/run.json`,
    text: `${JSON.stringify(toRunDocument(run), null, 2)}\n`,
  }),
  har: (run) => ({ path: `${run.api}/traffic.har`, text: renderTrafficHar(run) }),
  github: undefined,
};
