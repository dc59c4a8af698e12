import { Option, type Command } from '@commander-js/extra-typings';
import { IGNORE_RULE } from '../../lint/ignores.ts';
import { LINT_PROFILES, rulesOf, type RuleLevels } from '../../lint/profiles.ts';
import { RULES } from '../../lint/rules.ts';
import { FINDING_FORMATS, renderFindings } from '../../report/findings/render-findings.ts';
import { counted } from '../../report/totals.ts';
import { withProgress } from '../contract/progress.ts';
import { stagedRoots } from '../staged-roots.ts';
import { loadApis } from '../descriptions.ts';
import { settingsOf } from '../settings.ts';
import type { LintResult } from '../run-lint.ts';
import type { CommandContext } from '../command.ts';

/** `kiln lint`: checks descriptions with Redocly, swagger-parser and the house rules. */
export function addLint(program: Command, { io, finish }: CommandContext): void {
  program
    .command('lint')
    .description('check descriptions: Redocly recommended-strict, swagger-parser and house rules')
    .argument('[api...]', 'folders under specs/, paths or addresses; all when left out')
    .addOption(
      new Option('--format <name>', 'how findings are printed')
        .choices(FINDING_FORMATS)
        .default('stylish' as const),
    )
    .addOption(
      new Option(
        '--profile <name>',
        'kiln: all that our own are held to; recommended: what breaks tools (default: kiln with an evidence ledger or under specs/, else recommended)',
      ).choices(LINT_PROFILES),
    )
    .option(
      '--staged',
      'only descriptions with a staged file, or one of the files named: a part stands for what refers to it',
    )
    .action(async (names, { format, profile, staged }, command) => {
      // Loaded when it is needed: the linters take longer to load than other commands to run.
      const { runLint } = await import('../run-lint.ts');
      const roots = staged ? await stagedRoots(io, names) : names;
      if (staged && roots.length === 0) {
        return io.err('no description has a staged file\n');
      }
      const apis = await loadApis(io, roots, { mayShareNames: true });
      const { rules: levels } = (await settingsOf(io)).lint;
      const results = await withProgress(
        io,
        `checking ${counted(apis.length, 'description')}`,
        () => runLint(io, apis, profile),
      );
      const findings = results.flatMap((result) => result.findings);
      const colour = command.configureOutput().getOutHasColors?.() ?? false;
      const rules = [...RULES, IGNORE_RULE];
      if (format === 'stylish') {
        const clean = results.filter((result) => result.findings.length === 0);
        io.out(clean.map((it) => `${praise(it, levels)}\n`).join(''));
      }
      io.out(renderFindings(findings, { format, colour, rules }));
      finish(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}

function praise({ api: { source, operations }, profile }: LintResult, levels: RuleLevels): string {
  const count = `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
  return `${source}: ${count}, ${rulesOf(profile, levels).length} house rules, no findings`;
}
