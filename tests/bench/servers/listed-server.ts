const LANGUAGES = ['Python', 'JavaScript', 'Go', 'Rust', 'Java', 'C++'] as const;
type Language = (typeof LANGUAGES)[number];

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...argv: string[]];

/** Where a server is installed, runs and listens. */
export interface Place {
  /** Its files of `apps/`, and what was installed and built beside them. */
  readonly installed: string;
  /** A copy of its files, made for one run: what it stores is stored there. */
  readonly folder: string;
  readonly port: number;
}

/** A server that nobody of this project wrote, or that one of its frameworks makes of a small application. */
export interface ListedServer {
  /** Names it, and its folder below `apps/` where it has one. */
  readonly id: string;
  /** A product is what others run; a tutorial is an application of ours, written as a framework's tutorial is. */
  readonly kind: 'product' | 'tutorial';
  readonly language: Language;
  /** The packages that make it what it is, and their versions. */
  readonly packages: readonly string[];
  /** Commands that install it, in a copy of its files. */
  readonly install: (folder: string) => readonly CommandLine[];
  /** Commands before the start, in the folder of the run. */
  readonly prepare?: (place: Place) => readonly CommandLine[];
  readonly start: (place: Place) => CommandLine;
  readonly variables?: (place: Place) => Readonly<Record<string, string>>;
  /** Path that answers 200 once it is there. */
  readonly ready: string;
  /** Path of its description. */
  readonly description: string;
  /** What stands before the paths of its description. */
  readonly base: string;
  /** A secret for security schemes of its description. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** What its description and its readiness are asked for with. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Operations that no tester is shown, and why: `POST /shutdown` ends it. */
  readonly left?: Readonly<Record<string, string>>;
  /** Whether continuous integration tries it. */
  readonly sample?: true;
}
