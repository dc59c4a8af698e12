import { spell } from '../base/spell.ts';

/** What the variable of a path and the segment before it are called: `petId` after `pets`. */
interface Called {
  readonly variable: string;
  readonly segment: string;
}

/** Words that end the name of what tells one thing from another. */
const ID_WORDS = /^(.*?)(id|uuid|guid|key|slug|code|name|number|login|email|handle|sku|isbn)$/;

/** A property, and whether its name only suggests that it is the id. */
interface IdProperty {
  readonly id: string;
  readonly isGuess?: true;
}

/**
 * Which property of a thing its path's variable stands for, by their names; the surest first, and nothing
 * where names do not tell. `petId` and `pet_id` are the property of that name or, below `/pets`, `id`;
 * `{id}` is `id` or `petId`. `{pet}` may be `id` as well as what a pet is called.
 */
export function idProperty(names: readonly string[], called: Called): IdProperty | undefined {
  const sure = sureProperty(names, called);
  if (sure !== undefined) return { id: sure };
  const wanted = spell(called.variable);
  if (!isNamedAfter(wanted, called.segment)) return undefined;
  const id = names.find((name) => ['id', `${wanted}id`, 'uuid'].includes(spell(name)));
  return id === undefined ? undefined : { id, isGuess: true };
}

function sureProperty(names: readonly string[], { variable, segment }: Called): string | undefined {
  const wanted = spell(variable);
  const find = (spelled: string) => {
    const found = names.filter((name) => spell(name) === spelled);
    return found.length === 1 ? found[0] : undefined;
  };
  const same = find(wanted);
  if (same !== undefined) return same;
  const [, owner = '', word] = ID_WORDS.exec(wanted) ?? [];
  if (word === undefined) return undefined;
  if (owner === '') {
    const own = names.filter((name) => isOwn(spell(name), word, segment));
    return own.length === 1 ? own[0] : undefined;
  }
  // The id of somebody else is said in full: where there is none, it is that of the thing itself.
  const isItself = word === 'id' || word === 'uuid' || isNamedAfter(owner, segment);
  return isItself ? find(word) : undefined;
}

/** `petId` for the variable `{id}` below `/pets`. */
function isOwn(name: string, word: string, segment: string): boolean {
  return name.endsWith(word) && isNamedAfter(name.slice(0, -word.length), segment);
}

/** Whether a word is the one, or the last one, of a segment that names many: `event` of `special-events`. */
export function isNamedAfter(word: string, segment: string): boolean {
  const many = spell(segment);
  const forms = [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies'), word.replace(/s$/, '')];
  return word.length > 1 && forms.some((form) => form.length > 1 && many.endsWith(form));
}
