// Made by "kiln generate": change the description, not this.
/** The members of a form that are sent: null and undefined are left out. */
export declare function formMembers(value: unknown): readonly (readonly [name: string, value: unknown])[];
/** The values of a field that are sent one by one: the items of a list, else the value itself. */
export declare function itemsOf(value: unknown): readonly unknown[];
/** A field of a form (URL Standard, section 5.2). */
export declare function formPair(name: string, text: string): string;
