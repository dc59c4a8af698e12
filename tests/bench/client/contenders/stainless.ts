import { join } from 'node:path';
import { INSTALLED, PLACE, type Contender } from './place.ts';

/** Its generator is a service, so one of its clients stands for them all, with calls of the API that it is made for. */
export const STAINLESS: Contender = {
  name: 'Stainless (openai)',
  version: INSTALLED.openai,
  ofItsOwn: 'OpenAI `models.retrieve`',
  generate: () => Promise.resolve(join(PLACE, 'node_modules/openai')),
  oneCall: () => `import OpenAI from 'CLIENT/index.mjs';
export async function one(apiKey: string, id: string) {
  const model = await new OpenAI({ apiKey }).models.retrieve(id);
  return model.owned_by;
}
`,
  adapter: `import OpenAI from 'CLIENT/index.mjs';
export function make({ baseUrl, fetch, timeout }) {
  const client = new OpenAI({ baseURL: baseUrl, apiKey: 'bench-token', fetch, timeout });
  return {
    track: async (body) => client.moderations.create({ input: 'text', ...body }),
    user: async (id) => client.models.retrieve(id),
    admin: async () => client.models.list(),
  };
}
export const statusOf = (result) => (result === undefined ? undefined : 200);
`,
  plays: {
    pages: play(`let count = 0;
  for await (const _ of client.fineTuning.jobs.list({ limit: 2 })) count += 1;
  return count;`),
    batches: play('await client.moderations.create({ input: at.many });'),
    bytes: play('await client.moderations.create({ input: at.long });'),
    work: play(
      "await client.vectorStores.files.createAndPoll('vs', { file_id: 'f' }, { pollIntervalMs: 10 });",
    ),
    session: play('await client.models.list();'),
    cookies: play("await client.models.retrieve('a');\n  await client.models.list();"),
    told: `import OpenAI from 'CLIENT/index.mjs';
export async function play({ baseUrl }) {
  const told = [];
  const hear = (...given) => void told.push(JSON.stringify(given));
  const logger = { debug: hear, info: hear, warn: hear, error: hear };
  const client = new OpenAI({ baseURL: baseUrl, apiKey: 'bench-token', logLevel: 'debug', logger });
  await client.moderations.create({ input: 'text' });
  return told.join(' ');
}
`,
  },
};

function play(lines: string): string {
  return `import OpenAI from 'CLIENT/index.mjs';
export async function play(at) {
  const client = new OpenAI({ baseURL: at.baseUrl, apiKey: 'bench-token' });
  ${lines}
}
`;
}
