/**
 * The versions that own actions brought. The next action may be done in the very moment in which
 * the one before was settled, from a screen that shows the version before: whoever did both knew of
 * the first.
 */

const brought = new Map();

const stepOf = (object, version) => `${object}|${version}`;

/** An action was settled: what it was done to has another version. */
export function noteStep(item, version) {
  if (item.seen !== null && Number.isInteger(version)) {
    brought.set(stepOf(item.object, item.seen), version);
  }
}

/** What is known by now; whoever has read the store since needs to be told of it no more. */
export function stepsSoFar() {
  return [...brought.keys()];
}

export function forgetSteps(steps) {
  steps.forEach((step) => brought.delete(step));
}

/** An action with the version to which own ones have brought what it saw. */
export function withSteps(item) {
  let {seen} = item;
  while (seen !== null && (brought.get(stepOf(item.object, seen)) ?? seen) > seen) {
    seen = brought.get(stepOf(item.object, seen));
  }
  return seen === item.seen ? item : {...item, seen};
}
