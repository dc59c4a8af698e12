import type { Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { JobOutcome } from './job-progress.ts';

/** What a fact is about, as a reader of the document sees it. */
export const STATED_KINDS = [
  'transport',
  'auth',
  'operation',
  'path',
  'header',
  'field',
  'type',
  'required',
  'default',
  'example',
  'status',
  'code',
  'limit',
  'lifetime',
  'date',
  'relation',
  'behaviour',
  'general',
] as const;
export type StatedKind = (typeof STATED_KINDS)[number];

/** `audit.yaml`: every fact that a document states, listed by a reader who had not seen the description. */
export interface FactList {
  /** Path of the list. */
  readonly file: string;
  readonly facts: readonly StatedFact[];
}

/** One fact of a document, and how it shows in the description, on a mock of it, or in both. */
export interface StatedFact {
  readonly id: string;
  /** Heading of the document under which it stands. */
  readonly section: string;
  readonly kind: StatedKind;
  /** The fact in our words. */
  readonly fact: string;
  /** Where the bundled description says it. */
  readonly described: readonly ValueCheck[];
  /** A claim of the ledger that says it, on which something in the description must rest. */
  readonly claim: string | undefined;
  /** What a client that relies on it does, step by step. */
  readonly tried: readonly FactStep[];
  /** Why it is known not to hold yet. */
  readonly notYet: string | undefined;
  /** Line of the fact in the list. */
  readonly line: number;
}

/** What a value has at a pointer; with the pointer alone, that something is there. */
export interface ValueCheck {
  readonly at: Pointer;
  readonly is?: Json;
  readonly isNot?: Json;
  /** Part of a text, an item of a list (of an object, some of its members), or some members of an object. */
  readonly has?: Json;
  readonly lacks?: Json;
  /** A regular expression (ECMA-262) that a text matches. */
  readonly matches?: string;
  readonly type?: 'null' | 'boolean' | 'number' | 'integer' | 'string' | 'array' | 'object';
  /** How many items or members there are. */
  readonly count?: number;
  readonly isAbsent?: true;
}

/** A pause, what others do meanwhile, or a request and what its answer must have. */
export type FactStep = PauseStep | HookStep | DecideStep | SendStep;

interface PauseStep {
  /** Seconds by which the clock moves on. */
  readonly wait: number;
}

interface HookStep {
  /** Status that those who receive webhooks answer from now on; it is 200 before. */
  readonly hooks: number;
}

interface DecideStep {
  /** Id of a job that was accepted for later, which ends now. */
  readonly decide: string;
  readonly outcome: JobOutcome;
}

export interface SendStep {
  /** Method and path, or the whole address where it is not that of the first server. */
  readonly send: string;
  /** Id of credentials in `mock.yaml`; `nobody` for none. The first that may write where it is left out. */
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. `{$times: [3, …]}` stands for a list of three, `{$letters: 9}` for a text of nine. */
  readonly body?: Json;
  /** Sent as it is. */
  readonly text?: string;
  /** How often it is sent; the last answer counts. */
  readonly times?: number;
  /** Values of the answer's body by the names that later steps write in braces. */
  readonly keep?: Readonly<Record<string, Pointer>>;
  /** The same of its header fields, whose names are in small letters; of a cookie the pair alone. */
  readonly keepHeaders?: Readonly<Record<string, Pointer>>;
  readonly gives?: {
    readonly status?: number;
    readonly headers?: readonly ValueCheck[];
    readonly body?: readonly ValueCheck[];
    /** The body of the last webhook. */
    readonly hook?: readonly ValueCheck[];
  };
}
