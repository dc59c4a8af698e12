import type { Cell, Kind } from './cell.ts';
import { bindingOf, howOf } from './cell.ts';
import type { ForeignProgram, RunningServer } from './server.ts';

/** An implementation that says what it reads of what we write. */
export interface Judge {
  /** The head of its column. */
  readonly name: string;
  /** Packages whose versions say what was asked. */
  readonly packages: readonly string[];
  /** What serves it: a program that is installed, or a server in this process. */
  readonly program: ForeignProgram | (() => Promise<RunningServer>);
  /** It reads by the description of the cell, which is sent with the request. */
  readonly readsDescription: boolean;
  /** Where it reads such a cell; undefined where it has no binding of this kind. */
  readonly route: (cell: Cell) => string | undefined;
  /** What its own documentation promises. */
  readonly claims: readonly Claim[];
}

export interface Claim {
  readonly place: Cell['place'];
  /** As `howOf` says it. */
  readonly how: readonly string[];
  readonly kinds: readonly Kind[];
  readonly as: 'yes' | 'text';
}

export const SCALARS = ['string', 'text', 'integer', 'long', 'number', 'boolean'] as const;
export const LISTS = ['strings', 'texts', 'integers', 'single'] as const;

/** What a judge promises for a cell, if anything. */
export function claimOf({ claims }: Judge, cell: Cell): Claim['as'] | undefined {
  const how = howOf(cell);
  return claims.find(
    (claim) =>
      claim.place === cell.place && claim.how.includes(how) && claim.kinds.includes(cell.kind),
  )?.as;
}

export function isScalar(cell: Cell): boolean {
  return (SCALARS as readonly Kind[]).includes(cell.kind);
}

export function isList(cell: Cell): boolean {
  return (LISTS as readonly Kind[]).includes(cell.kind);
}

export function isObjectKind({ kind }: Cell): boolean {
  return kind === 'object' || kind === 'special';
}

/** The routes of servers that have one for each place and kind, such as `/query/integers`. */
export function plainRoute(prefix: string, cell: Cell): string | undefined {
  // They have no binding of another name.
  if ('name' in cell && cell.name !== undefined) return undefined;
  const place = cell.place === 'urlencoded' || cell.place === 'multipart' ? 'form' : cell.place;
  return `${prefix}/${place}/${bindingOf(cell)}${place === 'path' ? '/' : ''}`;
}
