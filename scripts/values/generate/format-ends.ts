/** Whole numbers that a format of the OpenAPI registry takes, the ends included. */
export const FORMAT_ENDS: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ...[8n, 16n, 32n, 64n].flatMap((bits): [string, readonly [bigint, bigint]][] => [
    [`int${bits}`, [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n]],
    [`uint${bits}`, [0n, 2n ** bits - 1n]],
  ]),
  ['double-int', [-(2n ** 53n) + 1n, 2n ** 53n - 1n]],
]);
