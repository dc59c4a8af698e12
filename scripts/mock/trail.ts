import type { Operation } from '../model/api-model.ts';
import type { Principal } from './access/principal.ts';
import type { Standing } from './limits/rate-limit.ts';

/** What the stages have found out so far about one request. */
export interface Trail {
  readonly isRehearsal?: boolean;
  namespace?: string;
  operation?: Operation;
  principal?: Principal | undefined;
  standing?: Standing;
  /** URL of the documented server. */
  server?: string | undefined;
  /** What is done when the answer is on its way. */
  after?: (() => void) | undefined;
}
