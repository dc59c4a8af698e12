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
    track: (body) => client.moderations.create({ input: 'text', ...body }),
    user: (id) => client.models.retrieve(id),
    admin: () => client.models.list(),
  };
}
export const statusOf = (result) => (result === undefined ? undefined : 200);
`,
};
