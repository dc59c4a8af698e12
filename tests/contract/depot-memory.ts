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
