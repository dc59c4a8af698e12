import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { createClient } from '../../scripts/generate/runtime/client.ts';
import type { AccessOptions } from '../../scripts/generate/runtime/access.ts';
import type { AnyCall, AnyInput } from '../../scripts/generate/runtime/call.ts';
import type { HookOptions } from '../../scripts/generate/runtime/hooks.ts';
import type { CallOptions } from '../../scripts/generate/runtime/input.ts';
import type { PaceOptions } from '../../scripts/generate/runtime/pace.ts';
import type { SessionOptions } from '../../scripts/generate/runtime/session.ts';
import { policiesClient } from '../generate/policies.ts';

type Options = Parameters<typeof createClient>[1] &
  AccessOptions &
  HookOptions &
  PaceOptions &
  SessionOptions;

// The compiler refuses a name that is missing here, or that is no option.
const OPTIONS: Record<keyof Options, true> = {
  access: true,
  allowHttp: true,
  auth: true,
  baseUrl: true,
  baseUrls: true,
  credentials: true,
  deadline: true,
  fetch: true,
  log: true,
  login: true,
  maxWait: true,
  onRequest: true,
  onResponse: true,
  onRetry: true,
  plan: true,
  readJson: true,
  retries: true,
  shareQuotas: true,
  timeout: true,
};
const OF_A_CALL: Record<keyof CallOptions & keyof AnyInput, true> = {
  deadline: true,
  headers: true,
  maxWait: true,
  retries: true,
  signal: true,
  timeout: true,
};
const OF_AN_ANSWER: Record<Exclude<keyof ReturnType<AnyCall>, keyof Promise<unknown>>, true> = {
  orThrow: true,
};

const README = readFileSync('README.md', 'utf8');

/** The first cells of the table below a heading, as text. */
function firstCells(heading: string): string[] {
  const [, rows = ''] =
    new RegExp(`^\\| ${heading} +\\|.*\\n\\|[ -|]+\\n((?:\\|.*\\n)+)`, 'm').exec(README) ?? [];
  return rows.split('\n').flatMap((row) => row.split('|')[1] ?? []);
}

const namesIn = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)).toSorted();

test('the README tells each option of a client, and no other', () => {
  expect(namesIn(firstCells('Option'), /`(\w+)`/g)).toEqual(Object.keys(OPTIONS).toSorted());
});

test('the README tells what may be said of a single call', () => {
  const [sentence = ''] = /^`timeout`[^.]*may be said of a single call too\./m.exec(README) ?? [];
  expect(namesIn([sentence], /`(\w+)`/g)).toEqual(Object.keys(OF_A_CALL).toSorted());
});

test('the README tells what methods have beside themselves', () => {
  const { client } = policiesClient();
  const own = new Set(Object.values(client).flatMap((it) => Object.keys(it)));
  const http = new Set(Object.keys(client.http));
  const names = [...own].filter((it) => !http.has(it));
  expect(namesIn(firstCells('Method'), /\.(\w+)\(/g)).toEqual(
    [...names, ...Object.keys(OF_AN_ANSWER)].toSorted(),
  );
});
