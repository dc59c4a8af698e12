import type { Credential } from '../../model/fixtures.ts';

/** Who sends a request. */
export interface Principal {
  readonly id: string;
  readonly plan: string | undefined;
  readonly access: Credential['access'];
}
