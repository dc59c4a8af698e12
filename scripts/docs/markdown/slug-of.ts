/** A heading as the id by which a link finds it: `Request body` is `request-body`. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? 'section' : slug;
}
