import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.ts';
import type { Contender } from './contenders/place.ts';
import type { At } from './plays.ts';

/** How calls are made in a run. */
export interface Making {
  readonly baseUrl: string;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds that an attempt may take, where the client has a way to say so. */
  readonly timeout?: number | undefined;
  /** Whether it is to keep to documented quotas, where it can. */
  readonly quotas?: boolean;
}

/** A client of `clayva`, whoever made it. */
export interface Adapter {
  readonly make: (making: Making) => {
    readonly track: (body: object) => Promise<unknown>;
    readonly user: (id: string) => Promise<unknown>;
    readonly admin: () => Promise<unknown>;
  };
  /** The status of an answer as it was given; undefined where nobody could tell that it is a refusal. */
  readonly statusOf: (result: unknown) => number | undefined;
}

/** Bundles the adapter of a contender and loads it. */
export async function loadAdapter(
  { name, adapter }: Contender,
  folder: string,
  place: string,
): Promise<Adapter> {
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.mjs`);
  writeFileSync(file, await bundle(adapter, folder, false));
  return (await import(pathToFileURL(file).href)) as Adapter;
}

/** Bundles a play of a contender and loads it. */
export async function loadPlay(
  { name, text }: { readonly name: string; readonly text: string },
  folder: string,
  place: string,
): Promise<(at: At) => Promise<unknown>> {
  mkdirSync(place, { recursive: true });
  const file = join(place, `${name}.mjs`);
  writeFileSync(file, await bundle(text, folder, false));
  const { play } = (await import(pathToFileURL(file).href)) as {
    readonly play: (at: At) => Promise<unknown>;
  };
  return play;
}
