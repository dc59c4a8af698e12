/** How many of the ways to change a request were tried, where there are more than a run has time for. */
export interface Reach {
  readonly tried: number;
  readonly of: number;
}
