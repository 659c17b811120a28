/**
 * What is asked of the same thing again and again is read once and kept as long as that is: what the earlier messages of a turn say by
 * themselves, whenever the turn goes on; how a person of the roster stands.
 */

/** @param read must depend on nothing but what it is given, and that must not change */
export function once<Given extends object, Read>(read: (given: Given) => Read): (given: Given) => Read {
  const known = new WeakMap<Given, { readonly read: Read }>();
  return (given) => {
    let kept = known.get(given);
    if (kept === undefined) {
      kept = { read: read(given) };
      known.set(given, kept);
    }
    return kept.read;
  };
}
