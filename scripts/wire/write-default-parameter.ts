import { plainDataOf } from './plain-data.ts';
import { encodePercent } from './percent-encoding.ts';
import { isFieldValue, type WireParameter } from './write-parameter.ts';

/**
 * Writes a parameter in the default style of its place (OpenAPI 3.1.1, section 4.8.12.2) as `writeParameter` does, for those
 * who have no others.
 */
export function writeDefaultParameter(
  { in: location, name }: Pick<WireParameter, 'in' | 'name'>,
  value: unknown,
): string | undefined {
  const data = plainDataOf(value);
  if (data === undefined) return undefined;
  const texts = data.kind === 'text' ? [data.text] : data.kind === 'list' ? data.items : [];
  const members = data.kind === 'members' ? data.members : [];
  if (location === 'query' || location === 'cookie') {
    return [...texts.map((text) => [name, text] as const), ...members]
      .map((pair) => pair.map(encodePercent).join('='))
      .join(location === 'query' ? '&' : '; ');
  }
  const all = [...texts, ...members.flat()];
  const text = (location === 'header' ? all : all.map(encodePercent)).join(',');
  return (location === 'header' ? isFieldValue(text) : text !== '') ? text : undefined;
}
