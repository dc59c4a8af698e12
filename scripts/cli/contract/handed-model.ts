import { toModel } from '../../load/to-model.ts';
import type { EvidenceLedger } from '../../model/evidence.ts';
import type { ApiModel } from '../../model/api-model.ts';

/** What one thread tells another of a description, so that it is loaded once: not where it is written. */
export type HandedModel = Pick<
  ApiModel,
  'name' | 'argument' | 'source' | 'document' | 'upgradedFrom' | 'aside' | 'fixtures'
> & {
  /** Where verdicts depend on it: to hand it over is to read it. */
  readonly ledger: EvidenceLedger | undefined;
};

export function handOver(api: ApiModel, isLedgerNeeded: boolean): HandedModel {
  const { name, argument, source, document, upgradedFrom, aside, fixtures } = api;
  const ledger = isLedgerNeeded ? api.ledger : undefined;
  return { name, argument, source, document, upgradedFrom, aside, fixtures, ledger };
}

export function takeOver(handed: HandedModel): ApiModel {
  const nowhere = { file: handed.source, line: 0, column: 0 };
  const { name, argument, ...rest } = handed;
  return toModel({
    ...rest,
    called: { name, argument },
    written: handed.document,
    files: new Map(),
    ledger: () => handed.ledger,
    locate: () => nowhere,
  });
}
