import type { Command } from '@commander-js/extra-typings';
import type { CommandContext } from '../command.ts';
import { loadApis } from '../descriptions.ts';
import { STRICT, STRICT_HELP, VERBOSE, VERBOSE_HELP } from '../left-aside.ts';
import { toFolderUrl, toPort } from '../options.ts';
import { writeSite } from '../site.ts';

export function addDocs(program: Command, { io }: CommandContext): void {
  program
    .command('docs')
    .description('write the documentation site: a landing page and a reference for each API')
    .argument('[api...]', 'folders under specs/, paths or addresses; all by default')
    .option(
      '--address <url>',
      'where the site will be published: pages name it as theirs, and a sitemap lists them',
      toFolderUrl,
    )
    .option('--serve', 'serve it on this machine afterwards, until Ctrl-C')
    .option('--port <n>', 'port to serve it on; 0 takes any free one', toPort, 4020)
    .option(STRICT, STRICT_HELP)
    .option(VERBOSE, VERBOSE_HELP)
    .action(async (names, options) => {
      const apis = await loadApis(io, names, { aside: options });
      const site = await writeSite(io, apis, {
        isAll: names.length === 0,
        address: options.address,
      });
      const pages = site.apis.length === 1 ? 'reference page' : 'reference pages';
      io.out(`wrote ${site.page} and ${site.apis.length} ${pages}\n`);
      if (options.serve !== true) return;
      const { serveSite } = await import('../serve-site.ts');
      const served = await serveSite(site.page.replace(/\/[^/]*$/, ''), options.port);
      // Whoever reads the address may stop it at once.
      const stopped = io.interrupted();
      io.out(`serving it at ${served.address}; Ctrl-C stops\n`);
      await stopped;
      await served.stop();
    });
}
