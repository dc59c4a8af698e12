export interface Note {
  readonly id: string;
  readonly text: string;
  readonly stars?: number;
  readonly place?: string;
  readonly written?: string;
}

/** What the server of the depot remembers. */
export interface DepotMemory {
  readonly notes: Map<string, Note>;
  /** When a job was taken on, and how often it was asked for since it was done. */
  readonly jobs: Map<string, { readonly began: number; asked: number }>;
  /** When a session ends. */
  readonly sessions: Map<string, number>;
  readonly updated: Set<string>;
  issued: number;
  /** Where `noteAdded` goes. */
  hook?: string;
}

/** Whether the place is a text, and the moment a date and time (RFC 3339, section 5.6). */
export function isPlaced({
  place,
  written,
}: {
  readonly place?: unknown;
  readonly written?: unknown;
}): boolean {
  if (place !== undefined && typeof place !== 'string') return false;
  if (written === undefined) return true;
  return (
    typeof written === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(written) &&
    !Number.isNaN(Date.parse(written))
  );
}
