import { isObject, type Json } from '../base/json.ts';
import { textOf } from './plain-data.ts';

/** Records as comma-separated values (RFC 4180, section 2): of objects the names stand in the first line. */
export function writeCsv(value: Json): string {
  const records: readonly Json[] = Array.isArray(value) ? value : [value];
  const names = [...new Set(records.flatMap((it) => (isObject(it) ? Object.keys(it) : [])))];
  const rows = records.map((record): readonly (Json | undefined)[] => {
    if (isObject(record)) {
      return names.map((name) => (Object.hasOwn(record, name) ? record[name] : undefined));
    }
    return Array.isArray(record) ? record : [record];
  });
  return (names.length > 0 ? [names, ...rows] : rows)
    .map((row) => `${row.map(cellOf).join(',')}\r\n`)
    .join('');
}

function cellOf(value: Json | undefined): string {
  const text = textOf(value) ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
