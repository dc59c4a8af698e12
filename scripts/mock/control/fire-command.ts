import { isObject } from '../../base/json.ts';
import type { FireCommand } from '../webhooks/fire.ts';
import { misuse } from './problem.ts';

const USAGE = 'Send nothing, or {"url": "http://127.0.0.1:8080/hook"} and {"api": "pets"}.';

/** Reads the body of `POST /webhooks/{name}`; throws a UserError for what it does not understand. */
export function parseFireCommand(webhook: string, body: unknown): FireCommand {
  if (body === undefined || body === null) return { webhook, api: undefined, url: undefined };
  if (!isObject(body)) throw misuse(USAGE);
  const { api, url, ...others } = body;
  if (Object.keys(others).length > 0 || ![api, url].every(isText)) throw misuse(USAGE);
  return { webhook, api: textOrNone(api), url: textOrNone(url) };
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
