import LISTED from './documents.json' with { type: 'json' };

/** A package that carries descriptions. */
export interface DocumentPackage {
  readonly ecosystem: string;
  readonly package: string;
  readonly version: string;
  readonly documents: readonly PackagedDocument[];
}

interface PackagedDocument {
  /** Of its root file, below the package's folder. */
  readonly path: string;
  readonly publisher: string;
  /** Whether continuous integration tries it. */
  readonly sample?: boolean;
  /** Whether it has over 500 operations: nothing else runs while it is tried. */
  readonly large?: boolean;
}

/** One of the descriptions that are tried. */
export interface ListedDocument extends PackagedDocument {
  readonly from: DocumentPackage;
  /** Names it among all. */
  readonly id: string;
}

export const LISTED_DOCUMENTS: readonly ListedDocument[] = LISTED.flatMap((from) =>
  from.documents.map((it) => ({ ...it, from, id: `${from.package}/${it.path}` })),
);
