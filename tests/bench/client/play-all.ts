import type { Api, Contender } from './contenders/place.ts';
import { loadPlay } from './load-adapter.ts';
import { PLAYS } from './plays.ts';
import { openStage } from './stage.ts';

/** More than are taken at once, and more bytes than are taken. */
const MANY = Array.from({ length: 2_500 }, (_, i) => ({ event: 'Opened', userId: `u${i}` }));
const LONG = 'a'.repeat(40_000);

/** What a contender does in each play: the cells of its column. */
export async function playAll(
  { name, plays }: Contender,
  folderOf: (api: Api) => string,
  place: string,
): Promise<string[]> {
  const cells: string[] = [];
  for (const { name: row, api, without = 'no', answer, judge } of PLAYS) {
    const text = plays[row];
    if (text === undefined) {
      cells.push(without);
      continue;
    }
    const play = await loadPlay({ name: `${name}-${row}`, text }, folderOf(api), place);
    const { baseUrl, seen, close } = await openStage((those, _request, response) =>
      answer(those, response),
    );
    // What it throws is an end like any other: the server has seen what there was to see.
    const given = await play({ baseUrl, many: MANY, long: LONG }).catch((error: unknown) => error);
    cells.push(judge(seen, given));
    close();
  }
  return cells;
}
