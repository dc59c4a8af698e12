/** `tableName`, `table_name` and `Table-Name` are one name to people. */
export function spell(name: string): string {
  if (/^[a-z\d]+$/.test(name)) return name;
  return name.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase() || name;
}
