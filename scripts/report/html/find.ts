import { createHash } from 'node:crypto';
import { html, type Html } from '../../page/html.ts';

/** A field that leaves only what matches on the page. Without a script it stays hidden. */
export function renderFind(): Html {
  return html`<form id="find" class="find" role="search" hidden>
    <label for="words">Find</label>
    <input
      id="words"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder="an operation, a property, a status, words of an answer"
    />
    <span id="found" role="status" class="muted"></span>
  </form>`;
}

/**
 * Plain JavaScript, for nothing is built. A group that matches shows all of its items; of any other
 * only those that match are left, and no group without items.
 */
const TEXT = String.raw`'use strict';
(() => {
const form = document.getElementById('find');
const words = document.getElementById('words');
const found = document.getElementById('found');
const groups = [...document.querySelectorAll('[data-group]')].map((element) => ({
  element,
  text: element.dataset.group.toLowerCase(),
  items: [...element.querySelectorAll('[data-item]')].map((item) => ({ item, text: item.textContent.toLowerCase() })),
}));
form.hidden = false;
const find = () => {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text) => wanted.every((word) => text.includes(word));
  let shown = 0;
  for (const { element, text, items } of groups) {
    const isWhole = wanted.length === 0 || (text !== '' && matches(text));
    let own = 0;
    // What holds others counts as one of them.
    for (const { item, text: inside } of items.toReversed()) {
      item.hidden = !isWhole && !matches(text + ' ' + inside);
      if (!item.hidden && !item.querySelector('[data-item]:not([hidden])')) own += 1;
    }
    element.hidden = !isWhole && own === 0;
    shown += own;
  }
  found.textContent = wanted.length === 0 ? '' : shown === 0 ? 'nothing matches' : shown + (shown === 1 ? ' match' : ' matches');
};
words.addEventListener('input', find);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target || target.checkVisibility()) return;
  words.value = '';
  find();
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  target.scrollIntoView();
});
})();
`;

/** The script with the policy that admits exactly its text, and nothing from elsewhere. */
export const FIND_SCRIPT = {
  text: TEXT,
  policy: [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(TEXT).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
} as const;

export const FIND_STYLES = `
.find { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: 6px 0; align-items: center;
  margin: 20px 0 0; padding: 10px 0; background: var(--ground); }
.find[hidden] { display: none; }
.find label { font-weight: 600; margin-right: 12px; }
#found:not(:empty) { margin-left: 12px; }
.find input { flex: 1 1 220px; min-width: 0; padding: 9px 12px; border: 1px solid var(--ink-soft); border-radius: 9px;
  background: var(--surface); color: var(--ink); font: inherit; font-size: 15px; }
.find input::placeholder { color: var(--ink-soft); opacity: 1; }
`;
