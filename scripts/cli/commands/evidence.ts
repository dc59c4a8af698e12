import type { Command } from '@commander-js/extra-typings';
import { renderEvidenceReport } from '../../report/evidence/evidence-report.ts';
import { renderMissingEvidence } from '../../report/evidence/missing-evidence.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { evidenceFindings } from '../evidence-findings.ts';

const REPORT = 'reports/evidence.md';

export function addEvidence(program: Command, { io, finish }: CommandContext): void {
  program
    .command('evidence')
    .description(
      `write ${REPORT}: what each description rests on, and how much of its sources it covers`,
    )
    .argument(
      '[api...]',
      'print the report of these alone and what is missing in them, and write nothing',
    )
    .option('--check', `write nothing; exit 1 unless ${REPORT} is what the descriptions give`)
    .action(async (names, { check }) => {
      const apis = await loadApis(io, names);
      const report = renderEvidenceReport(apis);
      if (names.length > 0) {
        io.out(`${report}\n`);
        for (const api of apis) io.out(`${renderMissingEvidence(api, evidenceFindings(api))}\n`);
        return;
      }
      const written = (await io.exists(REPORT)) ? await io.readText(REPORT) : undefined;
      if (written === report) {
        io.out(`${REPORT} is up to date\n`);
      } else if (check) {
        io.out(`${REPORT}: ${written === undefined ? 'missing' : 'stale'}\n`);
        io.err('hint: Run "kiln evidence" and commit what it writes.\n');
        finish(1);
      } else {
        await io.writeText(REPORT, report);
        io.out(`wrote ${REPORT}\n`);
      }
    });
}
