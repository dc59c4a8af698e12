import { at, integer, nothing, object, text, type TypeRows } from './row.ts';

/** What discriminators tell apart. */
export const DISCRIMINATOR_ROWS: TypeRows = {
  'a discriminator without a mapping is what the schemas say, or their names': {
    schemas: {
      Part: {
        oneOf: [at('TextPart'), at('ImagePart'), at('OtherPart')],
        discriminator: by('kind'),
      },
      TextPart: object({ kind: { enum: ['text'] }, text }, 'kind', 'text'),
      ImagePart: object({ kind: { const: 'image' }, url: text }, 'kind', 'url'),
      OtherPart: object({ kind: text, size: integer }, 'kind'),
      AnyPart: { anyOf: [at('TextPart'), at('ManyPart')], discriminator: by('kind') },
      ManyPart: object({ kind: { type: 'string', enum: ['m1', 'm2'] }, many: integer }, 'kind'),
      Parts: {
        type: 'array',
        items: { oneOf: [at('TextPart'), at('KindPart')], discriminator: by('kind') },
      },
      KindPart: { allOf: [object({ kind: at('Kind') }, 'kind'), object({ kinds: integer })] },
      Kind: { type: 'string', enum: ['kind'] },
    },
    use: `
const part: Schemas['Part'] = { kind: 'text', text: 'a' };
const other: Schemas['Part'] = { kind: 'OtherPart', size: 1 };
function read(it: Schemas['Part']): string {
  switch (it.kind) {
    case 'text': return it.text;
    case 'image': return it.url;
    case 'OtherPart': return String(it.size);
  }
}
const many: Schemas['AnyPart'] = { kind: 'm2', many: 2 };
function list(it: Schemas['Parts'][number]) { return it.kind === 'kind' ? it.kinds : it.text; }
const alone: Schemas['OtherPart'] = { kind: 'of any kind' };
// @ts-expect-error: the name of the schema is no value
const named: Schemas['Part'] = { kind: 'TextPart', text: 'a' };
// @ts-expect-error: neither name
const wrong: Schemas['Part'] = { kind: 'b' };
use(part, other, read, many, list, alone, named, wrong);`,
  },
  'a discriminator with a mapping is what it maps': {
    schemas: {
      Event: {
        oneOf: [at('Made'), at('Gone'), at('Nest')],
        discriminator: {
          ...by('type'),
          mapping: { made: '#/components/schemas/Made', gone: 'Gone', lost: 'Gone' },
        },
      },
      Made: object({ type: text, at: text }, 'type'),
      Gone: object({ type: text, why: text }, 'type'),
      Nest: { oneOf: [at('Egg'), at('Bird')], discriminator: by('type') },
      Egg: object({ type: { const: 'egg' }, size: integer }, 'type'),
      Bird: object({ type: text, wings: integer }, 'type'),
    },
    use: `
const events: Schemas['Event'][] = [{ type: 'made', at: 'b' }, { type: 'lost' }, { type: 'egg' }, { type: 'Bird' }];
function read(it: Schemas['Event']) {
  if (it.type === 'lost' || it.type === 'gone') return it.why;
  return it.type === 'egg' ? it.size : undefined;
}
// @ts-expect-error: not what is mapped
const wrong: Schemas['Event'] = { type: 'Made' };
use(events, read, wrong);`,
  },
  'what extends a schema with a discriminator keeps its member': {
    schemas: {
      Pet: { ...object({ petType: text, name: text }, 'petType'), discriminator: by('petType') },
      Cat: { allOf: [at('Pet'), object({ lives: integer })] },
      Lion: { allOf: [at('Cat'), object({ mane: { type: 'boolean' } })] },
      SamePet: { allOf: [at('Pet')], description: 'Another name.' },
      PetOrNull: { anyOf: [{ allOf: [at('Pet')] }, nothing] },
      OneOrNull: { oneOf: [at('Pet'), nothing] },
      Owner: object({
        pet: { description: 'Hers', allOf: [at('Pet')] },
        cats: { type: 'array', items: at('Cat') },
      }),
      Vehicle: {
        ...object({ wheels: { enum: ['TWO', 'FOUR'] } }, 'wheels'),
        discriminator: { ...by('wheels'), mapping: { TWO: 'Bike' } },
      },
      Bike: { allOf: [at('Vehicle'), object({ bell: text })] },
      Car: { allOf: [at('Vehicle'), object({ doors: integer })] },
    },
    use: `
const pet: Schemas['PetOrNull'] = { petType: 'any', name: 'Rex' };
const none: Schemas['PetOrNull'] = null;
const one: Schemas['OneOrNull'] = { petType: 'any' };
const same: Schemas['SamePet'] = { petType: 'any' };
const cat: Schemas['Cat'] = { petType: 'Cat', lives: 9 };
const lion: Schemas['Lion'] = { petType: 'Lion', lives: 1, mane: true };
const isCat: Schemas['Cat'] = lion;
const owner: Schemas['Owner'] = { pet: { petType: 'a' }, cats: [cat, lion] };
const owned: string | undefined = owner.pet?.petType;
const bike: Schemas['Bike'] = { wheels: 'TWO', bell: 'a' };
const car: Schemas['Car'] = { wheels: 'FOUR' };
// @ts-expect-error: it has a type of pet
const wrong: Schemas['PetOrNull'] = { name: 'Rex' };
// @ts-expect-error: a lion is no dog
const dog: Schemas['Lion'] = { petType: 'Dog' };
// @ts-expect-error: two wheels are mapped to it
const four: Schemas['Bike'] = { wheels: 'FOUR' };
use(pet, none, one, same, isCat, owned, bike, car, wrong, dog, four);`,
  },
  'a discriminator that a request may leave out stays so': {
    schemas: {
      Loose: { oneOf: [at('Left'), at('Right')], discriminator: by('side') },
      Left: object({ side: text, l: integer }),
      Right: object({ side: text, r: integer }),
    },
    use: `
const loose: Schemas['Loose'][] = [{ l: 1 }, { side: 'Right', r: 1 }];
// @ts-expect-error: no such side
const wrong: Schemas['Loose'] = { side: 'Up' };
use(loose, wrong);`,
  },
};

function by(propertyName: string): object {
  return { propertyName };
}
