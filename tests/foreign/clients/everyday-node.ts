import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import qs from 'qs';
import { fetch, FormData, Headers } from 'undici';
import { isObject, textOf, type Json } from '../../../scripts/base/json.ts';
import type { ForeignClient, Order } from '../client.ts';
import { howOf } from '../cell.ts';
import { isObjectKind } from '../judge.ts';
import { isEveryday } from './everyday.ts';

const execute = promisify(execFile);
const FILENAME = 'blue ü.txt';

/** WHATWG's own: `URLSearchParams`, `FormData` and `encodeURIComponent`. */
export const FETCH: ForeignClient = {
  name: 'fetch (undici)',
  packages: ['undici'],
  program: sendByFetch,
  writes: (cell) => isEveryday(cell) && cell.place !== 'cookie',
};

async function sendByFetch(address: string, order: Order): Promise<void> {
  const { path, place, name, value } = order;
  const url = `${address}${path}`;
  switch (place) {
    case 'path':
      return drain(await fetch(`${url}/${encodeURIComponent(textOf(value))}`));
    case 'query':
      return drain(await fetch(`${url}?${new URLSearchParams(pairsOf(order)).toString()}`));
    case 'urlencoded':
      return drain(await fetch(url, { method: 'POST', body: new URLSearchParams(pairsOf(order)) }));
    case 'multipart':
      return drain(await fetch(url, { method: 'POST', body: toFormData(order) }));
    case 'header':
    case 'cookie': {
      const headers = new Headers();
      for (const item of itemsOf(value)) headers.append(name, textOf(item));
      return drain(await fetch(url, { headers }));
    }
  }
}

function toFormData({ name, kind, value }: Order): FormData {
  const form = new FormData();
  for (const item of itemsOf(value)) {
    if (kind === 'file' || kind === 'files') {
      form.append(name, new File([textOf(item)], FILENAME, { type: 'text/plain' }));
    } else if (isObject(item)) {
      form.append(name, new Blob([JSON.stringify(item)], { type: 'application/json' }));
    } else {
      form.append(name, textOf(item));
    }
  }
  return form;
}

/** qs, as clients in JavaScript use it; between commas nothing tells those in items from those between. */
export const QS: ForeignClient = {
  name: 'qs.stringify',
  packages: ['qs'],
  program: sendByQs,
  writes(cell) {
    if (cell.place !== 'query' || !STYLES_OF_QS.includes(howOf(cell))) return false;
    return (
      howOf(cell) !== 'form' ||
      !(isObjectKind(cell) || cell.kind === 'strings' || cell.kind === 'texts')
    );
  },
};

const STYLES_OF_QS = ['form', 'form, explode', 'deepObject, explode', 'form, explode, named p[]'];

async function sendByQs(
  address: string,
  { path, how, explode, name, value }: Order,
): Promise<void> {
  const text = howToStringify(how, explode, name, value);
  await drain(await fetch(`${address}${path}?${text}`));
}

function howToStringify(how: string, explode: boolean, name: string, value: Json): string {
  if (how.endsWith('named p[]')) return qs.stringify({ p: value }, { arrayFormat: 'brackets' });
  if (how === 'form, explode' && isObject(value)) return qs.stringify(value);
  const arrayFormat = explode ? 'repeat' : 'comma';
  return qs.stringify({ [name]: value }, { arrayFormat });
}

/** curl, as people use it by hand; it encodes no names. */
export const CURL: ForeignClient = {
  name: 'curl',
  packages: [],
  program: sendByCurl,
  command: 'curl',
  writes: (cell) =>
    isEveryday(cell) &&
    cell.place !== 'path' &&
    !(cell.place === 'query' && cell.kind === 'special'),
};

async function sendByCurl(address: string, order: Order): Promise<void> {
  const argv = [
    '-sS',
    '-m',
    '10',
    '--noproxy',
    '*',
    ...optionsOf(order),
    `${address}${order.path}`,
  ];
  await execute('curl', argv);
}

function optionsOf(order: Order): string[] {
  const { place, name, kind, value } = order;
  if (place === 'header') {
    return itemsOf(value).flatMap((item) => ['-H', `${name}: ${textOf(item)}`]);
  }
  if (place === 'cookie') return ['-b', `${name}=${textOf(value)}`];
  if (place !== 'multipart') {
    const fields = pairsOf(order).flatMap(([key, text]) => ['--data-urlencode', `${key}=${text}`]);
    return place === 'query' ? ['-G', ...fields] : fields;
  }
  const suffix = kind.startsWith('file') ? `;filename="${FILENAME}";type=text/plain` : '';
  return itemsOf(value).flatMap((item) =>
    isObject(item)
      ? ['-F', `${name}=${quoted(JSON.stringify(item))};type=application/json`]
      : suffix === ''
        ? ['--form-string', `${name}=${textOf(item)}`]
        : ['-F', `${name}=${quoted(textOf(item))}${suffix}`],
  );
}

/** curl's own quotes, within which a semicolon ends nothing. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function pairsOf({ name, value }: Order): [string, string][] {
  if (isObject(value)) return Object.entries(value).map(([key, item]) => [key, textOf(item)]);
  return itemsOf(value).map((item) => [name, textOf(item)]);
}

function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

async function drain(response: { text: () => Promise<string> }): Promise<void> {
  await response.text();
}
