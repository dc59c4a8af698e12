/**
 * What the variables of a path segment are, in order: `literals` are the texts before, between and after
 * them. Undefined where the segment does not fit. Where nothing says how letters are parted, the first
 * variables take most; each takes `least` characters at least. Time grows with the segment only.
 */
export function bindSegment(
  literals: readonly string[],
  segment: string,
  least = 1,
): readonly string[] | undefined {
  const [first = '', ...others] = literals;
  const last = others.pop();
  if (last === undefined) return segment === first ? [] : undefined;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const values: string[] = [];
  // From the right: each text as late as it can be leaves most to all that stand before it.
  let end = segment.length - last.length;
  for (const literal of others.toReversed()) {
    const latest = end - literal.length - least;
    const at = latest < 0 ? -1 : segment.lastIndexOf(literal, latest);
    if (at < 0) return undefined;
    values.push(segment.slice(at + literal.length, end));
    end = at;
  }
  return end - first.length >= least
    ? [...values, segment.slice(first.length, end)].toReversed()
    : undefined;
}

/** The same for a whole path and its template, segment by segment: no variable holds a slash. */
export function bindPath(template: string, path: string, least = 1): readonly string[] | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const values: string[] = [];
  for (const [at, segment] of given.entries()) {
    const bound = bindSegment((wanted[at] ?? '').split(VARIABLE), segment, least);
    if (!bound) return undefined;
    values.push(...bound);
  }
  return values;
}

/** A variable of a path or server template (OpenAPI 3.1.1, sections 4.8.5.1 and 4.8.8.2). */
const VARIABLE = /\{[^}]+\}/;
