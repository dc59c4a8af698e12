/** Whole numbers that a schema without bounds allows and that servers are known to stumble over. */
export const HOSTILE_NUMBERS: readonly bigint[] = [
  2n ** 63n,
  -(2n ** 63n) - 1n,
  2n ** 64n,
  10n ** 400n,
];
