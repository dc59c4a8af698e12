/**
 * Answers links of Redoc 2 on the page of a reference, before the renderer reads the address: `#operation/getUser`,
 * `#tag/Users`, `#tag/Users/operation/getUser` and `#section/First-call`. `PLACES` has operations and tags.
 */
export const OLD_LINKS_SCRIPT = String.raw`
const answer = () => {
  let hash = location.hash;
  try { hash = decodeURIComponent(hash); } catch {}
  const [, id] = /^#(?:tag\/[^/]+\/)?(?:operation|webhook)\/(.+)$/.exec(hash) || [];
  const [, tag] = /^#tag\/([^/]+)/.exec(hash) || [];
  const [, section] = /^#section\/([^/]+)/.exec(hash) || [];
  const slug = (text) => text.toLowerCase().replace(/[\s-]+/g, '-');
  const to = PLACES.operations[id] || (tag !== undefined && PLACES.tags[slug(tag)]) ||
    (section !== undefined && '#/section/' + slug(section));
  if (to) history.replaceState(null, '', to);
  return Boolean(to);
};
answer();
addEventListener('hashchange', (event) => { if (answer()) location.reload(); });
`;
