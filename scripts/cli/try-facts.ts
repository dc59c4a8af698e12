import type { InjectOptions } from 'fastify';
import { isObject, textOf, type Json, type JsonObject } from '../base/json.ts';
import { parseJson } from '../base/json-text.ts';
import { valueAt } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';
import {
  credentialOf,
  NO_CREDENTIAL,
  type AppliedCredential,
} from '../contract/wire/credentials.ts';
import { toFactList } from '../load/fact-list.ts';
import { parseYaml } from '../load/yaml-source.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { FactList, SendStep, StatedFact } from '../model/stated-fact.ts';
import { missingOf, type FactAudit, type FactResult } from '../result/fact-result.ts';
import { valueProblems } from '../result/value-problems.ts';
import { credentialsOf } from '../wire/credentials.ts';
import type { Io } from './io.ts';

/** The list beside a description of what its document states; undefined where there is none. */
export async function readFactList(io: Io, { source }: ApiModel): Promise<FactList | undefined> {
  const file = `${source.slice(0, source.lastIndexOf('/') + 1)}audit.yaml`;
  if (/^https?:/.test(source) || !(await io.exists(file))) return undefined;
  return toFactList(parseYaml(await io.readText(file), file));
}

/** Looks for each fact in the description and tries it on a mock of its own, on a clock that stands. */
export async function auditFacts(io: Io, api: ApiModel): Promise<FactAudit | undefined> {
  const list = await readFactList(io, api);
  if (!list) return undefined;
  const stand = await openStand(api);
  try {
    const results: FactResult[] = [];
    for (const fact of list.facts) {
      results.push({ fact, missing: missingOf(fact, api), misbehaving: await stand.try(fact) });
    }
    return { api, list, results };
  } finally {
    await stand.close();
  }
}

/** Where facts are tried, each as if it were the first. */
interface Stand {
  readonly try: (fact: StatedFact) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Beginning of a minute, and so of most windows. */
const START = Date.parse('2026-01-01T00:00:00Z');

async function openStand(api: ApiModel): Promise<Stand> {
  const hooks: { status: number; body: Json | undefined } = { status: 200, body: undefined };
  const clock = { at: START, now: () => clock.at };
  const mock = await createMock([api], {
    clock,
    limits: true,
    progress: { kind: 'time', milliseconds: 2000 },
    webhooks: api.webhooks.length > 0 ? [{ name: undefined, url: 'http://127.0.0.1:1/' }] : [],
    deliver: ({ body }) => {
      hooks.body = jsonOf(body);
      return Promise.resolve(hooks.status);
    },
  });
  return {
    close: () => mock.close(),
    async try({ tried, ...fact }) {
      await mock.reset();
      clock.at = START;
      Object.assign(hooks, { status: 200, body: undefined });
      const kept = new Map<string, Json>();
      const problems: string[] = [];
      for (const [index, step] of tried.entries()) {
        if ('wait' in step) clock.at += step.wait * 1000;
        else if ('hooks' in step) hooks.status = step.hooks;
        else if ('decide' in step) {
          const id = textOf(filled(step.decide, kept));
          const isThere = await mock.settle(api.name, { id, outcome: step.outcome });
          if (!isThere) problems.push(`step ${index + 1}: there is no job ${id}`);
        } else {
          const found = await sendStep(api, mock, filled(step, kept) as unknown as SendStep, fact);
          for (const [name, at] of Object.entries(step.keep ?? {})) {
            kept.set(
              name,
              (found.body === undefined ? undefined : valueAt(found.body, at)) ?? null,
            );
          }
          for (const [name, at] of Object.entries(step.keepHeaders ?? {})) {
            kept.set(name, textOf(valueAt(found.headers, at)).replace(/;.*$/s, ''));
          }
          const { gives = {} } = filled(step, kept) as unknown as SendStep;
          const { status, headers = [], body = [], hook = [] } = gives;
          problems.push(
            ...[
              ...(status === undefined || status === found.status
                ? []
                : [`the status is ${found.status}, not ${status}: ${found.text.slice(0, 200)}`]),
              ...valueProblems(found.headers, headers),
              ...valueProblems(found.body, body),
              ...valueProblems(hooks.body, hook),
            ].map((problem) => `step ${index + 1}, ${step.send}: ${problem}`),
          );
        }
      }
      return problems;
    },
  };
}

interface Found {
  readonly status: number;
  readonly headers: JsonObject;
  readonly text: string;
  readonly body: Json | undefined;
}

async function sendStep(
  api: ApiModel,
  mock: Mock,
  step: SendStep,
  { id }: Pick<StatedFact, 'id'>,
): Promise<Found> {
  const { send, headers = {}, body, text, times = 1 } = step;
  const [method = '', target = ''] = send.split(' ', 2);
  const credential = applied(api, step.as, id);
  const url = withQuery(addressOf(mock, target), credential.query);
  const cookies = credential.cookies.join('; ');
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(grown(body)));
  const request = {
    method: method as NonNullable<InjectOptions['method']>,
    url,
    headers: {
      ...(text === undefined && body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(credential.headers),
      ...(cookies !== '' && { cookie: cookies }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  };
  let answer = await mock.inject(request);
  for (let sent = 1; sent < times; sent += 1) answer = await mock.inject(request);
  const told = Object.entries(answer.headers).map(([name, value]) => [name, `${value}`]);
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(told) as JsonObject,
    text: answer.body,
    body: jsonOf(answer.body),
  };
}

/** A path is one of the first server; an address is that of the server whose address it begins with. */
function addressOf({ mounts }: Mock, target: string): string {
  if (target.startsWith('/')) return `${mounts[0]?.basePath ?? ''}${target}`;
  const mount = mounts.find(({ server }) => target.startsWith(server));
  if (!mount) throw new UserError('unknown-server', `No server of the description has ${target}`);
  return `${mount.basePath}${target.slice(mount.server.length)}`;
}

function withQuery(url: string, pairs: readonly string[]): string {
  if (pairs.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

/** The credentials of one id go together; of nobody named, the first that may write and have not ended. */
function applied(api: ApiModel, name: string | undefined, fact: string): AppliedCredential {
  if (name === 'nobody') return NO_CREDENTIAL;
  const known = credentialsOf(api);
  const able = known.find(
    ({ access, expires }) =>
      access === 'write' && (expires === undefined || Date.parse(expires) > START),
  );
  const wanted = name ?? able?.id;
  if (wanted === undefined) return NO_CREDENTIAL;
  const secrets = new Map(
    known.filter(({ id }) => id === wanted).map(({ scheme, value }) => [scheme, value]),
  );
  if (secrets.size === 0) {
    throw new UserError(
      'unknown-credential',
      `Fact ${fact} is tried as "${wanted}", which is not there`,
      {
        hint: `It may be: ${[...new Set(known.map(({ id }) => id)), 'nobody'].join(', ')}.`,
      },
    );
  }
  return credentialOf(api, [...secrets.keys()], secrets) ?? NO_CREDENTIAL;
}

function jsonOf(text: string): Json | undefined {
  const parsed = parseJson(text);
  return 'value' in parsed ? parsed.value : undefined;
}

/** Names in braces become what was kept; a text of one name alone becomes the value itself. */
function filled(value: unknown, kept: ReadonlyMap<string, Json>): Json {
  if (typeof value === 'string') {
    const whole = /^\{(\w+)\}$/.exec(value)?.[1];
    const own = whole === undefined ? undefined : kept.get(whole);
    if (own !== undefined) return own;
    return value.replaceAll(/\{(\w+)\}/g, (all, name: string) => {
      const part = kept.get(name);
      return part === undefined ? all : String(part);
    });
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, kept));
  if (!isObject(value)) return value as Json;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, filled(it, kept)]),
  ) as JsonObject;
}

/** `{$times: [3, …]}` becomes a list of three, `{$letters: 9}` a text of nine. */
function grown(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(grown);
  if (!isObject(value)) return value;
  const { $times, $letters } = value;
  if (typeof $letters === 'number') return 'x'.repeat($letters);
  if (Array.isArray($times)) {
    const [count, item = null] = $times as readonly Json[];
    return Array.from({ length: Number(count) }, () => grown(item));
  }
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, grown(it)]));
}
