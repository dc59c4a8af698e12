import { Option, type Command } from '@commander-js/extra-typings';
import type { ApiModel } from '../../model/api-model.ts';
import { IGNORE_RULE } from '../../lint/ignores.ts';
import { RULES } from '../../lint/rules.ts';
import { FINDING_FORMATS, renderFindings } from '../../report/findings/render-findings.ts';
import { loadApis } from '../descriptions.ts';
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
    .action(async (names, { format }, command) => {
      // Loaded when it is needed: the linters take longer to load than other commands to run.
      const { runLint } = await import('../run-lint.ts');
      const apis = await loadApis(io, names);
      const results = await runLint(io, apis);
      const findings = results.flatMap((result) => result.findings);
      const colour = command.configureOutput().getOutHasColors?.() ?? false;
      const rules = [...RULES, IGNORE_RULE];
      if (format === 'stylish') {
        const clean = results.filter((result) => result.findings.length === 0);
        io.out(clean.map(({ api }) => `${praise(api)}\n`).join(''));
      }
      io.out(renderFindings(findings, { format, colour, rules }));
      finish(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
}

function praise({ source, operations }: ApiModel): string {
  const count = `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
  return `${source}: ${count}, ${RULES.length} house rules, no findings`;
}
