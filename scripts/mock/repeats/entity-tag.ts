import { hash } from 'node:crypto';
import type { ConditionalPolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';

/** The tag of what an answer shows (RFC 9110, section 8.8.3); undefined where it shows nothing. */
export function tagOf(
  { body }: Answer,
  { etag: kind }: Pick<ConditionalPolicy, 'etag'>,
): string | undefined {
  if (body === undefined) return undefined;
  const tag = `"${hash('sha256', body).slice(0, 16)}"`;
  return kind === 'weak' ? `W/${tag}` : tag;
}

/**
 * Whether a field such as `If-Match` names a tag: `*` names any. Tags that compare strongly are alike only
 * where neither is weak (RFC 9110, section 8.8.3.2).
 */
export function namesTag(field: string, tag: string, comparison: 'strong' | 'weak'): boolean {
  if (field.trim() === '*') return true;
  const named: readonly string[] = field.match(/(?:W\/)?"[^"]*"/g) ?? [];
  if (comparison === 'strong') return !tag.startsWith('W/') && named.includes(tag);
  return named.some((it) => withoutWeakness(it) === withoutWeakness(tag));
}

function withoutWeakness(tag: string): string {
  return tag.replace(/^W\//, '');
}
