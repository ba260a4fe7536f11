/**
 * The rules of the outbox, without network or database.
 *
 * An item is an action that the server has not got yet:
 *   n       its place in the order, given by the database
 *   key     its idempotency key: however often it is sent, it happens once
 *   staff   who did it; nobody else sends it
 *   kind    what was done: 'task.done'; see actions.js
 *   visit   the visit it was done on, or null
 *   object  what it changes: 'task:ID', 'check:ID', 'device:ID', 'visit:ID'
 *   device  the equipment whose checks it answers, or null
 *   about   what people call that
 *   method, path, body, blob   the request
 *   seen    the version of the object that the person saw; null if the route takes none
 *   makes   the id under which the phone knows what this will make, or null
 *   brings  of an arrival: the checks it is expected to bring, each with an id of the phone's
 *   expects of an answer to such a check: its item in the regulation
 *   saw     of "all in order" or "not checked" said of such checks: their items
 *   state   'waiting' or 'stopped'
 *   trouble why it is stopped: {status, title, detail, errors, open, theirs}; `why` if the phone says so
 *   stumbles how often the server failed over it
 */

/** What an answer means for the item that was sent. */
export function outcome(status) {
  if (status >= 200 && status < 300) {
    return 'done';
  }
  if (status === 401) {
    return 'signIn';
  }
  // Nobody there, or nobody who can: the same again later.
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) {
    return 'later';
  }
  // A page that asks to agree to the terms of a Wi-Fi is no answer of ours.
  if (status < 200 || (status >= 300 && status < 400)) {
    return 'later';
  }
  return 'stopped';
}

/** Where an action wants to get, by what the server has of the thing. */
const GOALS = {
  'visit.accept': (visit) => Boolean(visit.acceptedAt),
  'visit.onTheWay': (visit) => Boolean(visit.onTheWayAt),
  'visit.start': (visit) => ['ON_SITE', 'CLOSING'].includes(visit.state),
  'visit.close': (visit) => ['CLOSED', 'REPORTED'].includes(visit.state),
  'task.start': (task) => task.state === 'IN_PROGRESS',
  'task.accept': (task) => task.state === 'ACCEPTED',
  'dispute.answer': (dispute, item) => dispute.answer === item.body.text,
  'photo.mark': (photo, item) => photo.inReport === item.body.inReport,
  'task.plan': (task, item) => task.state === 'PLANNED' && task.visit === item.body.visit,
};

/**
 * Whether things stand as a refused item wanted them: by a press too many, another device, somebody
 * else, or the item itself whose reply was lost. Then there is nothing to settle.
 */
export function isReached(item, theirs) {
  return Boolean(theirs && GOALS[item.kind]?.(theirs, item));
}

/** Whether an item makes sense only after an earlier one. */
export function dependsOn(item, earlier) {
  const given = givenBy(earlier);
  return neededBy(item).some((name) => given.includes(name));
}

/** The names of what an item changes or makes; what is of the same name waits for it. */
function givenBy(item) {
  return [
    item.object,
    item.makes && `made:${item.makes}`,
    item.device && `checks:${item.device}`,
    item.visit && `everything:${item.visit}`,
  ].filter(Boolean);
}

/** The names of what has to be with the server before an item. */
function neededBy(item) {
  return [
    item.object,
    ...madeIn(item),
    item.device && `checks:${item.device}`,
    // Nothing is done on a visit before arrival, and it is closed after everything else.
    item.visit && `visit:${item.visit}`,
    item.visit && item.object === `visit:${item.visit}` && `everything:${item.visit}`,
  ].filter(Boolean);
}

function madeIn(item) {
  return item.path.split(/[/?]/).map((part) => `made:${part}`);
}

/**
 * The items in the order in which they are sent. A closing goes last, though it may be the older
 * one: if it was refused for want of an answer, that answer has to go before it.
 */
export function inOrder(items) {
  const isClosing = (item) => item.kind === 'visit.close';
  return [...items.filter((item) => !isClosing(item)), ...items.filter(isClosing)];
}

/**
 * The item that has to be sent next, or null. What waits for a stopped one is left where it is;
 * what has nothing to do with it goes on.
 *
 * @param {Array} items in their order
 * @param {Set} postponed places of those that are to be left for later
 */
export function nextToSend(items, postponed = new Set()) {
  const waiting = held(items, postponed);
  return inOrder(items).find((item) => item.state === 'waiting' && !postponed.has(item.n)
      && !waiting.has(item.n)) ?? null;
}

/**
 * The places of the items that wait for one that is stopped, or left for later. One pass: what
 * holds back is passed on by name.
 */
export function held(items, postponed = new Set()) {
  const places = new Set();
  const blocked = new Set();
  for (const item of inOrder(items)) {
    const waits = neededBy(item).some((name) => blocked.has(name));
    if (waits) {
      places.add(item.n);
    }
    if (waits || item.state === 'stopped' || postponed.has(item.n)) {
      givenBy(item).forEach((name) => blocked.add(name));
    }
  }
  return places;
}

/** The items that wait for one, directly. */
export function waitingFor(item, items) {
  const order = inOrder(items);
  const place = order.findIndex((each) => each.n === item.n);
  return order.slice(place + 1).filter((other) => dependsOn(other, item));
}

/** An item and those that mean nothing without what it makes, and so on. */
export function withMade(item, items) {
  const made = new Set(madeBy(item));
  const found = [item];
  for (const other of items.filter((each) => each.n > item.n)) {
    if (madeIn(other).some((name) => made.has(name))) {
      found.push(other);
      madeBy(other).forEach((name) => made.add(name));
    }
  }
  return found;
}

function madeBy(item) {
  return [item.makes, ...(item.brings ?? []).map((check) => check.id)]
      .filter(Boolean)
      .map((name) => `made:${name}`);
}

/**
 * What becomes of the others after one was sent: what was done here afterwards to the same
 * object was done in knowledge of this change, so it takes over the new version; and what the phone had a
 * name of its own for gets the server's.
 *
 * @param {Array} items the others, in their order
 * @param {Object} sent the item that was sent
 * @param {?Object} answer what the server said: {id, version}
 * @returns {Array} those that changed
 */
export function afterSuccess(items, sent, answer) {
  const changed = [];
  for (const item of items) {
    let now = item;
    if (sent.makes && answer?.id) {
      now = renamed(now, sent.makes, answer.id);
    }
    if (item.object === sent.object && sent.seen !== null && item.seen === sent.seen
        && Number.isInteger(answer?.version)) {
      now = {...now, seen: answer.version};
    }
    if (sent.makes && now.object.endsWith(`:${answer?.id}`) && now.seen === null
        && takesVersion(now) && Number.isInteger(answer?.version)) {
      now = {...now, seen: answer.version};
    }
    if (now !== item) {
      changed.push(now);
    }
  }
  return changed;
}

/** An item with the server's names for what the phone had names of its own for. */
export function withNames(item, names) {
  return Object.entries(names).reduce((now, [from, to]) => renamed(now, from, to), item);
}

function renamed(item, from, to) {
  const now = {...item};
  for (const member of ['path', 'object', 'device', 'task']) {
    now[member] = now[member]?.replace(from, to);
  }
  return ['path', 'object', 'device', 'task'].some((member) => now[member] !== item[member])
      ? now : item;
}

/** Comments and time never conflict: they are added to what is there, whatever that is. */
export function takesVersion(item) {
  return /^(?:task|photo):/.test(item.object) && !['task.comment', 'task.time'].includes(item.kind);
}

/** The states in which a task waits for the next visit, whatever visit it was on. */
const WAITING = ['NEW', 'CARRIED_OVER', 'RETURNED'];

/** The states in which arrival leaves what it brings onto the visit. */
const BROUGHT = ['PLANNED', 'IN_PROGRESS'];

/** What an action answers the open checks of a device with. */
const ANSWERS = {'device.ok': 'OK', 'device.skip': 'SKIPPED'};

/**
 * What an action has changed besides its own object: arrival brings the client's tasks onto the
 * visit, "all in order" and "not checked" answer the open checks of a device.
 *
 * @param {Object} sent the arrival, the "all in order" or the "not checked"
 * @param {?Object} before the day as it was kept before
 * @param {?Object} after the day after an arrival
 * @param {?Object} answer what the server said: all checks of the device
 * @returns {Map} the versions that there are now: 'task:ID' or 'check:ID' to a number
 */
export function changedBy(sent, before, after, answer) {
  const was = new Map((before?.tasks ?? []).map((task) => [task.id, task]));
  const isBrought = ({id, visit, state}) => visit === sent.visit && BROUGHT.includes(state)
      && was.has(id) && (was.get(id).visit !== visit || WAITING.includes(was.get(id).state));
  const isAnswered = ({state, answeredBy}) =>
    state === ANSWERS[sent.kind] && answeredBy === sent.staff;
  return new Map([
    ...(after?.tasks ?? []).filter(isBrought).map((task) => [`task:${task.id}`, task.version]),
    ...(answer?.items ?? []).filter(isAnswered).map((check) => [`check:${check.id}`, check.version]),
  ]);
}

/**
 * What was done here after an action that changed many things saw each of them one change ago, and takes
 * that change over; what somebody else has changed as well stays as it was seen, and will be refused.
 *
 * @param {Array} items the others, in their order
 * @param {Object} sent the arrival, the "all in order" or the "not checked"
 * @param {Map} versions of what it changed, as they are now
 * @returns {Array} those that changed
 */
export function afterMany(items, sent, versions) {
  const ofDevice = (item) => item.object.startsWith('check:') && item.device === sent.device;
  const concerned = {
    'visit.start': (item) => item.object.startsWith('task:') && item.visit === sent.visit,
    'device.ok': ofDevice,
    'device.skip': ofDevice,
  }[sent.kind];
  return items
      .filter((item) => concerned?.(item) && item.n > sent.n && item.seen !== null)
      .filter((item) => versions.get(item.object) === item.seen + 1)
      .map((item) => ({...item, seen: item.seen + 1}));
}

/**
 * Arrival was sent, and brought the real checks. What was answered here before goes to the one with
 * the same item on the same device; an answer that nobody asked for, and "all in order" of a device that got
 * checks which nobody saw, wait for the person.
 *
 * @param {Array} items the others, in their order
 * @param {Object} sent the arrival
 * @param {Object} day the answer to /diary/visits/ID after it
 * @returns {Array} those that changed
 */
export function afterArrival(items, sent, day) {
  return items
      .filter((item) => item.visit === sent.visit && isOfExpected(item))
      .map((item) => onBrought(item, day));
}

/** Whether an item was made before the checks that it is about. */
export function isOfExpected(item) {
  return Boolean(item.expects ?? item.saw);
}

/** The same item, of the checks that are there now. */
export function onBrought(item, day) {
  const checks = (day?.devices ?? []).find((device) => device.id === item.device)?.checks ?? [];
  if (item.saw) {
    const more = checks.filter(
        (check) => check.state === 'OPEN' && !item.saw.includes(check.item)).length;
    return more > 0 ? stopped(item, {why: 'added', more}) : {...item, saw: null};
  }
  const check = checks.find((each) => each.item === item.expects && !each.expected);
  return check
      ? {
        ...item,
        object: `check:${check.id}`,
        path: `/visits/${item.visit}/checks/${check.id}`,
        // The person saw it open. Whoever answered it meanwhile is told of, not overwritten.
        seen: check.state === 'OPEN' ? check.version : check.version - 1,
        expects: null,
      }
      : stopped(item, {why: 'notAsked'});
}

function stopped(item, trouble) {
  return {
    ...item,
    state: 'stopped',
    trouble: {status: 409, title: '', detail: '', errors: [], open: null, theirs: null, ...trouble},
  };
}

/** How long to wait after so many failures in a row, in milliseconds; a little by chance. */
export function delay(failures, chance = Math.random()) {
  const longest = 300_000;
  const usual = Math.min(longest, 4_000 * 2 ** Math.min(failures, 10));
  return Math.round(usual * (0.75 + chance / 2));
}

/** An idempotency key, or a name for what the server will name. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
