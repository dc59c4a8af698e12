import { Option, type Command } from '@commander-js/extra-typings';
import { UserError } from '../../base/user-error.ts';
import { DRIFT_FORMATS, isUnchanged, renderDrift } from '../../drift/render-drift.ts';
import { renderEvidenceReport } from '../../report/evidence/evidence-report.ts';
import { renderMissingEvidence } from '../../report/evidence/missing-evidence.ts';
import { auditFacts } from '../audit/audit-facts.ts';
import { withProgress } from '../contract/progress.ts';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { evidenceFindings } from '../evidence-findings.ts';
import { outputsOf } from '../settings.ts';
import { holdSources, keepSources, ledgerOf, toGivenSource } from '../hold-sources.ts';

export function addEvidence(program: Command, { io, finish }: CommandContext): void {
  program
    .command('evidence')
    .description(
      'write evidence.md among the reports: what each description rests on; with --source, what a document still states',
    )
    .argument(
      '[api...]',
      'print the report of these alone and what is missing in them, and write nothing',
    )
    .option('--check', 'write nothing; exit 1 unless evidence.md is what the descriptions give')
    .option(
      '--source <id=file...>',
      'a document of today, as text, HTML or Markdown: say claim by claim what it no longer states',
    )
    .option('--write', 'keep what the documents of --source print, beside the claims')
    .addOption(
      new Option('--format <name>', 'how to say what --source shows')
        .choices(DRIFT_FORMATS)
        .default('text' as const),
    )
    .action(async (names, { check, source, write, format }) => {
      if (source !== undefined) {
        await compare(names, { source, write, format });
        return;
      }
      if (write === true) {
        throw new UserError('source-missing', '--write needs a document to read', {
          hint: 'Add --source ID=FILE.',
        });
      }
      const apis = await loadApis(io, names);
      const audits = await withProgress(io, 'trying what others found in the documents', () =>
        Promise.all(apis.map((api) => auditFacts(io, api))),
      );
      const report = renderEvidenceReport(
        apis,
        audits.filter((audit) => audit !== undefined),
      );
      if (names.length > 0) {
        io.out(`${report}\n`);
        for (const api of apis) io.out(`${renderMissingEvidence(api, evidenceFindings(api))}\n`);
        return;
      }
      const path = `${(await outputsOf(io)).reports}/evidence.md`;
      const written = (await io.exists(path)) ? await io.readText(path) : undefined;
      if (written === report) {
        io.out(`${path} is up to date\n`);
      } else if (check) {
        io.out(`${path}: ${written === undefined ? 'missing' : 'stale'}\n`);
        io.err('hint: Run "kiln evidence" and commit what it writes.\n');
        finish(1);
      } else {
        await io.writeText(path, report);
        io.out(`wrote ${path}\n`);
      }
    });

  interface Comparison {
    readonly source: readonly string[];
    readonly write?: true | undefined;
    readonly format: (typeof DRIFT_FORMATS)[number];
  }

  async function compare(names: readonly string[], { source, write, format }: Comparison) {
    const [api, ...others] = names.length === 1 ? await loadApis(io, names) : [];
    if (!api || others.length > 0) {
      const hint = 'Run "kiln evidence NAME --source ID=FILE".';
      throw new UserError('source-of-many', '--source needs the name of one description', { hint });
    }
    const ledger = ledgerOf(api);
    const given = source.map((it) => toGivenSource(it, ledger));
    if (write === true) {
      for (const file of await keepSources(io, api, given)) io.out(`wrote ${file}\n`);
      return;
    }
    const drifts = await holdSources(io, api, given);
    io.out(renderDrift({ api: api.name, ledger, drifts }, format));
    if (!drifts.every(isUnchanged)) finish(1);
  }
}
