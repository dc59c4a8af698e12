// Made by "kiln generate": change the description, not this.
import type { Contract } from './contract.js';
import type { Policy } from './settings.js';
export interface PaceOptions {
    /** The plan whose quotas hold; without one they are learnt from what answers say. */
    readonly plan?: string | undefined;
    /** One gate for all clients of this process that have the same address and credential; each its own when left out. */
    readonly shareQuotas?: boolean | undefined;
}
/**
 * Keeps to the quotas that a description declares (`x-rate-limits`): no more requests in any window than the plan
 * has, and none before the end of a window of which an answer says that it is spent. Who is refused anyway makes
 * all others wait too. A request that would have to wait longer than it may is not sent.
 */
export declare const pacing: Policy<PaceOptions>;
/** The same by quotas that connections do not carry. */
export declare function pacingBy(rate: Contract['rate']): Policy<PaceOptions>;
