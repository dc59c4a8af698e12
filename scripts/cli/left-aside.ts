import type { ApiModel } from '../model/api-model.ts';
import type { LeftAside } from '../model/left-aside.ts';
import { renderLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import type { Io } from './io.ts';

export const STRICT = '--strict';
export const STRICT_HELP = 'refuse a description of which anything has to be left aside';
export const VERBOSE = '--verbose';
export const VERBOSE_HELP = 'list everything that is left aside, and not only the first few';

/** What the user wants to know of what a description loses. */
export interface AsideFlags {
  readonly strict?: true | undefined;
  readonly verbose?: true | undefined;
}

/** Entries that are shown where the user has not asked for all. */
const MOST_SHOWN = 10;

/** Says what of the descriptions cannot be used, before anything is made of the rest; a UserError where that is refused. */
export function tellAside(
  io: Io,
  apis: readonly ApiModel[],
  { strict, verbose }: AsideFlags,
): void {
  const aside = apis.flatMap((api) => api.aside);
  if (aside.length === 0) return;
  if (strict) {
    throw new UserError(
      'left-aside',
      `${counted(aside.length)} cannot be used:\n${linesOf(aside)}`,
      {
        hint: 'Correct them, or leave out --strict: the rest works without them.',
      },
    );
  }
  const shown = verbose ? aside : aside.slice(0, MOST_SHOWN);
  const more = aside.length - shown.length;
  const rest = more === 0 ? '' : `  and ${more} more: ${VERBOSE} lists them\n`;
  const verb = aside.length === 1 ? 'was' : 'were';
  io.err(`${counted(aside.length)} ${verb} left aside:\n${linesOf(shown)}\n${rest}`);
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'thing' : 'things'}`;
}

/** A line for each: where, what, why. */
function linesOf(aside: readonly LeftAside[]): string {
  return aside
    .map(({ what, name, at, why }) => `  ${renderLocation(at)}  ${what} ${name}: ${why}`)
    .map((line) => line.replaceAll(/\s*\n\s*/g, ' ').replace(/^\s*/, '  '))
    .join('\n');
}
