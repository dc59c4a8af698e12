/** Texts, quoted names and comments, in which nothing is to be understood. */
const APART = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\//g;

/** What SQLite says otherwise than Postgres: casts after a value, and LIKE without regard to case. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/::\s*\w+(?:\s*\(\s*\d+\s*\))?(?:\s*\[\s*\])?/g, ''],
  [/\bilike\b/gi, 'LIKE'],
];

/** A statement as SQLite has it; undefined where it is none, or more than one. */
export function asSqlite(statement: string): string | undefined {
  const kept = statement.match(APART) ?? [];
  const between = statement.split(APART);
  const code = between.join(' ').trim();
  const isOne = code !== '' && !/;\s*[^\s;]/.test(code);
  if (!isOne) return undefined;
  const plain = between.map((part) => OTHERWISE.reduce((it, [is, as]) => it.replace(is, as), part));
  return plain.map((part, index) => part + (kept[index] ?? '')).join('');
}
