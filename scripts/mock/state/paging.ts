import type { Operation, Parameter } from '../../model/api-model.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { spell } from '../../base/spell.ts';
import { numberingOf } from '../../model/pagination.ts';
import type { Pagination } from '../../model/policies.ts';
import { usualPageSize } from '../../values/usual-page-size.ts';
import type { Asked } from '../behaviour/step.ts';
import { valueOf } from './shelf.ts';
import { startTold } from './told-pages.ts';

/** A part of a list. */
interface Part {
  readonly start: number;
  readonly size: number;
  /** Set where nobody has asked for a part, and that is how long one is. */
  readonly isUsual?: boolean;
  /** Set where an answer tells where the next one begins: the start then counts what was deleted as well. */
  readonly isTold?: boolean;
}

/** Which part of a list a request asks for; undefined where it asks for all of it. */
export type Pager = (asked: Asked) => Part | undefined;

const SIZES = /^(limit|perpage|pagesize|size|maxresults|top|take|itemsperpage|resultsperpage)$/;
const PAGES = /^(page|pagenumber|pageno|pageindex|p)$/;
const OFFSETS = /^(offset|skip|start|startindex|startat)$/;
/** What leads from one page to the next in a way that only the API understands. */
const CURSORS = /(cursor|token|marker|after|before|since)$/;

/** By `x-pagination`; where nobody has written down what is remembered, by parameters that are called as everywhere. */
export function toPager(document: JsonObject, operation: Operation): Pager {
  const { pagination, inferredResource } = operation;
  if (pagination) return toNamedPager(document, operation, pagination);
  const query = operation.parameters.filter((it) => it.in === 'query');
  const find = (names: RegExp) => query.find(({ name }) => names.test(spell(name)));
  const size = find(SIZES);
  if (!inferredResource || !size || find(CURSORS)) return () => undefined;
  const page = find(PAGES);
  const offset = find(OFFSETS);
  const first = page && firstPage(document, page);
  const usual = usualOf(document, size);
  return (asked) => {
    const wanted = numberOf(asked, size) ?? usual;
    if (wanted === undefined || wanted < 0) return undefined;
    const pages = page && first !== undefined ? (numberOf(asked, page) ?? first) - first : 0;
    const skipped = offset ? (numberOf(asked, offset) ?? 0) : 0;
    return { start: Math.max(0, pages * wanted + skipped), size: wanted };
  };
}

function toNamedPager(document: JsonObject, operation: Operation, pagination: Pagination): Pager {
  const numbering = numberingOf(pagination);
  const usual = usualPageSize({ document }, operation);
  return (asked) => {
    const wanted = valueOf(asked, pagination.size);
    const isUsual = typeof wanted !== 'number';
    const size = isUsual ? usual : wanted;
    if (!numbering) {
      const start = startTold(asked, pagination);
      return { start, size: size ?? Number.MAX_SAFE_INTEGER, isTold: true };
    }
    if (size === undefined) return undefined;
    const number = valueOf(asked, numbering.place);
    const skipped = typeof number === 'number' ? number - numbering.first : 0;
    return { start: (skipped / numbering.perPage(size)) * size, size, isUsual };
  };
}

function numberOf(asked: Asked, { name }: Parameter): number | undefined {
  const value = valueOf(asked, name);
  return typeof value === 'number' ? value : undefined;
}

/** What counts where nothing is said (`default`). */
function usualOf(document: Json, parameter: Parameter): number | undefined {
  const { default: usual } = schemaOf(document, parameter.schema);
  return typeof usual === 'number' ? usual : undefined;
}

/** Pages are counted from 1, unless the schema's default or minimum is another. */
function firstPage(document: Json, { schema }: Parameter): number {
  const { default: usual, minimum } = schemaOf(document, schema);
  return [usual, minimum].find((it) => it === 0 || it === 1) === 0 ? 0 : 1;
}

function schemaOf(document: Json, pointer: Pointer | undefined) {
  const node = objectOf(pointer === undefined ? undefined : valueAt(document, pointer));
  const { $ref } = node;
  return typeof $ref === 'string' ? objectOf(valueAt(document, pointerOf($ref))) : node;
}
