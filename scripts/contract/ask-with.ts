import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Bench, Verdict } from './bench.ts';
import { exampleDrafts } from './generation/draft.ts';
import type { AppliedCredential } from './wire/credentials.ts';

/** A credential that an operation is asked with, and how a report says so: `with a malformed credential`. */
export interface Asker {
  readonly credential: AppliedCredential | undefined;
  readonly how: string;
}

type JudgeAsker = (api: ApiModel, operation: Operation, exchange: Exchange, how: string) => Verdict;

/** Asks an operation once by its example with each credential that can be made up, and has each answer judged. */
export async function askWith(
  { api, operation, falsify }: Bench,
  judge: JudgeAsker,
  askers: readonly Asker[],
): Promise<void> {
  for (const { credential, how } of askers) {
    if (!credential) continue;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      credential,
      judge: (exchange) => judge(api, operation, exchange, how),
    });
  }
}
