import type { Cleaning } from '../../contract/things/pool.ts';

/** Paths that are named where more was left behind. */
const MOST_NAMED = 5;

/** What a run has left behind on a server, in one line; nothing where it left nothing. */
export function renderCleaning({ deleted, left, kept }: Cleaning): string {
  const parts = [
    ...(left.length > 0 ? [`${left.length} could not be deleted: ${named(left)}`] : []),
    ...(kept.length > 0 ? [`${kept.length} nothing documented deletes: ${named(kept)}`] : []),
  ];
  if (parts.length === 0) return '';
  const made = deleted + left.length + kept.length;
  return `of ${made} things that the run made, ${parts.join('; ')}\n`;
}

function named(paths: readonly string[]): string {
  return `${paths.slice(0, MOST_NAMED).join(', ')}${paths.length > MOST_NAMED ? ', …' : ''}`;
}
