import { createControllableClock } from '../base/clock.ts';
import type { Targets } from '../contract/check-options.ts';
import type { ApiModel } from '../model/api-model.ts';
import { totalsOf } from '../result/contract-run.ts';
import { hasPassed } from '../result/workflow-run.ts';
import { NO_PROFILES } from '../contract/wire/profiles.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import { renderFindings } from '../report/findings/render-findings.ts';
import { REPORT_FORMATS } from '../report/report.ts';
import type { SummaryRow } from '../report/summary.ts';
import { counted, renderTotals } from '../report/totals.ts';
import { renderWorkflows } from '../report/workflow-table.ts';
import { RULES } from '../lint/rules.ts';
import { loadApis } from './descriptions.ts';
import { clientPackageOf } from './client-package.ts';
import { applyDifferences, findDifferences } from './generated.ts';
import type { Io } from './io.ts';
import type { AsideFlags } from './left-aside.ts';
import { runLint } from './run-lint.ts';
import { runOnMock } from './run-workflows.ts';
import { writeSite } from './site.ts';
import { withProgress } from './contract/progress.ts';
import { whyNoOperations } from './contract/why-no-operations.ts';
import { unprovenOf } from '../result/proven.ts';
import { testApi } from './contract/test-api.ts';
import { openListener } from './contract/webhook-listener.ts';

interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  readonly aside: AsideFlags;
}

/** Takes descriptions through every stage; what one stage finds does not keep the next from running. */
export async function runAll(
  io: Io,
  names: readonly string[],
  { runs, seed, aside }: RunOptions,
): Promise<{ rows: SummaryRow[]; site: string }> {
  const say = (stage: string, text: string) => io.out(`${stage.padEnd(9)} ${text}\n`);
  const apis = await loadApis(io, names, { aside });
  say('load', apis.map(({ source }) => source).join(', '));

  const linted = await withProgress(io, 'checking the descriptions', () => runLint(io, apis));
  const findings = linted.flatMap((it) => it.findings);
  say('lint', findings.length === 0 ? 'no findings' : counted(findings.length, 'finding'));
  if (findings.length > 0) {
    const colour = io.screen?.hasColour === true;
    io.out(renderFindings(findings, { format: 'stylish', colour, rules: RULES }));
  }

  const place = await clientPackageOf(io);
  const differences = await withProgress(io, 'making bundles and clients', () =>
    findDifferences(io, names, { isTold: true, place }),
  );
  await applyDifferences(io, differences, place);
  say(
    'generate',
    differences.length === 0 ? 'fresh' : `${counted(differences.length, 'file')} written`,
  );

  const workflows = await runOnMock(io, apis);
  if (workflows.length > 0)
    say('workflows', `${workflows.filter(hasPassed).length} of ${workflows.length} passed`);
  if (!workflows.every(hasPassed)) io.out(renderWorkflows(workflows));

  const letterbox = await openListener(apis, 0);
  const { targets: webhooks } = letterbox;
  const clock = createControllableClock({ now: io.now });
  const mock = await createMock(apis, { clock, limits: true, seed, webhooks });
  const rows: SummaryRow[] = [];
  try {
    const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    say('mock', origin);
    for (const api of apis) {
      const own = linted.find((it) => it.api === api)?.findings ?? [];
      const written = differences.filter(({ file }) => file.path.startsWith(`${api.name}/`));
      const row = {
        api: api.name,
        operations: api.operations.length,
        findings: own.length,
        filesWritten: written.length,
        workflows: workflows.filter((it) => it.api === api.name).map(hasPassed),
      };
      if (api.operations.length === 0) {
        say('test', `${api.name}: nothing to test: ${whyNoOperations(api)}`);
        rows.push({
          ...row,
          held: 0,
          checks: 0,
          violations: 0,
          requests: 0,
          unproven: [],
          report: '',
        });
        continue;
      }
      const { run, violations, reports } = await testApi(io, api, {
        targets: targetsOf(mock, api, origin),
        profiles: NO_PROFILES,
        isMock: true,
        seed,
        runs,
        formats: REPORT_FORMATS,
        letterbox,
        passTime: (milliseconds) => Promise.resolve(clock.advance(milliseconds)),
      });
      say('test', `${api.name}: ${renderTotals(run)}`);
      const { held, violated, requests } = totalsOf(run.results);
      rows.push({
        ...row,
        held,
        checks: held + violated,
        violations: violations.length,
        requests,
        unproven: unprovenOf(run),
        report: reports[0] ?? '',
      });
    }
  } finally {
    await Promise.all([mock.close(), letterbox.close()]);
  }

  const { page } = await withProgress(io, 'writing the site', () =>
    writeSite(io, apis, { isAll: names.length === 0 }),
  );
  say('docs', page);
  return { rows, site: page };
}

/** Where a mock serves each server of an API. */
export function targetsOf({ mounts }: Mock, { name }: ApiModel, origin: string): Targets {
  const own = mounts.filter(({ api }) => api === name);
  return new Map(own.map(({ server, basePath }) => [server, `${origin}${basePath}`]));
}
