import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileUnreadable, fileUnwritable } from '../../scripts/cli/file-problem.ts';
import { nodeIo } from '../../scripts/cli/io.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiln-files-'));
  await writeFile(join(folder, 'pets.yaml'), '');
  await mkdir(join(folder, 'api'));
});
afterAll(async () => await rm(folder, { recursive: true }));

/** An error as Node throws it, for what the user that runs the tests may do all the same. */
function failure(code: string): Error {
  return Object.assign(new Error(`${code}: it went wrong, open 'x'`), { code });
}

const refusalOf = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('a file that cannot be read', () => {
  test.each([
    ['petz.yaml', 'there is no such file', 'Did you mean FOLDER/pets.yaml?'],
    ['other.yaml', 'there is no such file', 'Run from the project root'],
    ['pets.yaml/a.yaml', 'FOLDER/pets.yaml is no folder', 'Run from the project root'],
    ['api', 'it is a folder', 'Pass the path of a file in it.'],
  ])('%s: %s', async (name, why, hint) => {
    const path = join(folder, name);
    const error = await refusalOf(nodeIo.readText(path));
    expect(error).toMatchObject({
      message: `Cannot read ${path}: ${why.replace('FOLDER', folder)}`,
      hint: expect.stringContaining(hint.replace('FOLDER', folder)) as string,
    });
  });

  test.each([
    ['EACCES', 'file-not-readable', 'its permissions do not let you'],
    ['EMFILE', 'file-not-readable', 'EMFILE: it went wrong'],
  ])('%s is no missing file', async (code, id, why) => {
    const error = await fileUnreadable('pets.yaml', failure(code));
    expect([error.code, error.message]).toEqual([id, `Cannot read pets.yaml: ${why}`]);
  });
});

describe('what cannot be written', () => {
  test('where a file stands in the place of a folder, that is named', async () => {
    const path = join(folder, 'pets.yaml/reports/a/report.html');
    expect(await refusalOf(nodeIo.writeText(path, ''))).toMatchObject({
      message: `Cannot write ${path}: ${folder}/pets.yaml is no folder`,
    });
    expect(() => nodeIo.appendText(path, '')).toThrow(`${folder}/pets.yaml is no folder`);
  });

  test.each([
    ['EACCES', 'the permissions of the folder do not let you'],
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the file system can only be read'],
    ['EIO', 'EIO: it went wrong'],
  ])('%s is told as what it is', async (code, why) => {
    const error = fileUnwritable('out/a.json', failure(code));
    expect(error.message).toBe(`Cannot write out/a.json: ${why}`);
  });
});
