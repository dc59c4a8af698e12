import type { Io } from './io.ts';
import { settingsOf } from './settings.ts';

/** Where a package of clients goes, and what it is. */
export interface ClientPackage {
  /** Its folder; undefined where it lies with all else that is generated. */
  readonly out: string | undefined;
  /** Its name; undefined where nobody gives it one. */
  readonly packageName: string | undefined;
  /** Whether the descriptions stay outside of it. */
  readonly isBare: boolean;
  /** Whether integers of 64 bits may be bigints. */
  readonly hasBigints: boolean;
  /** Whether times are `Date`s. */
  readonly hasDates: boolean;
}

interface ClientFlags {
  readonly out?: string | undefined;
  readonly name?: string | undefined;
  readonly descriptions?: boolean | undefined;
  readonly bigint?: boolean | undefined;
  readonly dates?: boolean | undefined;
}

/** What flags say of the package of clients, and the project's configuration where they say nothing. */
export async function clientPackageOf(io: Io, flags: ClientFlags = {}): Promise<ClientPackage> {
  const { client } = await settingsOf(io);
  const out = flags.out === undefined ? client.out : folderOf(flags.out);
  return {
    out,
    packageName: flags.name ?? client.name,
    hasBigints: flags.bigint ?? client.hasBigints,
    hasDates: flags.dates ?? client.hasDates,
    isBare: flags.descriptions === false || !client.hasDescriptions,
  };
}

function folderOf(written: string): string {
  return written.replace(/^(\.\/+)+(?=.)/, '').replace(/(?<=.)\/+$/, '');
}
