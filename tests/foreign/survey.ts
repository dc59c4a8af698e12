import type { Cell } from './cell.ts';
import { ask, type Reading } from './ask.ts';
import type { Judge } from './judge.ts';
import { isInstalled, startServer, type RunningServer } from './server.ts';
import type { WrittenCell } from './write-cell.ts';

/** What each judge makes of each cell. A judge that is not installed has no entry. */
export type Survey = ReadonlyMap<Judge, ReadonlyMap<Cell, Reading>>;

/** Starts each server once, asks it every cell as it was written, and stops it whatever comes. */
export async function survey(
  judges: readonly Judge[],
  written: ReadonlyMap<Cell, WrittenCell>,
): Promise<Survey> {
  const servers = new Map<Judge['program'], Promise<RunningServer>>();
  const there = judges.filter(
    ({ program }) => typeof program === 'function' || isInstalled(program),
  );
  for (const { program } of there) {
    if (servers.has(program)) continue;
    servers.set(program, typeof program === 'function' ? program() : startServer(program));
  }
  try {
    const columns = await Promise.all(
      there.map(async (judge) => {
        const server = await servers.get(judge.program);
        if (!server) throw new Error(`${judge.name} has no server`);
        return [judge, await askAll(judge, server.address, written)] as const;
      }),
    );
    return new Map(columns);
  } finally {
    const started = await Promise.allSettled(servers.values());
    const running = started.flatMap((it) => (it.status === 'fulfilled' ? it.value : []));
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

/** One after the other: a judge's requests do not meet. */
async function askAll(
  judge: Judge,
  address: string,
  written: ReadonlyMap<Cell, WrittenCell>,
): Promise<ReadonlyMap<Cell, Reading>> {
  const readings = new Map<Cell, Reading>();
  for (const [cell, parts] of written) {
    readings.set(cell, await ask(judge, address, cell, parts));
  }
  return readings;
}
