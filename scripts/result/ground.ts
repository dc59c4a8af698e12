/**
 * What a violation rests on: a clause of the description or a policy, or a standard that the description
 * does not repeat (an RFC).
 */
export type Ground = 'contract' | 'standard';
