import { toModel } from '../../load/to-model.ts';
import type { ApiModel } from '../../model/api-model.ts';

/** What one thread tells another of a description, so that it is loaded once: not where it is written. */
export type HandedModel = Pick<
  ApiModel,
  'source' | 'document' | 'upgradedFrom' | 'aside' | 'fixtures'
>;

export function handOver({
  source,
  document,
  upgradedFrom,
  aside,
  fixtures,
}: ApiModel): HandedModel {
  return { source, document, upgradedFrom, aside, fixtures };
}

export function takeOver(handed: HandedModel): ApiModel {
  const nowhere = { file: handed.source, line: 0, column: 0 };
  return toModel({
    ...handed,
    written: handed.document,
    files: new Map(),
    ledger: () => undefined,
    locate: () => nowhere,
  });
}
