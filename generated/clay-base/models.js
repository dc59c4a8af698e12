// Made by "kiln generate": change the description, not this.
export {};
