import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../../scripts/base/json.ts';
import type { PrintedRequest } from './printed-request.ts';

export const DOCUMENTS = [
  'claravine',
  'clay-base',
  'clay-com',
  'clayva',
  'commanders-act',
] as const;

/** What a document prints, and what becomes of it. */
export interface PrintedDocument {
  /** The description that is made of it; a request may name another. */
  readonly api: string;
  /** Beginnings of its API's addresses, as it prints them. */
  readonly servers: readonly string[];
  readonly requests: readonly Listed[];
}

/** A request as it is printed, and how it is meant. */
export interface Listed {
  readonly printed: PrintedRequest;
  readonly api?: string;
  /** The operation or webhook that it is for; none where it is for no operation. */
  readonly operation?: string;
  /** Of what only sets up a client library. */
  readonly sends?: 'nothing';
  /** Status that it gets as it is printed; 401 where a key is needed, as it has none or a placeholder. */
  readonly verbatim?: number;
  /** Status with a key, the variables filled and the body mended; 200 where that is not said. */
  readonly answer?: number;
  /** What else the same key is for. */
  readonly also?: readonly { readonly operation: string; readonly answer: number }[];
  /** What the document says elsewhere, or prints in part. */
  readonly completed?: { readonly method?: string; readonly address?: string };
  /** Of a call: what the library sends with its arguments, and where each of those stands; `#` is the whole body. */
  readonly wrap?: JsonObject;
  readonly at?: readonly string[];
}

/** Reads `tests/specs/printed/<document>.yaml`. */
export async function readPrinted(name: string): Promise<PrintedDocument> {
  return parse(await readFile(resolve(import.meta.dirname, `${name}.yaml`), 'utf8'));
}
