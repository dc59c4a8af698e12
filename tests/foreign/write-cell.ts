import { describeBody } from '../../scripts/wire/describe-body.ts';
import { writeBody } from '../../scripts/wire/write-body.ts';
import { writeParameter } from '../../scripts/wire/write-parameter.ts';
import type { Described } from './described.ts';

/** What a cell comes to on the wire; `path` is the segment in which the value stands. */
export interface WrittenCell {
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** A cell by our writer; undefined where it writes nothing. */
export function writeCell({
  cell,
  document,
  parameter,
  media,
}: Described): WrittenCell | undefined {
  if (media) {
    const { contentType, bytes } = writeBody(describeBody(document, media), { p: cell.value });
    return { headers: { 'Content-Type': contentType }, body: bytes };
  }
  const text = parameter && writeParameter(parameter, cell.value);
  if (text === undefined) return undefined;
  switch (parameter?.in) {
    case 'path':
      return { path: text };
    case 'query':
      return { query: text };
    case 'header':
      return { headers: { [parameter.name]: text } };
    case 'cookie':
      return { headers: { Cookie: text } };
    case undefined:
      return undefined;
  }
}
