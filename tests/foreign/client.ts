import { spawnSync } from 'node:child_process';
import type { Json } from '../../scripts/base/json.ts';
import { startCapture, type Captured } from './capture.ts';
import { howOf, nameOf, type Cell, type Kind } from './cell.ts';
import { isInstalled, runClient, type ForeignProgram } from './server.ts';

/** A request that somebody else's library is to write. */
export interface Order {
  /** Where it is sent: a number, by which it is found again. */
  readonly path: string;
  readonly library: string;
  readonly place: Cell['place'];
  /** As `howOf` says it. */
  readonly how: string;
  readonly style: string;
  readonly explode: boolean;
  readonly kind: Kind;
  readonly name: string;
  readonly value: Json;
}

/** A library that writes requests. */
export interface ForeignClient {
  readonly name: string;
  readonly packages: readonly string[];
  /** What runs it: a program that is installed, or a function of this process. */
  readonly program: ForeignProgram | ((address: string, order: Order) => Promise<void>);
  /** The command that it is, where a machine may lack it. */
  readonly command?: string;
  /** The cells that it has a way to write, and which it means by it. */
  readonly writes: (cell: Cell) => boolean;
}

/** What a client sent for a cell. A client that is not installed sends nothing. */
export interface Sending {
  readonly client: ForeignClient;
  readonly cell: Cell;
  readonly captured: Captured;
}

/** Has every client write the cells it can, each request once. */
export async function gatherRequests(
  clients: readonly ForeignClient[],
  cells: readonly Cell[],
): Promise<readonly Sending[]> {
  const there = clients.filter(isThere);
  const orders = there
    .flatMap((client) => cells.filter(client.writes).map((cell) => ({ client, cell })))
    .map(({ client, cell }, i) => ({ client, cell, order: toOrder(client, cell, i) }));
  const { address, captured, stop } = await startCapture();
  try {
    const programs = new Set(there.map(({ program }) => program));
    const own = (program: ForeignClient['program']) =>
      orders.flatMap(({ client, order }) => (client.program === program ? order : []));
    await Promise.all([...programs].map((program) => sendAll(program, address, own(program))));
  } finally {
    await stop();
  }
  return orders.map(({ client, cell, order }) => {
    const request = captured.get(order.path.slice(1));
    if (!request) throw new Error(`${client.name} did not send ${JSON.stringify(order)}`);
    return { client, cell, captured: request };
  });
}

/** Whether a client can be asked on this machine. */
export function isThere({ program, command }: ForeignClient): boolean {
  if (typeof program !== 'function') return isInstalled(program);
  return command === undefined || spawnSync(command, ['--version']).error === undefined;
}

async function sendAll(
  program: ForeignClient['program'],
  address: string,
  orders: readonly Order[],
): Promise<void> {
  if (typeof program !== 'function') {
    await runClient(program, address, orders.map((it) => JSON.stringify(it)).join('\n'));
    return;
  }
  for (const order of orders) await program(address, order);
}

function toOrder(client: ForeignClient, cell: Cell, i: number): Order {
  const { place, kind, value } = cell;
  const [style, explode] = 'style' in cell ? [cell.style, cell.explode] : ['', false];
  const base = { path: `/${i}`, library: client.name, how: howOf(cell), name: nameOf(cell) };
  return { ...base, place, style, explode, kind, value };
}
