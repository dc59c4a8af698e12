/** Server Object, its variables replaced by their defaults (OpenAPI 3.1.1, section 4.8.5). */
export interface Server {
  readonly url: string;
  readonly description: string | undefined;
  /** Path part of the URL without a trailing slash: `/v1`, or the empty string. */
  readonly basePath: string;
  /** The same with other values of its variables. */
  readonly alsoAt: readonly string[];
  /** Where a variable takes any value, with the variable in braces: `/{tenant}/v1`. */
  readonly alsoBelow: readonly string[];
}
