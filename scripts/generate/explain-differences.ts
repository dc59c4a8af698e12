/** What to do about what differs, a sentence for each kind of difference; `command` writes everything anew. */
export function explainDifferences(
  differences: readonly { readonly state: string }[],
  command: string,
): readonly string[] {
  const states = new Set(differences.map(({ state }) => state));
  const edited = differences.filter(({ state }) => state === 'edited by hand').length;
  const hints = [
    edited > 0 &&
      `${edited === 1 ? 'A file was' : `${edited} files were`} edited by hand, and "${command}" writes over that: make the change in the description, or around the client.`,
    states.has('description changed') &&
      `A description has changed since: run "${command}" and commit what it writes with that change.`,
    states.has('generator changed') &&
      `Another version of Kiln or of its tools made this: run "${command}" and commit what it writes apart from changes of yours.`,
    states.has('missing') &&
      `What is missing was not written or not committed: run "${command}" and commit what it writes.`,
    states.has('package changed') &&
      `The package has other APIs, another name or other contents: run "${command}" and commit what it writes.`,
  ].filter((it) => it !== false);
  return hints.length > 0 ? hints : [`Run "${command}" and commit what it writes.`];
}
