import type { Violation } from './contract-run.ts';

/** What a server does against a standard, told once however many operations show it. */
export interface Note {
  readonly property: string;
  readonly message: string;
  readonly operations: readonly string[];
  /** The one that is shown. */
  readonly first: Violation;
}

/** Violations of standards, one entry for each property and message; the most frequent first. */
export function groupNotes(violations: readonly Violation[]): Note[] {
  const groups = Map.groupBy(violations, ({ property, message }) => `${property}\n${message}`);
  return [...groups.values()]
    .flatMap((alike): Note[] => {
      const [first] = alike;
      if (!first) return [];
      const operations = [...new Set(alike.map(({ operation }) => operation))];
      return [{ property: first.property, message: first.message, operations, first }];
    })
    .toSorted((one, other) => other.operations.length - one.operations.length);
}
