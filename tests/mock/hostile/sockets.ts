import * as fc from 'fast-check';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Campaign, CampaignOptions, Victim } from './inject.ts';
import { toJudge } from './judge.ts';
import { attacks, type Attack } from './wire.ts';

interface Ended {
  readonly text: string;
  readonly milliseconds: number;
  readonly isHanging: boolean;
}

/** After this a connection counts as hanging. */
const PATIENCE = 2000;

/** Attacks the port of a mock, one connection after the other. */
export async function attackSockets(
  { api, mock, takeBug }: Victim,
  { runs, seed }: CampaignOptions,
): Promise<Campaign> {
  const flawOf = toJudge(api);
  const { port } = new URL(await mock.listen({ host: '127.0.0.1', port: 0 }));
  const statuses = new Map<number, number>();
  let [requests, slowest] = [0, 0];
  const outcome = await fc.check(
    fc.asyncProperty(attacks(api, mock.mounts), async (attack) => {
      const { text, milliseconds, isHanging } = await play(attack, Number(port));
      requests += 1;
      slowest = Math.max(slowest, milliseconds);
      if (isHanging) throw new Error('the connection hangs');
      const answers = readAnswers(text);
      if (answers.length === 0 && !attack.mayBeSilent) throw new Error('no answer');
      for (const answer of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const flaw = takeBug() ?? flawOf({ ...answer, milliseconds });
        if (flaw !== undefined) throw new Error(flaw);
      }
    }),
    { numRuns: runs, seed },
  );
  const [smallest] = outcome.counterexample ?? [];
  const failure =
    smallest &&
    `${String(outcome.errorInstance)}\n${smallest.name}: ${JSON.stringify(smallest.pieces.join('|').slice(0, 400))}`;
  return { requests, statuses, slowest, failure };
}

/** Plays an attack to its end: what came back before the server closed, or an error did. */
function play({ pieces, isHalfClosed }: Attack, port: number): Promise<Ended> {
  const began = performance.now();
  return new Promise((resolve) => {
    let text = '';
    const end = (isHanging: boolean): void => {
      socket.destroy();
      resolve({ text, milliseconds: performance.now() - began, isHanging });
    };
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, async () => {
      for (const piece of pieces) {
        if (!socket.writable) break;
        socket.write(piece, 'latin1');
        if (pieces.length > 1) await setImmediate();
      }
      if (isHalfClosed && socket.writable) socket.end();
    });
    socket.setNoDelay(true);
    socket.setTimeout(PATIENCE, () => end(true));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('end', () => end(false));
    socket.on('error', () => end(false));
  });
}

/** The answers in what came back; interim ones are none (RFC 9110, section 15.2). */
function readAnswers(text: string) {
  const answers: { method: string; status: number; contentType: string; body: string }[] = [];
  let rest = text;
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n');
    const head = end < 0 ? rest : rest.slice(0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
    rest = end < 0 ? '' : rest.slice(end + 4);
    if (status >= 100 && status < 200) continue;
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    const contentType = /^content-type: (.*)$/im.exec(head)?.[1] ?? '';
    // An answer to HEAD has a length and no content.
    const isHead = rest.startsWith('HTTP/1.1 ') || (rest === '' && length > 0);
    const content = isHead ? '' : rest.slice(0, length);
    rest = rest.slice(content.length);
    const body = Buffer.from(content, 'latin1').toString();
    answers.push({ method: isHead ? 'HEAD' : 'GET', status, contentType, body });
  }
  return answers;
}
