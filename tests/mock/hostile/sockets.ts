import * as fc from 'fast-check';
import { connect } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readResponses } from './framing.ts';
import type { Campaign, CampaignOptions, Victim } from './inject.ts';
import { LONGEST, toJudge } from './judge.ts';
import { attacks, type Attack } from './wire.ts';

interface Ended {
  readonly bytes: Buffer;
  /** From the last that was written to the end of the answer. */
  readonly milliseconds: number;
  readonly isHanging: boolean;
}

/** After this a connection counts as hanging. */
const PATIENCE = 2000;

/** Attacks the port of a mock: mostly one connection after the other, sometimes a crowd of them. */
export async function attackSockets(
  { api, mock, takeBug }: Victim,
  { runs, seed }: CampaignOptions,
): Promise<Campaign> {
  const flawOf = toJudge(api, mock.mounts);
  const { port } = new URL(await mock.listen({ host: '127.0.0.1', port: 0 }));
  const statuses = new Map<number, number>();
  let [requests, slowest] = [0, 0];

  /** Says what is wrong with how an attack ended, if anything. */
  const attack = async (it: Attack): Promise<string | undefined> => {
    const first = await play(it, Number(port));
    const isSlow = first.isHanging || first.milliseconds > LONGEST;
    const { bytes, milliseconds, isHanging } = isSlow ? await play(it, Number(port)) : first;
    requests += 1;
    slowest = Math.max(slowest, milliseconds);
    if (isHanging) return 'the connection hangs';
    const { lines } = it;
    const { responses, flaw: misframed } = readResponses(
      bytes,
      lines.map(({ method }) => method),
    );
    // Who hangs up does not wait for the rest.
    if (misframed !== undefined && it.end !== 'reset') return misframed;
    if (responses.length === 0 && !it.mayBeSilent) return 'no answer';
    if (responses.length > Math.max(1, lines.length)) return 'more answers than requests';
    for (const [index, { status, headers, body }] of responses.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const asked = lines[index];
      const answer = { asked, status, headers, body: body.toString(), milliseconds };
      const flaw = takeBug() ?? flawOf(answer);
      if (flaw !== undefined) return flaw;
    }
    return undefined;
  };

  const one = attacks(api, mock.mounts);
  const crowd = fc.array(one, { minLength: 30, maxLength: 80, size: 'max' });
  const outcome = await fc.check(
    fc.asyncProperty(
      fc.oneof({ weight: 60, arbitrary: one.map((it) => [it]) }, { weight: 1, arbitrary: crowd }),
      async (all) => {
        const flaws = await Promise.all(all.map(attack));
        const index = flaws.findIndex((flaw) => flaw !== undefined);
        const guilty = all[index];
        if (guilty) throw new Error(`${flaws[index]}\n${render(guilty)}`);
      },
    ),
    { numRuns: runs, seed },
  );
  const [smallest] = outcome.counterexample ?? [];
  const failure = smallest && `${String(outcome.errorInstance)}\n(of ${smallest.length} at once)`;
  return { requests, statuses, slowest, failure };
}

function render({ name, pieces }: Attack): string {
  return `${name}: ${JSON.stringify(pieces.join('|').slice(0, 800))}`;
}

/** Plays an attack to its end: what came back before the server closed, or an error did. */
function play({ pieces, pause, end }: Attack, port: number): Promise<Ended> {
  let written = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (isHanging: boolean): void => {
      socket.destroy();
      const milliseconds = performance.now() - written;
      resolve({ bytes: Buffer.concat(chunks), milliseconds, isHanging });
    };
    const write = async (): Promise<void> => {
      for (const piece of pieces) {
        if (!socket.writable) break;
        socket.write(piece, 'latin1');
        written = performance.now();
        if (pieces.length === 1) break;
        await (pause === undefined ? setImmediate() : setTimeout(pause));
      }
      if (end === 'reset') socket.resetAndDestroy();
      else if (end === 'half-close' && socket.writable) socket.end();
    };
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => void write());
    socket.setNoDelay(true);
    socket.setTimeout(PATIENCE, () => finish(true));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => finish(false));
    socket.on('close', () => finish(false));
    socket.on('error', () => finish(false));
  });
}
