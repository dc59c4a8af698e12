import { Option, type Command } from '@commander-js/extra-typings';
import { IGNORE_RULE } from '../../lint/ignores.ts';
import { LINT_PROFILES, rulesOf } from '../../lint/profiles.ts';
import { RULES } from '../../lint/rules.ts';
import { FINDING_FORMATS, renderFindings } from '../../report/findings/render-findings.ts';
import { loadApis } from '../descriptions.ts';
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
    .action(async (names, { format, profile }, command) => {
      // Loaded when it is needed: the linters take longer to load than other commands to run.
      const { runLint } = await import('../run-lint.ts');
      const apis = await loadApis(io, names, { mayShareNames: true });
      const results = await runLint(io, apis, profile);
      const findings = results.flatMap((result) => result.findings);
      const colour = command.configureOutput().getOutHasColors?.() ?? false;
      const rules = [...RULES, IGNORE_RULE];
      if (format === 'stylish') {
        const clean = results.filter((result) => result.findings.length === 0);
        io.out(clean.map((it) => `${praise(it)}\n`).join(''));
      }
      io.out(renderFindings(findings, { format, colour, rules }));
      finish(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}

function praise({ api: { source, operations }, profile }: LintResult): string {
  const count = `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
  return `${source}: ${count}, ${rulesOf(profile).length} house rules, no findings`;
}
