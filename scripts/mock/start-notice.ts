import type { ApiModel } from '../model/api-model.ts';
import { isSupported } from '../wire/credential.ts';
import { credentialsOf, presentCredential } from '../wire/credentials.ts';
import { accessLines } from './access/access-notice.ts';
import type { AuthMode } from './access/authenticate.ts';
import { firstRequest } from './first-request.ts';
import type { Mount } from './mounts.ts';

/** What to know when the mock has started: where each API is, how to be let in, a line to try. */
export function renderStartNotice(
  apis: readonly ApiModel[],
  mounts: readonly Mount[],
  origin: string,
  mode?: AuthMode,
): string {
  return apis
    .map((api) => {
      const own = mounts.filter((mount) => mount.api === api.name);
      const base = `${origin}${own[0]?.basePath ?? ''}`;
      const parts = [
        `${api.title} ${api.version} (${api.name})`,
        renderRows(basesOf(own, origin)),
        renderOthers(own),
        mode === 'off' ? '' : renderCredentials(api),
        ...accessLines(api, own, origin, mode).map((line) => `  ${line}`),
        renderHooks(api),
        ...firstRequest(api, base, mode !== 'off'),
      ];
      return parts.filter((part) => part !== '').join('\n');
    })
    .join('\n\n');
}

/** Where each server is; those that mean the same have one line. */
function basesOf(mounts: readonly Mount[], origin: string): readonly (readonly string[])[] {
  const paths = [...new Set(mounts.map(({ basePath }) => basePath))];
  return paths.map((path) => {
    const servers = mounts.filter(({ basePath }) => basePath === path).map(({ server }) => server);
    return [`${origin}${path}`, `for ${servers.join(', ')}`];
  });
}

/** Other values of servers' variables that are printed. */
const MOST_OTHERS = 4;

/** Where the servers are besides, by other values of their variables. */
function renderOthers(mounts: readonly Mount[]): string {
  const others = mounts.flatMap(({ alsoAt, alsoBelow }) => [...alsoAt, ...alsoBelow]);
  if (others.length === 0) return '';
  const shown = others.slice(0, MOST_OTHERS).join(', ');
  const more = others.length - MOST_OTHERS;
  return `  also ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Callbacks that are printed. */
const MOST_CALLBACKS = 3;

/** What the API sends by itself, and after what. */
function renderHooks({ operations, webhooks }: ApiModel): string {
  const callbacks = operations.flatMap((it) =>
    it.callbacks.map(
      ({ name, address }) =>
        `  sends ${name} to ${address} after ${it.method.toUpperCase()} ${it.path}`,
    ),
  );
  const more = callbacks.length - MOST_CALLBACKS;
  const names = [...new Set(webhooks.map(({ path }) => path))].join(', ');
  return [
    ...callbacks.slice(0, MOST_CALLBACKS),
    ...(more > 0 ? [`  and ${more} more callbacks`] : []),
    ...(names === '' ? [] : [`  webhooks: ${names}; --webhook URL receives them`]),
  ].join('\n');
}

function renderCredentials(api: ApiModel): string {
  return renderRows(
    credentialsOf(api).flatMap((credential) => {
      const scheme = api.securitySchemes.get(credential.scheme);
      if (!scheme || !isSupported(scheme)) return [];
      const { id, plan, access, expires, scopes } = credential;
      const notes = [
        plan,
        access === 'read' ? 'read only' : undefined,
        expires && `expires ${expires}`,
        scopes && (scopes.length > 0 ? `for ${scopes.join(' ')}` : 'without scopes'),
      ];
      const note = notes.filter((it) => it !== undefined).join(', ');
      return [[id, presentCredential(scheme, credential), note && `(${note})`]];
    }),
  );
}

/** Rows of cells in columns, indented. */
function renderRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
