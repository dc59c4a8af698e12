import type { Cleaning } from '../../contract/things/delete-things.ts';

/** Paths that are named where more was left behind. */
const MOST_NAMED = 5;

/** What a run has left behind on a server, a line for each reason; nothing where it left nothing. */
export function renderCleaning({ left, kept }: Cleaning): string {
  const lines = [
    left.length > 0 && `The run made ${counted(left)} and could not delete ${them(left)}`,
    kept.length > 0 &&
      `The run made ${counted(kept)} that no documented operation deletes; ` +
        `${kept.length === 1 ? 'it is' : 'they are'} still there`,
  ];
  const places = [left, kept].map(named);
  return lines.flatMap((line, at) => (line === false ? [] : `${line}: ${places[at]}\n`)).join('');
}

function counted({ length }: readonly string[]): string {
  return length === 1 ? '1 thing' : `${length} things`;
}

function them({ length }: readonly string[]): string {
  return length === 1 ? 'it' : 'them';
}

function named(paths: readonly string[]): string {
  return `${paths.slice(0, MOST_NAMED).join(', ')}${paths.length > MOST_NAMED ? ', …' : ''}`;
}
