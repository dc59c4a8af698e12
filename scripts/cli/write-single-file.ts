import { UserError } from '../base/user-error.ts';
import { clientPackageOf } from './client-package.ts';
import { loadApis, type LoadOptions } from './descriptions.ts';
import { readModules } from './generated.ts';
import type { Io } from './io.ts';

interface SingleFileOptions extends Pick<LoadOptions, 'aside'> {
  /** Whether nothing is written. */
  readonly isCheck: boolean | undefined;
  readonly bigint: boolean | undefined;
  readonly dates: boolean | undefined;
}

/**
 * Writes the client of one API as one file, or with `isCheck` says whether what is there is what would be written.
 * Throws a UserError where several APIs are meant, or where the file is somebody else's.
 */
export async function writeSingleFile(
  io: Io,
  names: readonly string[],
  path: string,
  { isCheck = false, bigint, dates, ...options }: SingleFileOptions,
): Promise<boolean> {
  if (!/\.m?ts$/.test(path)) {
    throw new UserError('file-unusable', `${path} is no name of a TypeScript module`, {
      hint: 'Give it one, such as --single-file src/shop.ts.',
    });
  }
  const apis = await loadApis(io, names, { ...options, isFresh: true });
  const [api, other] = apis;
  if (!api || other) {
    throw new UserError('one-api', `${apis.length} APIs do not go into one file`, {
      hint: 'Name one: kiln generate openapi.yaml --single-file src/shop.ts.',
    });
  }
  const { renderSingleFile, stalenessOfFile } = await import('../generate/single-file.ts');
  const kinds = await clientPackageOf(io, { bigint, dates });
  const { runtime, floors } = await readModules(io);
  const text = renderSingleFile(api, runtime, floors, kinds);
  const there = (await io.exists(path)) ? await io.readText(path) : undefined;
  const staleness = stalenessOfFile(text, there);
  if (staleness === 'not made by Kiln') {
    throw new UserError('output-taken', `${path} is there, and Kiln has not made it`, {
      hint: 'Name another file, or remove it.',
    });
  }
  if (staleness === undefined) {
    io.out(`${path} is up to date\n`);
    return true;
  }
  if (!isCheck) {
    await io.writeText(path, text);
    io.out(`wrote ${path}\n`);
    return true;
  }
  const { explainDifferences } = await import('../generate/explain-differences.ts');
  const command = [
    'kiln generate',
    ...names,
    '--single-file',
    path,
    ...(bigint ? ['--bigint'] : []),
    ...(dates ? ['--dates'] : []),
  ].join(' ');
  io.out(`${path}: ${staleness}\n`);
  for (const it of explainDifferences([{ state: staleness }], command)) io.err(`hint: ${it}\n`);
  return false;
}
