import type { ApiModel, Operation } from '../../model/api-model.ts';
import { objectOf, stringOf } from '../../base/json.ts';
import { countOf } from '../count-words.ts';
import { plainWords } from '../markdown/plain-words.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import type { TwinPaths } from './twin-paths.ts';

/** The texts of the pages of operations, by API. */
export interface ApiTwins {
  readonly api: ApiModel;
  readonly paths: TwinPaths;
  readonly texts: ReadonlyMap<Operation, string>;
}

/** `llms.txt` (llmstxt.org): what the site has and where its Markdown is. */
export function renderAgentIndex({ address = '' }: SiteFrame, all: readonly ApiTwins[]): string {
  const sections = all.map(({ api, paths }) => {
    const lines = [...paths].map(([{ summary, id, method, path, description }, place]) => {
      const called = api.webhooks.some((it) => it.id === id)
        ? `webhook ${id}`
        : `${method.toUpperCase()} ${path}`;
      const says = plainWords((description ?? '').split(/\n\s*\n/)[0] ?? '');
      return `- [${summary ?? id}](${address}${api.name}/${place}.md): ${called}${says === '' ? '' : `. ${says}`}`;
    });
    return `## ${api.title}\n\n- [OpenAPI description](${address}${api.name}/openapi.yaml): version ${api.version}\n${lines.join('\n')}\n`;
  });
  return `# API reference

> Descriptions of ${countOf(all.length, 'API')}, written from prose documentation: each operation and webhook has a Markdown page. Each claim names its source and says how sure it is: documented, corroborated, inferred, contradicted or unstated.

The whole text is in [llms-full.txt](${address}llms-full.txt).

${sections.join('\n')}`;
}

/** `llms-full.txt`: everything in one text. */
export function renderAgentText(all: readonly ApiTwins[]): string {
  return all
    .map(({ api, texts }) => {
      const about = stringOf(objectOf(api.document['info'])['description']) ?? '';
      return [`# ${api.title} ${api.version}\n\n${about.trim()}\n`, ...texts.values()].join(
        '\n---\n\n',
      );
    })
    .join('\n---\n\n');
}
