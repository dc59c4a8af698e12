import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';

const NAME_IT = 'Run from the project root, or pass the path of a file.';

/** Says why a file cannot be read, and what to do. */
export async function fileUnreadable(path: string, cause: unknown): Promise<UserError> {
  const say = (id: string, why: string, hint: string) =>
    new UserError(id, `Cannot read ${path}: ${why}`, { hint, cause });
  switch (codeOf(cause)) {
    case 'ENOENT': {
      const meant = await neighbourOf(path);
      const hint = meant === undefined ? NAME_IT : `Did you mean ${meant}?`;
      return say('file-not-found', 'there is no such file', hint);
    }
    case 'ENOTDIR': {
      const blocking = blockingPart(path);
      return say('file-not-found', `${blocking ?? 'a part of its path'} is no folder`, NAME_IT);
    }
    case 'EISDIR':
      return say('file-not-readable', 'it is a folder', 'Pass the path of a file in it.');
    case 'EACCES':
    case 'EPERM':
      return say(
        'file-not-readable',
        'its permissions do not let you',
        'Let the user that runs Kiln read it and enter its folder.',
      );
    default:
      return say('file-not-readable', wordsOf(cause), 'The file must be there and whole.');
  }
}

/** Says why nothing can be written at a path, and what to do; `what` was to be done, such as `write`. */
export function fileUnwritable(path: string, cause: unknown, what = 'write'): UserError {
  const say = (why: string, hint: string) =>
    new UserError('file-not-writable', `Cannot ${what} ${path}: ${why}`, { hint, cause });
  switch (codeOf(cause)) {
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOTEMPTY': {
      const blocking = blockingPart(path);
      if (blocking === undefined) return say('something of that name is there', 'Move it away.');
      return say(
        `${blocking} is no folder`,
        'Move that file away, or name another folder to write to.',
      );
    }
    case 'EISDIR':
      return say('it is a folder', 'Move it away, or name another file.');
    case 'EACCES':
    case 'EPERM':
      return say(
        'the permissions of the folder do not let you',
        'Let the user that runs Kiln write there, or name another folder.',
      );
    case 'EROFS':
      return say('the file system can only be read', 'Name a folder that can be written to.');
    case 'ENOSPC':
    case 'EDQUOT':
      return say('the disk is full', 'Make room, and run it again.');
    default:
      return say(wordsOf(cause), 'The folder must be writable, and the disk not full.');
  }
}

/** The name beside a path that is most like it; undefined where none is. */
async function neighbourOf(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const meant = nearest(basename(path), names);
  if (meant === undefined) return undefined;
  return folder === '.' ? meant : `${folder}/${meant}`;
}

/** The first part of a path that should be a folder, and is none. */
function blockingPart(path: string): string | undefined {
  const folder = dirname(path);
  if (folder === path || folder === '.') return undefined;
  const above = blockingPart(folder);
  if (above !== undefined) return above;
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && !found.isDirectory() ? folder : undefined;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** `EMFILE: too many open files`, without the path, which is told already. */
function wordsOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return said.replace(/, [a-z]+ '.*$/s, '');
}
