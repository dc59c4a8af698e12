/**
 * Runs in the head of every page: the chosen colours before anything is drawn, then the bar's tools. The search and
 * its index are loaded when somebody searches. Plain JavaScript, since no build step stands before the browser.
 */
export const THEME_SCRIPT = String.raw`'use strict';
(() => {
const { root, search } = document.currentScript.dataset;
// The renderer of references keeps the choice under this name, so one choice holds for all pages.
const KEY = 'redoc.colorMode';
const html = document.documentElement;
const kept = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (kept() || (system.matches ? 'dark' : 'light')) === 'dark';
const show = () => {
  html.classList.toggle('dark', isDark());
  html.classList.toggle('light', !isDark());
  document.querySelector('.theme')?.setAttribute('aria-pressed', String(isDark()));
};
html.classList.add('scripted');
show();
system.addEventListener('change', show);
addEventListener('storage', show);

const load = (address) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  Object.assign(script, { src: address, onload: resolve, onerror: reject });
  document.head.append(script);
});
let loading;
const openSearch = async () => {
  loading ??= load(search).then(() => KilnSearch.start({ root, load }));
  (await loading).open();
};
addEventListener('keydown', (event) => {
  const { target, key } = event;
  const isTyping = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const isAsked = (key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) ||
    (key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  if (!isAsked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  openSearch();
}, true);
addEventListener('DOMContentLoaded', () => {
  const tools = document.querySelector('.tools');
  if (!tools) return;
  tools.hidden = false;
  tools.querySelector('.search-open').addEventListener('click', openSearch);
  tools.querySelector('.theme').addEventListener('click', () => {
    try { localStorage.setItem(KEY, isDark() ? 'light' : 'dark'); } catch {}
    show();
  });
  show();
});
})();
`;
