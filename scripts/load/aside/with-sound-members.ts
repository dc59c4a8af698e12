import type { Json, JsonObject } from '../../base/json.ts';

/** A copy whose members are what they are turned into, or the object itself where that changes nothing. */
export function withSoundMembers(
  node: JsonObject,
  turn: (key: string, child: Json) => Json | undefined,
): JsonObject {
  let isChanged = false;
  const members = Object.entries(node).flatMap(([key, child]): [string, Json][] => {
    const turned = turn(key, child);
    if (turned !== child) isChanged = true;
    return turned === undefined ? [] : [[key, turned]];
  });
  return isChanged ? Object.fromEntries(members) : node;
}
