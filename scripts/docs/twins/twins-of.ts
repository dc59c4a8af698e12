import type { ApiModel } from '../../model/api-model.ts';
import type { OutputFile } from '../../base/output-file.ts';
import { samplesOf } from '../samples/samples-of.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import type { ApiTwins } from './agent-texts.ts';
import type { TwinBodies } from './all-page.ts';
import { renderOperationMarkdown } from './operation-markdown.ts';
import { OWN, withLinks } from './resolve-link.ts';
import { renderTwinBody, renderTwinPage } from './twin-page.ts';
import { twinPaths } from './twin-paths.ts';

interface RenderedTwins extends ApiTwins {
  readonly bodies: TwinBodies;
  readonly pages: readonly OutputFile[];
  readonly markdown: readonly OutputFile[];
}

/** The pages of all operations and webhooks of an API, as HTML and as Markdown. */
export function twinsOf(site: SiteFrame, api: ApiModel): RenderedTwins {
  const paths = twinPaths(api);
  const twins = [...paths].map(([operation, path]) => {
    const samples = samplesOf(api, operation, site.clientCall);
    const markdown = renderOperationMarkdown(
      { api, site: site.apis, samples, evidence: OWN },
      operation,
    );
    const twin = { api, paths, operation, markdown };
    return {
      operation,
      path: `${api.name}/${path}`,
      text: withLinks(markdown, { api, paths }),
      twin,
    };
  });
  return {
    api,
    paths,
    texts: new Map(twins.map(({ operation, text }) => [operation, text])),
    bodies: new Map(twins.map(({ operation, twin }) => [operation, renderTwinBody(twin)])),
    pages: twins.map(({ path, twin }) => ({
      path: `${path}.html`,
      text: renderTwinPage(site, twin),
    })),
    markdown: twins.map(({ path, text }) => ({ path: `${path}.md`, text })),
  };
}
