/**
 * Plain JavaScript, for nothing is built. What is chosen stands in the address behind `#?`, where a file has it as
 * well as a page of a server. A group whose own text matches shows all of its items; of any other only those that
 * match are left, and no group without items. What says nothing of a field, such as its status, is not
 * hidden by that field.
 */
export const FILTER_SCRIPT_TEXT = String.raw`'use strict';
(() => {
const form = document.getElementById('find');
const found = document.getElementById('found');
const reset = form.querySelector('[type=reset]');
const fields = [...form.elements].filter(({ name }) => name);
const facets = fields.map(({ name }) => name).filter((name) => name !== 'text');
let groups;
const readPage = () => {
  groups ??= [...document.querySelectorAll('[data-group]')].map((element) => ({
    element,
    text: element.dataset.group.toLowerCase(),
    items: [...element.querySelectorAll('[data-item]')].map((item) => ({ item })),
  }));
  return groups;
};
const textOf = (entry) => (entry.text ??= entry.item.textContent.toLowerCase());
form.hidden = false;
const find = () => {
  const chosen = Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
  const wanted = (chosen.text || '').toLowerCase().split(/\s+/).filter(Boolean);
  const active = facets.filter((name) => chosen[name]);
  reset.hidden = wanted.length + active.length === 0;
  if (reset.hidden && !groups) return;
  const matches = (text) => wanted.every((word) => text.includes(word));
  const fits = ({ dataset }) => active.every((name) =>
    dataset[name] === undefined || dataset[name].split('\n').includes(chosen[name]));
  const isWithin = (element) => active.every((name) => element.dataset[name] === undefined || fits(element));
  let shown = 0;
  for (const { element, text, items } of readPage()) {
    const isWhole = wanted.length === 0 || (text !== '' && matches(text));
    let own = 0;
    // What holds others counts as one of them.
    for (const entry of items.toReversed()) {
      const { item } = entry;
      item.hidden = !fits(item) || !(isWhole || matches(text + ' ' + textOf(entry)));
      if (!item.hidden && !item.querySelector('[data-item]:not([hidden])')) own += 1;
    }
    element.hidden = !isWithin(element) || (own === 0 && (items.length > 0 || !isWhole));
    if (!element.hidden) shown += own;
  }
  found.textContent = reset.hidden ? '' : shown === 0 ? 'nothing matches' : shown + (shown === 1 ? ' match' : ' matches');
};
const write = () => {
  const chosen = new URLSearchParams(fields.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value.trim()]));
  history.replaceState(null, '', chosen.size > 0 ? '#?' + chosen : '#');
};
/** The choice that an address holds; none where it leads to a place. */
const read = () => {
  if (!location.hash.startsWith('#?')) return false;
  const chosen = new URLSearchParams(location.hash.slice(2));
  for (const field of fields) field.value = chosen.get(field.name) || '';
  find();
  return true;
};
form.addEventListener('input', () => { find(); write(); });
form.addEventListener('reset', () => setTimeout(() => { find(); write(); }));
form.addEventListener('submit', (event) => event.preventDefault());

/** Shows the place that the address names, with the title above it. */
const show = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest('[hidden]')) {
    for (const field of fields) field.value = '';
    find();
  }
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  const parent = target.parentElement;
  (target.classList.contains('proof') ? parent : target).scrollIntoView();
};
addEventListener('hashchange', () => { if (read()) form.scrollIntoView(); else show(); });

/* The bar is as high as its fields need. */
new ResizeObserver(() => {
  const isStuck = getComputedStyle(form).position === 'sticky';
  document.documentElement.style.setProperty('--stuck', (isStuck ? form.offsetHeight + 8 : 12) + 'px');
}).observe(form);

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Where pages may not use the clipboard, what is selected can still be copied.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
for (const button of document.querySelectorAll('button.copy:not([type=reset])')) button.hidden = false;
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button.copy:not([type=reset])');
  if (!button) return;
  await copy(button.dataset.text ?? button.previousElementSibling.textContent);
  const label = button.dataset.label ??= button.textContent;
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = label; }, 1500);
});
addEventListener('beforeprint', () => {
  for (const it of document.querySelectorAll('details.violation')) if (!it.open) { it.open = true; it.dataset.printed = ''; }
});
addEventListener('afterprint', () => {
  for (const it of document.querySelectorAll('[data-printed]')) { it.open = false; delete it.dataset.printed; }
});
if (!read()) show();
})();
`;
