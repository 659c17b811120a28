/** A turn is read anew with each of its messages: what its earlier ones say by themselves is read once and kept as long as they are. */

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
