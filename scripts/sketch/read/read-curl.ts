import { UserError } from '../../base/user-error.ts';
import {
  mediaTypeOf,
  sampleHeader,
  type Content,
  type SampleField,
  type RequestSample,
} from '../sample.ts';
import { commandsIn, type Command } from './commands-in.ts';

/** Whether a text has curl commands. */
export function isCurl(text: string): boolean {
  return /^\s*(?:[$>#%]\s+)?curl(\.exe)?\s/m.test(text);
}

/** The requests of the curl commands in a text, which may say other things between them. Throws at the line of one without an address. */
export function readCurl(text: string, file: string): RequestSample[] {
  const commands = commandsIn(text, file, (first) => /^curl(\.exe)?$/.test(first));
  return commands.map((command) => toSample(command, file));
}

/** Options that take a value which means nothing here (curl(1)). */
const WITH_VALUE =
  /^(-[oODmxUAeEKTCrzwbcPQtyY]|--(output|max-time|connect-timeout|retry|retry-delay|retry-max-time|proxy|proxy-user|user-agent|referer|cert|key|cacert|capath|config|cookie-jar|write-out|resolve|interface|limit-rate|dump-header|range|continue-at|ciphers|tls-max|max-redirs|aws-sigv4|stderr|trace|trace-ascii|connect-to|cert-type|key-type|pass))$/;

interface Reading {
  method?: string;
  address?: string;
  isGet?: boolean;
  isJson?: boolean;
  readonly headers: SampleField[];
  readonly data: string[];
  readonly parts: (readonly [string, string | undefined])[];
}

function toSample({ words, line }: Command, file: string): RequestSample {
  const reading: Reading = { headers: [], data: [], parts: [] };
  const rest = spreadOptions(words.slice(1));
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (!word.startsWith('-') || word === '-') {
      reading.address ??= word;
      continue;
    }
    if (take(reading, word, rest[index + 1] ?? '') || WITH_VALUE.test(word)) index += 1;
  }
  const { address, headers, data, isGet = false } = reading;
  if (address === undefined) {
    const hint = 'Write the URL that is called behind it, in quotes where it has ? or &.';
    throw new UserError('no-address', 'This curl command names no URL', {
      at: { file, line, column: 1 },
      hint,
    });
  }
  const query =
    isGet && data.length > 0 ? `${address.includes('?') ? '&' : '?'}${data.join('&')}` : '';
  const body = isGet ? undefined : bodyOf(reading);
  return {
    method: (reading.method ?? (body === undefined ? 'get' : 'post')).toLowerCase(),
    // Without a scheme curl takes HTTP; what is written down for others is meant for HTTPS.
    url: /^(\w+:\/\/|\{\w+\})/.test(address) ? address + query : `https://${address}${query}`,
    headers,
    body,
    line,
  };
}

/** `-XPOST`, `-sS` and `--request=POST` as words of their own. */
function spreadOptions(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const [, long, value] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
    if (long !== undefined) return [long, value ?? ''];
    const [, short, glued] = /^(-[XHduFbAeo])(.+)$/s.exec(word) ?? [];
    if (short !== undefined) return [short, glued ?? ''];
    if (!/^-[a-zA-Z]{2,}$/.test(word)) return [word];
    return Array.from(word.slice(1), (letter) => `-${letter}`);
  });
}

/** Takes an option in; says whether its value has been used. */
function take(reading: Reading, option: string, value: string): boolean {
  switch (option) {
    case '-X':
    case '--request':
      reading.method = value;
      return true;
    case '-H':
    case '--header': {
      const [, name = '', text = ''] = /^([^:;]+)[:;]\s*(.*)$/s.exec(value) ?? [];
      if (name !== '') reading.headers.push([name.trim(), text]);
      return true;
    }
    case '-b':
    case '--cookie':
      if (value.includes('=')) reading.headers.push(['cookie', value]);
      return true;
    case '-u':
    case '--user':
      reading.headers.push(['authorization', `Basic ${value}`]);
      return true;
    case '--oauth2-bearer':
      reading.headers.push(['authorization', `Bearer ${value}`]);
      return true;
    case '--url':
      reading.address = value;
      return true;
    case '--json':
      reading.isJson = true;
      reading.data.push(value);
      return true;
    case '-d':
    case '--data':
    case '--data-ascii':
    case '--data-binary':
    case '--data-urlencode':
      // What is in a file is not known.
      reading.data.push(value.startsWith('@') ? '' : value);
      return true;
    case '--data-raw':
      reading.data.push(value);
      return true;
    case '-F':
    case '--form':
    case '--form-string': {
      const [, name = '', text = ''] = /^([^=]+)=(.*)$/s.exec(value) ?? [];
      if (name !== '') reading.parts.push([name, /^[@<]/.test(text) ? undefined : text]);
      return true;
    }
    case '-G':
    case '--get':
      reading.isGet = true;
      return false;
    case '-I':
    case '--head':
      reading.method = 'head';
      return false;
    default:
      return false;
  }
}

function bodyOf({ data, parts, headers, isJson }: Reading): Content | undefined {
  if (parts.length > 0) return { mediaType: 'multipart/form-data', text: '', parts };
  if (data.length === 0) return undefined;
  const text = data.join(isJson ? '' : '&');
  const told = isJson ? 'application/json' : sampleHeader(headers, 'content-type');
  // curl itself says that it is a form; who writes JSON and forgets the header means JSON.
  const isForm = told === undefined && !/^\s*[[{]/.test(text);
  const mediaType = isForm ? 'application/x-www-form-urlencoded' : mediaTypeOf(told, text);
  return { mediaType, text };
}
