import { UserError } from '../../../scripts/base/user-error.ts';
import { nodeIo, type Io } from '../../../scripts/cli/io.ts';

/** A project in memory, as the commands see it; what they write is added to its files. */
export function fakeProject(given: Readonly<Record<string, string>>, more: Partial<Io> = {}) {
  const files = new Map(Object.entries(given));
  const io: Partial<Io> = {
    exists: (path) =>
      isInstalled(path) ? nodeIo.exists(path) : Promise.resolve(files.has(plain(path))),
    readText(path) {
      const text = files.get(plain(path));
      if (text !== undefined) return Promise.resolve(text);
      if (isInstalled(path)) return nodeIo.readText(path);
      return Promise.reject(new UserError('file-not-found', `Cannot read ${path}`));
    },
    writeText: (path, text) => Promise.resolve(void files.set(plain(path), text)),
    remove(path) {
      for (const file of files.keys()) if (`${file}/`.startsWith(`${path}/`)) files.delete(file);
      return Promise.resolve();
    },
    list(folder) {
      const below = folder === '.' ? '' : `${folder}/`;
      const own = [...files.keys()].filter((file) => file.startsWith(below));
      return Promise.resolve([
        ...new Set(own.map((file) => file.slice(below.length).split('/')[0] ?? '')),
      ]);
    },
    realPath: (path) => Promise.resolve(`/project/${plain(path)}`.replace(/\/\.?$/, '')),
    variable: () => undefined,
    ...more,
  };
  return { files, io };
}

function plain(path: string): string {
  return path.replace(/^\.\//, '');
}

/** Kiln's own files stand where they are. */
function isInstalled(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('/project');
}

/** A description of one operation for everybody and one for those with a token. */
export const SHOP = `openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'http://shop.test/v1'}]
security: [{bearerAuth: []}]
paths:
  /things:
    get:
      operationId: listThings
      responses:
        '200': {description: all of them}
        '401': {description: who are you}
components:
  securitySchemes: {bearerAuth: {type: http, scheme: bearer}}
`;
