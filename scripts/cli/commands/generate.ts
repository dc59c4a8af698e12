import type { Command } from '@commander-js/extra-typings';
import type { Difference } from '../../generate/compare-files.ts';
import { UserError } from '../../base/user-error.ts';
import { withProgress } from '../contract/progress.ts';
import { clientPackageOf } from '../client-package.ts';
import { applyDifferences, findDifferences } from '../generated.ts';
import { outputsOf } from '../settings.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { toPackageName } from '../options.ts';
import { writeSingleFile } from '../write-single-file.ts';
import type { CommandContext } from '../command.ts';

export function addGenerate(program: Command, { io, finish }: CommandContext): void {
  program
    .command('generate')
    .description('write the bundles and the typed clients')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option('--check', 'write nothing; exit 1 unless what is there is what the descriptions give')
    .option('--out <folder>', 'write the package of clients there, and nothing else')
    .option('--name <package>', 'what the package is called', toPackageName)
    .option('--no-descriptions', 'leave the descriptions out of the package')
    .option('--bigint', 'type integers of 64 bits as number or bigint')
    .option('--dates', 'make dates of the times in answers, and take them in requests')
    .option('--single-file <file>', 'write one client as one TypeScript module, and nothing else')
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(
      async (names, { check, out, name, descriptions, bigint, dates, singleFile, ...aside }) => {
        if (singleFile !== undefined) {
          const isRight = await writeSingleFile(io, names, singleFile, {
            isCheck: check,
            bigint,
            dates,
            aside,
          });
          if (!isRight) finish(1);
          return;
        }
        const place = await clientPackageOf(io, { out, name, descriptions, bigint, dates });
        const folder = place.out ?? (await outputsOf(io)).generated;
        const differences = await withProgress(io, 'making bundles and clients', () =>
          findDifferences(io, names, { aside, place }),
        );
        if (differences.length === 0) {
          io.out(`${folder}/ is up to date\n`);
          return;
        }
        if (check && isNothingThere(differences)) {
          const command = commandOf(names, { out, name, descriptions, bigint, dates });
          throw new UserError(
            'not-generated',
            `There is nothing generated in ${folder}/ to check`,
            {
              hint: `Run "${command}" first. ${whereToKeep(folder)}`,
            },
          );
        }
        if (check) {
          const { explainDifferences } = await import('../../generate/explain-differences.ts');
          for (const { state, file } of differences) io.out(`${folder}/${file.path}: ${state}\n`);
          const command = commandOf(names, { out, name, descriptions, bigint, dates });
          for (const it of explainDifferences(differences, command)) io.err(`hint: ${it}\n`);
          finish(1);
          return;
        }
        await applyDifferences(io, differences, place);
        const { importLines, writtenLines } = await import('../written-files.ts');
        const lines = [...writtenLines(folder, differences), ...importLines(folder, differences)];
        for (const line of lines) io.out(`${line}\n`);
      },
    );
}

/** Without its record nothing was generated there. */
function isNothingThere(differences: readonly Difference[]): boolean {
  const areMissing = differences.every(({ state }) => state === 'missing');
  return areMissing && differences.some(({ file }) => file.path === 'MANIFEST.json');
}

interface Written {
  readonly out?: string | undefined;
  readonly name?: string | undefined;
  readonly descriptions: boolean;
  readonly bigint?: true | undefined;
  readonly dates?: true | undefined;
}

/** The command that writes what is checked. */
function commandOf(
  names: readonly string[],
  { out, name, descriptions, bigint, dates }: Written,
): string {
  const flags = [
    ...(out === undefined ? [] : ['--out', out]),
    ...(name === undefined ? [] : ['--name', name]),
    ...(descriptions ? [] : ['--no-descriptions']),
    ...(bigint ? ['--bigint'] : []),
    ...(dates ? ['--dates'] : []),
  ];
  return ['kiln generate', ...names, ...flags].join(' ');
}

/** A fresh clone has nothing of what Git is told to ignore. */
function whereToKeep(folder: string): string {
  return folder.startsWith('.kiln/')
    ? '".kiln/" is left out of Git by "kiln init": to check a client in CI, keep it elsewhere, as by --out clients or by "client: {out: clients}" in kiln.config.yaml, and commit that.'
    : 'Commit what it writes, so that a clone has it.';
}
