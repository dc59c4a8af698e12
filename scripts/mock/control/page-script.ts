import { DETAIL_SCRIPT } from './detail-script.ts';

/**
 * What the control page runs. It is plain JavaScript, since no build step stands between it and the
 * browser, and it puts text into the page only as text.
 */
export const PAGE_SCRIPT = String.raw`'use strict';
(() => {
const MOST_ROWS = 300;
const MOST_KEPT = 1000;
const $ = (id) => document.getElementById(id);
$('scriptless').remove();
$('board').hidden = false;

/** An element with children; a string among them is text, never markup. */
const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((it) => it !== null && it !== undefined && it !== ''));
  return element;
};

const call = async (method, path, body) => {
  const init = { method };
  if (body) Object.assign(init, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const response = await fetch(path, init);
  const answer = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
};
let silence;
const say = (text) => {
  $('done').textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { $('done').textContent = ''; }, 4000);
};
const act = (promise, done) => promise.then(() => say(done || ''), (error) => say(String(error.message)));

const toneOf = ({ status, verdict }) =>
  status >= 500 ? 'bad' : verdict === 'refused' ? 'caution' : status >= 300 ? 'steady' : 'good';
${DETAIL_SCRIPT}
/* Requests, newest first. */
let kept = [];
let arrived = [];
const filters = $('filters').elements;

const matches = (it) => {
  const ended = filters.ended.value;
  const text = filters.text.value.trim().toLowerCase();
  const status = String(it.status);
  return (
    (!filters.api.value || it.api === filters.api.value) &&
    (!ended || it.verdict === ended || status === ended || status[0] + 'XX' === ended) &&
    (!text || (it.path + ' ' + (it.operation || '')).toLowerCase().includes(text))
  );
};

const rowOf = (it) => {
  const who = [it.api, it.operation, it.credential && 'as ' + it.credential,
    it.namespace !== 'default' && 'in ' + it.namespace].filter(Boolean).join(' · ');
  const button = make('button', 'row',
    make('span', 'badge ' + toneOf(it), String(it.status)),
    make('span', 'what', make('b', '', it.method), ' ' + it.path),
    make('span', 'when', it.at.slice(11, 19)),
    make('span', 'who', who || 'no API'),
    make('span', 'took', it.milliseconds.toFixed(1) + ' ms'),
    it.verdict === 'refused' ? make('span', 'why', it.stage + ': ' + it.message) : '');
  button.type = 'button';
  button.tabIndex = -1;
  button.addEventListener('click', () => showDetail(it.id));
  const item = make('li', '', button);
  item.dataset.id = it.id;
  return item;
};

/** One row is in the tab order, and arrows lead from there: the list may be long. */
const enter = (row) => {
  for (const other of $('rows').querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
  if (row) row.tabIndex = 0;
};
const count = () => {
  if (!$('rows').querySelector('[tabindex="0"]')) enter($('rows').querySelector('.row'));
  const refused = kept.filter((it) => it.verdict === 'refused').length;
  const shown = $('rows').childElementCount;
  const all = kept.length + (kept.length === 1 ? ' request' : ' requests') + ', ' + refused + ' refused';
  $('count').textContent = kept.length === 0 ? '' : shown < kept.length ? all + '; ' + shown + ' shown' : all;
  $('none').hidden = kept.length > 0;
  $('hidden').hidden = kept.length === 0 || shown > 0;
};

const redraw = () => {
  $('rows').replaceChildren(...kept.filter(matches).slice(0, MOST_ROWS).map(rowOf));
  count();
};

/** Adds what came since the last frame: rows that are there stay, and with them the focus. */
const flush = () => {
  const fresh = arrived;
  arrived = [];
  const known = new Set(kept.map(({ id }) => id));
  const added = fresh.filter(({ id }) => !known.has(id)).toReversed();
  kept = [...added, ...kept].slice(0, MOST_KEPT);
  const rows = added.filter(matches).slice(0, MOST_ROWS).map(rowOf);
  for (const row of rows) row.classList.add('fresh');
  $('rows').prepend(...rows);
  while ($('rows').childElementCount > MOST_ROWS) $('rows').lastElementChild.remove();
  count();
  refreshLimits();
};
const receive = (it) => {
  if (arrived.length === 0) setTimeout(flush, 60);
  if (arrived.push(it) > MOST_KEPT) arrived.shift();
};
const load = async () => {
  const { requests } = await call('GET', '/requests?limit=' + MOST_KEPT);
  kept = requests;
  redraw();
};

/* What is chosen stands in the address, so that it can be kept and handed on. */
const names = ['api', 'ended', 'text'];
const readAddress = () => {
  const chosen = new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : '');
  for (const name of names) filters[name].value = chosen.get(name) || '';
};
readAddress();
addEventListener('hashchange', () => { readAddress(); redraw(); });
$('filters').addEventListener('input', () => {
  redraw();
  const chosen = new URLSearchParams(names.filter((name) => filters[name].value).map((name) => [name, filters[name].value]));
  history.replaceState(null, '', chosen.size > 0 ? '#?' + chosen : '#');
});
$('filters').addEventListener('submit', (event) => event.preventDefault());
$('clear').addEventListener('click', () => act(call('DELETE', '/requests').then(load), 'The list is empty.'));
$('rows').addEventListener('focusin', ({ target }) => enter(target));
$('rows').addEventListener('keydown', (event) => {
  const item = event.target.closest('li');
  const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
  if (!next) return;
  event.preventDefault();
  next.firstElementChild.focus();
});

/* The clock: the server tells it when it changes, the page lets it run in between. */
let clock;
let told = 0;
const pad = (number) => String(number).padStart(2, '0');
const spanOf = (seconds) => {
  const whole = Math.round(Math.abs(seconds));
  const [days, rest] = [Math.floor(whole / 86400), whole % 86400];
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(pad).join(':');
  return days > 0 ? days + (days === 1 ? ' day ' : ' days ') + time : time;
};
const now = () => Date.parse(clock.now) + (clock.frozen ? 0 : performance.now() - told);
const tick = () => {
  if (!clock) return;
  const text = new Date(now()).toISOString();
  $('now').dateTime = text;
  $('now').textContent = text.slice(0, 10) + ' ' + text.slice(11, 19);
  if (clock.frozen) clock.offsetSeconds = (now() - clock.realAtTold - (performance.now() - told)) / 1000;
  const ahead = Math.abs(clock.offsetSeconds) < 1 ? 'UTC, the real time' :
    'UTC, ' + spanOf(clock.offsetSeconds) + (clock.offsetSeconds > 0 ? ' ahead of' : ' behind') + ' the real time';
  $('offset').textContent = ahead;
  for (const note of document.querySelectorAll('[data-end]')) {
    note.textContent = 'renews in ' + Math.max(0, Math.ceil((note.dataset.end - now()) / 1000)) + ' s';
  }
};
const setClock = (it) => {
  clock = it;
  told = performance.now();
  clock.realAtTold = Date.parse(it.now) - it.offsetSeconds * 1000;
  const moved = Math.abs(it.offsetSeconds) >= 1;
  $('mode').textContent = it.frozen ? 'frozen' : moved ? 'moved' : 'running';
  $('mode').className = 'badge ' + (it.frozen ? 'steady' : moved ? 'caution' : 'good');
  const isUsed = [$('freeze'), $('resume')].includes(document.activeElement);
  $('freeze').hidden = it.frozen;
  $('resume').hidden = !it.frozen && !moved;
  if (isUsed && document.activeElement === document.body) $(it.frozen ? 'resume' : 'freeze').focus();
  tick();
  refreshLimits();
};
const drive = (command, done) => act(call('PUT', '/clock', command).then(setClock), done);
$('freeze').addEventListener('click', () => drive({ freeze: true }, 'The clock stands.'));
$('resume').addEventListener('click', () => drive({ resume: true }, 'The clock follows the real time.'));
for (const button of document.querySelectorAll('[data-advance]')) {
  button.addEventListener('click', () => drive({ advance: Number(button.dataset.advance) }, 'The clock was moved on.'));
}
setInterval(tick, 250);

/* Limits are asked for at most twice a second, and once after the last request. */
let pending = false;
const refreshLimits = () => {
  if (pending) return;
  pending = true;
  setTimeout(async () => {
    pending = false;
    const { limits } = await call('GET', '/limits').catch(() => ({ limits: [] }));
    drawLimits(limits);
  }, 300);
};
const drawLimits = (limits) => {
  const shown = limits.toSorted((a, b) => a.remaining / a.limit - b.remaining / b.limit).slice(0, 12);
  $('limits').replaceChildren(...shown.map((it) => {
    const bar = make('span', it.used > it.limit ? 'over' : it.remaining / it.limit <= 0.2 ? 'low' : '');
    bar.style.width = Math.min(100, (100 * it.used) / it.limit) + '%';
    const meter = make('div', 'meter', bar);
    const renews = make('span', '');
    renews.dataset.end = Date.parse(it.windowEnd);
    const place = [it.api, it.category, it.namespace !== 'default' && it.namespace].filter(Boolean).join(' · ');
    return make('div', 'limit', make('strong', '', it.client),
      make('span', 'left', it.remaining + ' of ' + it.limit + ' left'), meter,
      make('span', 'note', place + ' · ', renews));
  }));
  $('unused').hidden = limits.length > 0;
  tick();
};
$('reset').addEventListener('click', () => act(call('POST', '/reset'), 'Counters, sessions and state are forgotten.'));

const link = (text, tone) => { $('link').textContent = text; $('link').className = 'badge ' + tone; };
const follow = () => {
  link('connecting', 'quiet');
  const source = new EventSource('/requests/stream');
  source.addEventListener('open', () => {
    link('live', 'good');
    void Promise.all([load(), call('GET', '/clock').then(setClock)]).catch(() => link('not connected', 'bad'));
  });
  source.addEventListener('error', () => link('not connected', 'bad'));
  source.addEventListener('request', ({ data }) => receive(JSON.parse(data)));
  source.addEventListener('clock', ({ data }) => setClock(JSON.parse(data)));
  source.addEventListener('reset', refreshLimits);
};
follow();
})();
`;
