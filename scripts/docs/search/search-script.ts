/**
 * The search dialog: loaded with its index when somebody searches for the first time. Plain JavaScript, and text goes
 * into the page only as text.
 */
export const SEARCH_SCRIPT = String.raw`
var KilnSearch = (() => {
'use strict';
const MOST = 40;
const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};

/** The words of a name: getUser is get and user, user_id is user and id. */
const wordsOf = (text) => {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const inner = words.flatMap((word) => word.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').split(' '));
  return [...new Set([...words, ...inner])];
};

const start = ({ root }) => {
  const { entries, kinds, apis } = KILN_INDEX;
  const engine = new MiniSearch({
    fields: ['name', 'path', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term.toLowerCase(),
    searchOptions: {
      boost: { name: 6, path: 3, text: 1 }, prefix: true, combineWith: 'AND',
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  engine.addAll(entries.map(([kind, api, name, path, text], id) => ({ id, name, path, text })));

  /** What is called exactly so, sections, operations, fields, what only mentions the words, and evidence. */
  const find = (query) => {
    const asked = query.trim().toLowerCase();
    if (asked === '') return [];
    // A query of signs alone, such as a path without names, has no words to look for.
    const found = wordsOf(asked).length > 0 ? engine.search(asked)
      : entries.flatMap(([, , , path], id) => (path.includes(asked) ? [{ id, score: 0, match: {} }] : []));
    const scored = found.map(({ id, score, match }) => {
      const [kind, , name, path] = entries[id];
      const names = [name, path].map((it) => it.toLowerCase());
      const isExact = names.some((it) => it === asked) || path.toLowerCase().split(' ').includes(asked);
      const isNamed = Object.values(match).some((fields) => fields.includes('name') || fields.includes('path'));
      // What only mentions the words comes after what is called so; evidence stays last.
      const rank = isExact && kind < 3 ? -1 : kind === 4 ? 9 : isNamed ? kind : kind + 4;
      return { id, rank, score, words: Object.keys(match) };
    });
    return scored.sort((a, b) => a.rank - b.rank || b.score - a.score || a.id - b.id).slice(0, MOST);
  };

  const input = make('input', { type: 'text', placeholder: 'Search all APIs', spellcheck: false, autocomplete: 'off' });
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-label': 'Search all APIs', 'aria-expanded': 'false',
    'aria-controls': 'search-hits', 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  const list = make('div', { className: 'hits', id: 'search-hits', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Results');
  list.tabIndex = -1;
  const state = make('p', { className: 'search-state' });
  state.setAttribute('role', 'status');
  const close = make('button', { type: 'button', className: 'search-close' }, 'Close');
  const dialog = make('dialog', { className: 'search' }, make('div', { className: 'search-bar' }, input, close), list, state);
  dialog.setAttribute('aria-label', 'Search');
  document.body.append(dialog);
  const HELP = 'Operations by name or path, fields, evidence. Arrows choose, Enter opens, Escape closes.';

  let at = -1;
  const choose = (index) => {
    const options = [...list.children];
    if (options.length === 0) return;
    at = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    input.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  };
  const marked = (text, words) => {
    const known = words.filter((word) => word.length > 1).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
    if (known.length === 0) return [text];
    const parts = text.split(new RegExp('(' + known.join('|') + ')', 'giu'));
    return parts.map((part, i) => (i % 2 ? make('mark', {}, part) : part));
  };
  const show = () => {
    const hits = find(input.value);
    list.replaceChildren(...hits.map(({ id, words }, i) => {
      const [kind, api, name, path, text, address] = entries[id];
      const link = make('a', { href: root + address, tabIndex: -1, id: 'search-hit-' + i },
        make('b', {}, ...marked(name, words)),
        make('span', { className: 'kind' }, kinds[kind] + (apis[api] ? ' · ' + apis[api] : '')));
      const more = [path, text].filter(Boolean).join(' · ');
      if (more) link.append(make('span', { className: 'more' }, ...marked(more, words)));
      link.setAttribute('role', 'option');
      link.setAttribute('aria-selected', 'false');
      return link;
    }));
    at = -1;
    list.hidden = hits.length === 0;
    input.setAttribute('aria-expanded', String(hits.length > 0));
    input.removeAttribute('aria-activedescendant');
    const asked = input.value.trim() !== '';
    state.textContent = !asked ? HELP : hits.length === 0 ? 'Nothing is called so. Try fewer words, or a part of a name.'
      : hits.length === MOST ? 'The first ' + MOST + ' results' : hits.length === 1 ? '1 result' : hits.length + ' results';
    choose(0);
  };
  const go = () => {
    const link = list.children[at];
    if (!link) return;
    dialog.close();
    link.click();
  };
  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, list.children.length - 1), PageUp: Math.max(at - 8, 0) };
    if (event.key in moves) { event.preventDefault(); choose(moves[event.key]); }
    else if (event.key === 'Enter') { event.preventDefault(); go(); }
  });
  list.addEventListener('click', (event) => { if (event.target.closest('a')) dialog.close(); });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  return {
    open() {
      if (dialog.open) return;
      dialog.showModal();
      input.focus();
      input.select();
      show();
    },
  };
};
return { start };
})();
`;
