/** Calls by what they show; a line may expect an error. */
export const KEEPER_CALLS: Readonly<Record<string, string>> = {
  'a request lacks what only an answer tells, an answer what only a request holds': `
    const body = { name: 'Ada', secret: 's' };
    const { body: kept } = await client.addKeeper({ body });
    const id: string = kept.id;
    const made: string = kept.made;
    const friendsRank: number | undefined = kept.friends?.[0]?.rank;
    const room: number | undefined = kept.rooms?.['a']?.number;
    // @ts-expect-error only a request holds it
    kept.secret;
    // @ts-expect-error nor does an answer at any depth
    kept.friends?.[0]?.secret;
    // @ts-expect-error only an answer tells it
    await client.addKeeper({ body: { ...body, id: 'k1' } }); 
    // @ts-expect-error also through allOf
    await client.addKeeper({ body: { name: 'Ada', secret: 's', made: 'today' } });
    // @ts-expect-error also through arrays and records
    await client.addKeeper({ body: { ...body, friends: [{ name: 'B', secret: 's', id: 'k2' }] } });
    // @ts-expect-error also in a record
    await client.addKeeper({ body: { name: 'Ada', secret: 's', rooms: { a: { number: 1 } } } });
    // What was read may be sent back, as it is.
    await client.addKeeper({ body: { ...kept, secret: 's', friends: [] } });
    // @ts-expect-error a request needs it
    await client.addKeeper({ body: { name: 'Ada' } });
    await client.addInline({ body: { name: 'Ada' } });
    // @ts-expect-error in a schema without a name too
    await client.addInline({ body: { id: 'k1', name: 'Ada' } });
    // @ts-expect-error and in its answer
    (await client.addInline({ body: { name: 'Ada' } })).body.secret;
    await client.addAnimal({ body: { kind: 'Cat' } });
    // @ts-expect-error of one kind of animal
    await client.addAnimal({ body: { kind: 'Cat', lives: 9 } });
    const { body: animal } = await client.addAnimal({ body: { kind: 'dog', tail: true } });
    if (animal.kind === 'Cat') { const lives: number | undefined = animal.lives; void lives; }
    const login: Schemas['Login'] = { password: 'p' };
    await client.login({ body: login });
    // Through openapi-fetch too.
    const { data } = await client.http.POST('/keepers', { body });
    const sameId: string | undefined = data?.id;
    // @ts-expect-error it has the same types
    await client.http.POST('/keepers', { body: { name: 'Ada' } });
    const told: webhooks['kept']['post']['requestBody'] = { content: { 'application/json': kept } };
    void [id, made, friendsRank, room, sameId, told];
  `,
  'any object is what {type: object} takes, and none what has no members': `
    await client.putPlain({ body: { tags: [], any: { a: [1], b: { c: true } } } });
    // @ts-expect-error it may have no member
    await client.putPlain({ body: { tags: [], none: { a: 1 } } });
    const plain: Schemas['Plain'] = (await client.putPlain({ body: { tags: [] } })).body;
    await client.putPlain({ body: plain });
    void plain;
  `,
  'what the platform has for files, forms and lists may be sent': `
    const tags: readonly string[] = ['a'];
    await client.putPlain({ body: { tags, size: 2n ** 60n }, headers: new Headers({ a: 'b' }) });
    // @ts-expect-error a string is no number
    await client.putPlain({ body: { tags, size: '2' } });
    for (const body of [Uint8Array.of(1), new Blob(), new ArrayBuffer(1)]) await client.putFile({ body });
    const contentType = 'multipart/form-data';
    await client.putForm({ contentType, body: new FormData() });
    for (const photo of [new Blob(), new File([], 'a'), Uint8Array.of(1)]) {
      await client.putForm({ contentType, body: { photo } });
    }
    const photos: readonly Blob[] = [new Blob()];
    await client.putForm({ contentType, body: { photos } });
    await client.putForm({ contentType, body: { photos: [Uint8Array.of(1), new File([], 'a')] } });
    for (const body of [new DataView(new ArrayBuffer(1)), new Float64Array(1).subarray(1)]) {
      await client.putFile({ body });
    }
    // @ts-expect-error a file is no text
    await client.putForm({ contentType, body: { photo: 'a' } });
    await client.putForm({ contentType, body: { scan: new Blob() } });
    // @ts-expect-error nor is one without a type, as OpenAPI 3.1 writes it
    await client.putForm({ contentType, body: { scan: 'a' } });
    const form = 'application/x-www-form-urlencoded';
    await client.putForm({ contentType: form, body: new URLSearchParams() });
    // @ts-expect-error not of this media type
    await client.putForm({ contentType: form, body: new FormData() });
  `,
};

/** A module with such calls; `client` and `types` are what it imports them from. */
export function renderCaller(calls: string, client: string, types: string): string {
  return `import { createKeepersClient } from '${client}';
import type { components, webhooks } from '${types}';
const client = createKeepersClient();
type Schemas = components['schemas'];
export async function call(): Promise<void> {${calls}}
export type Used = [Schemas, webhooks];`;
}
