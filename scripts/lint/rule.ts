import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';

/** One thing that a description must be; its file, id and case folder share a name. */
export interface Rule {
  readonly id: string;
  readonly severity: Finding['severity'];
  /** What must hold, as one sentence. */
  readonly description: string;
  /** Rules of Redocly that say the same less precisely: silent on lines where this one speaks. */
  readonly supersedes?: readonly string[];
  readonly check: (api: ApiModel) => Iterable<Hit>;
}

/** A place where a rule does not hold. */
export interface Hit {
  readonly at: Pointer;
  readonly message: string;
  /** Where it is written, when that is not in the description itself but in its ledger. */
  readonly location?: SourceLocation;
}
