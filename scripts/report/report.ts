import { violationsOf, type ContractRun } from '../core/contract-run.ts';
import type { Finding } from '../core/finding.ts';
import type { OutputFile } from '../core/output-file.ts';
import { renderFindings } from './findings/render-findings.ts';
import { renderHtmlReport } from './html-report.ts';
import { renderJUnit } from './junit.ts';
import { renderMarkdown } from './markdown-report.ts';

export const REPORT_FORMATS = ['html', 'junit', 'json', 'sarif', 'markdown'] as const;
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
  sarif: (run) => ({ path: `${run.api}/report.sarif`, text: renderSarif(run) }),
  markdown: (run) => ({ path: `${run.api}/report.md`, text: renderMarkdown(run) }),
  json: (run) => ({ path: `${run.api}/run.json`, text: `${JSON.stringify(run, null, 2)}\n` }),
};

/** Violations at the handwritten lines that they break, for code scanning (SARIF 2.1.0). */
function renderSarif({ results, properties }: ContractRun): string {
  const findings = violationsOf(results).map(
    ({ property, operation, message, proof, curl }): Finding => ({
      rule: property,
      severity: 'error',
      at: proof.clause,
      location: proof.location,
      message: `${operation}: ${message}. The description says ${proof.states}; seen: ${proof.seen}. Again: ${curl}`,
    }),
  );
  const rules = properties.map(({ id, title }) => ({ id, description: title }));
  return renderFindings(findings, { format: 'sarif', rules });
}
