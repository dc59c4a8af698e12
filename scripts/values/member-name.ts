import type { Json, JsonObject } from '../base/json.ts';

/** A name of a member, and whether every object inherits something of that name. */
export interface MemberName {
  readonly name: string;
  readonly isInherited: boolean;
}

export function toMemberName(name: string): MemberName {
  return { name, isInherited: name in Object.prototype };
}

/** What an object has of its own under a name: to read it takes half the time of asking whether it is there. */
export function ownMember(object: JsonObject, { name, isInherited }: MemberName): Json | undefined {
  return isInherited && !Object.hasOwn(object, name) ? undefined : object[name];
}
