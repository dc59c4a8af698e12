/** The id of a claim as proofs print it: `PETS-1 (documented): a key is needed`. */
export function claimIdOf(printed: string): string {
  return /^[^\s(:]+/.exec(printed)?.[0] ?? printed;
}
