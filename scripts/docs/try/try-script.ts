/** Fills in the chosen call and sends it, to loopback addresses alone. Plain JavaScript; text goes in as text. */
export const TRY_SCRIPT = String.raw`'use strict';
(() => {
const calls = JSON.parse(document.getElementById('calls').textContent);
const form = document.querySelector('.try');
const answer = document.querySelector('.answer');
const { elements } = form;
const fill = () => {
  const call = calls[elements.call.value];
  for (const name of ['method', 'path', 'headers', 'body']) elements[name].value = call[name];
  form.querySelector('.note').textContent = call.note;
};
const choose = () => {
  const at = calls.findIndex(({ id }) => '#' + id === decodeURIComponent(location.hash));
  if (at >= 0) elements.call.value = String(at);
  fill();
};
const show = (title, text) => {
  answer.hidden = false;
  answer.querySelector('h2').textContent = title;
  answer.querySelector('code').textContent = text;
};
const isLoopback = (url) => url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
const send = async () => {
  const url = URL.parse(elements.base.value.replace(/\/$/, '') + elements.path.value);
  if (!url || !isLoopback(url)) {
    return show('Not sent', 'The address must begin with http://127.0.0.1 or http://localhost: this page asks nobody else.');
  }
  const headers = elements.headers.value.split('\n').filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
  const method = elements.method.value.trim().toUpperCase();
  const hasBody = elements.body.value !== '' && method !== 'GET' && method !== 'HEAD';
  const began = performance.now();
  try {
    const response = await fetch(url, { method, headers, credentials: 'include', ...(hasBody && { body: elements.body.value }) });
    const text = await response.text();
    let body = text;
    try { body = JSON.stringify(JSON.parse(text), null, 2); } catch {}
    const fields = [...response.headers].map(([name, value]) => name + ': ' + value).join('\n');
    show(response.status + ' in ' + Math.round(performance.now() - began) + ' ms', fields + '\n\n' + body);
  } catch (error) {
    show('No answer', 'Is the mock running at ' + url.origin + '? Start it with the line above. (' + error.message + ')');
  }
};
form.hidden = false;
elements.call.addEventListener('change', fill);
addEventListener('hashchange', choose);
form.addEventListener('submit', (event) => { event.preventDefault(); send(); });
choose();
})();
`;
