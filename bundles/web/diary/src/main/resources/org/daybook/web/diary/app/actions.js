/**
 * What people do. Each action is put into the outbox before anything else happens with it; sending
 * is sender.js's business.
 */

import {moment} from './clock.js';
import {db, dropNote, keepNote, namesNote, timerNote} from './db.js';
import {newKey, withNames} from './outbox/queue.js';
import {withSteps} from './outbox/steps.js';
import {dayOf, load, now} from './store.js';

let wake = () => {};

/** Is called when something waits to be sent. */
export function onAction(listener) {
  wake = listener;
}

/** A step of a visit: when it was done counts, not when the server hears of it. */
const visitAction = (name) => (visit, body, at) => ({
  visit: visit.id,
  object: `visit:${visit.id}`,
  about: visit.clientName,
  path: `/visits/${visit.id}/${name}`,
  seen: visit.version,
  body: {at},
});

const taskAction = (name) => (task, body) => ({
  visit: task.visit ?? null,
  object: `task:${task.id}`,
  about: task.title,
  path: `/tasks/${task.id}/${name}`,
  seen: task.version,
  body,
});

const unversioned = (action) => (...given) => ({...action(...given), seen: null});

const photoAction = (task, photo) => ({
  visit: task.visit ?? null,
  object: `photo:${photo.id}`,
  task: task.id,
  about: task.title,
  path: `/photos/${photo.id}`,
  seen: photo.version,
});

const photoPath = (taskId, {inReport, caption}) =>
  `/tasks/${taskId}/photos?${new URLSearchParams({inReport: String(inReport), caption})}`;

/** What the path of a photo that waits says of it. */
export function photoOf(item) {
  const given = new URLSearchParams(item.path.split('?')[1]);
  return {inReport: given.get('inReport') === 'true', caption: given.get('caption') ?? ''};
}

/** What answers all checks of a device that are open. */
const deviceAction = (name) => ({visit, device}, body) => ({
  visit: visit.id,
  object: `device:${device.id}`,
  device: device.id,
  about: device.name,
  path: `/visits/${visit.id}/assets/${device.id}/${name}`,
  seen: null,
  saw: device.checks.some((check) => check.expected)
      ? device.checks.map((check) => check.item) : null,
  body,
});

/** How each kind of action becomes a request. */
const MAKERS = {
  'visit.accept': visitAction('accept'),
  'visit.onTheWay': visitAction('on-the-way'),
  'visit.start': (visit, body, at) => ({
    ...visitAction('start')(visit, body, at),
    brings: (dayOf(visit.id)?.devices ?? [])
        .flatMap((device) => device.expected ?? [])
        .map((check) => ({...check, id: newKey()})),
  }),
  'visit.close': visitAction('close'),
  'visit.wish': (visit, body) => {
    const makes = newKey();
    return {
      visit: visit.id,
      object: `task:${makes}`,
      about: body.title,
      path: `/visits/${visit.id}/wishes`,
      seen: null,
      makes,
      body,
    };
  },
  'task.plan': (task, body) => ({
    ...taskAction('')(task, body), method: 'PATCH', path: `/tasks/${task.id}`, visit: body.visit,
  }),
  'task.start': taskAction('start'),
  'task.done': taskAction('done'),
  'task.resolveRemotely': taskAction('resolve-remotely'),
  'task.notDone': taskAction('not-done'),
  'task.carryOver': taskAction('carry-over'),
  'task.handover': taskAction('handover'),
  'task.accept': taskAction('accept'),
  'task.return': taskAction('return'),
  // They are added to whatever is there.
  'task.comment': unversioned(taskAction('comment')),
  'task.time': unversioned(taskAction('time')),
  'dispute.answer': (dispute, body) => ({
    visit: null,
    object: `dispute:${dispute.id}`,
    about: dispute.title,
    path: `/disputes/${dispute.id}/answer`,
    seen: dispute.version,
    body,
  }),
  'check.answer': ({visit, device, check}, body) => ({
    visit: visit.id,
    object: `check:${check.id}`,
    device: device.id,
    about: `${device.name}: ${check.title}`,
    path: `/visits/${visit.id}/checks/${check.id}`,
    seen: check.version,
    expects: check.expected ? check.item : null,
    body,
  }),
  'device.ok': deviceAction('ok'),
  'device.skip': deviceAction('skip'),
  'device.gone': ({visit, device}, body) => ({
    visit: visit.id,
    object: `device:${device.id}`,
    device: device.id,
    about: device.name,
    path: `/visits/${visit.id}/assets/${device.id}/gone`,
    seen: null,
    body,
  }),
  'device.add': (visit, body) => {
    const makes = newKey();
    return {
      visit: visit.id,
      object: `device:${makes}`,
      device: makes,
      about: body.name,
      path: `/visits/${visit.id}/assets`,
      seen: null,
      makes,
      body,
    };
  },
  'photo.add': (task, {blob, inReport, caption = ''}) => {
    const makes = newKey();
    return {
      visit: task.visit ?? null,
      object: `photo:${makes}`,
      task: task.id,
      about: task.title,
      path: photoPath(task.id, {inReport, caption}),
      seen: null,
      makes,
      blob,
    };
  },
  'photo.mark': ({task, photo}, body) => ({
    ...photoAction(task, photo), method: 'PATCH', body,
  }),
  'photo.remove': ({task, photo}) => ({...photoAction(task, photo), method: 'DELETE'}),
  'remote.pass': (client, body) => {
    const makes = newKey();
    return {
      visit: null, object: `task:${makes}`, about: body.title, path: '/tasks', seen: null, makes, body,
    };
  },
  'remote.fix': (client, body) => ({
    visit: null,
    object: `remote:${newKey()}`,
    about: body.title,
    path: '/remote-fixes',
    seen: null,
    body,
  }),
};

/**
 * Does something.
 *
 * @param {string} kind
 * @param {Object} subject what it is done to
 * @param {?Object} body what is sent with it
 * @param {Object} more names for what is shown until it is sent
 * @returns {Promise<string>} the key of the item
 */
export async function act(kind, subject, body = null, more = {}) {
  const item = {...itemOf(kind, subject, body), ...more};
  await put([item]);
  await load();
  wake();
  return item.key;
}

/** Does the same to several things: to all of them or, if it cannot be stored, to none. */
export async function actOnAll(kind, subjects, body = null) {
  await put(subjects.map((subject) => itemOf(kind, subject, body)));
  await load();
  wake();
}

function itemOf(kind, subject, body) {
  const {who} = now();
  const at = moment();
  return {
    key: newKey(),
    staff: who.id,
    by: who.name,
    // The order is the database's.
    at,
    kind,
    method: 'POST',
    body,
    device: null,
    makes: null,
    state: 'waiting',
    trouble: null,
    ...MAKERS[kind](subject, body, at),
    ...(body?.blob ? {body: null} : {}),
  };
}

/** Marks a photo for the report or not, whether the server has it, may have it, or has not got it. */
export async function markPhoto(task, photo, inReport) {
  const marked = (item, outbox) => outbox.put(
      {...item, path: photoPath(item.task, {...photoOf(item), inReport})});
  if (!(await amend(photo, marked))) {
    await act('photo.mark', {task, photo}, {inReport});
  }
}

/** Takes a photo away, likewise. */
export async function removePhoto(task, photo) {
  if (!(await amend(photo, (item, outbox) => outbox.delete(item.n)))) {
    await act('photo.remove', {task, photo});
  }
}

/** Changes a photo that waits and was never tried to be sent; whether there is such a one. */
async function amend(photo, change) {
  const tx = (await db()).transaction('outbox', 'readwrite');
  const item = (await tx.store.getAll())
      .find((each) => each.kind === 'photo.add' && each.object === `photo:${photo.id}` && !each.tried);
  if (item) {
    await change(item, tx.store);
  }
  await tx.done;
  await load();
  return Boolean(item);
}

/** Puts items last; what they are about may have got another name since the screen was drawn. */
async function put(items) {
  const tx = (await db()).transaction(['outbox', 'notes'], 'readwrite');
  for (const item of items) {
    const names = await tx.objectStore('notes').get(namesNote(item.staff));
    await tx.objectStore('outbox').add(withSteps(withNames(item, names ?? {})));
  }
  await tx.done;
}

/** Closes a visit, in place of a closing that was refused or waits. */
export async function closeAnew(visit, items) {
  await remove(items.filter((item) => item.kind === 'visit.close' && item.visit === visit.id));
  await act('visit.close', visit);
}

async function remove(items) {
  const tx = (await db()).transaction('outbox', 'readwrite');
  for (const item of items) {
    await tx.store.delete(item.n);
  }
  await tx.done;
}

/** Takes items out; what was done afterwards to the same thing goes over what is there now. */
export async function drop(items) {
  await remove(items);
  for (const item of items) {
    await overtake(item);
  }
  await load();
  wake();
}

/** Lets the later items that saw what a refused one saw take over the version that is there now. */
async function overtake(item) {
  if (item.seen === null) {
    return;
  }
  const version = item.trouble?.theirs?.version ?? item.seen;
  const tx = (await db()).transaction('outbox', 'readwrite');
  for (const other of await tx.store.getAll()) {
    if (other.staff === item.staff && other.object === item.object && other.seen === item.seen) {
      await tx.store.put({...other, seen: version});
    }
  }
  await tx.done;
}

/** What was refused is sent as if for the first time. */
const AFRESH = {state: 'waiting', trouble: null, stumbles: 0};

/** Sends a refused item again over what is there now, and what was done after it likewise. */
export async function sendOver(item, items) {
  // Not known is not none: without a version it would go over whatever there is.
  const version = item.trouble?.theirs?.version;
  const tx = (await db()).transaction('outbox', 'readwrite');
  for (const other of items.filter((each) => each.object === item.object && each.n >= item.n)) {
    // A PATCH has to name a version, though it may have been made before there was one.
    const isFree = other.seen === null && other.method !== 'PATCH';
    const seen = isFree ? null : version ?? other.seen;
    await tx.store.put({...other, seen, ...doneNow(other, item), saw: null, ...AFRESH});
  }
  await tx.done;
  await load();
  wake();
}

/**
 * A step of a visit whose moment was refused is done now; so is a closing that lacked something, or
 * that would lie before a step which is done now. Others were done when they were tapped.
 */
function doneNow(item, refused) {
  const at = moment();
  if (isUntimely(item)) {
    return {body: {}, key: newKey(), at};
  }
  const closesNow = item.kind === 'visit.close' && (item.state === 'stopped' || isUntimely(refused));
  return closesNow ? {body: {at}, key: newKey(), at} : {};
}

/** Whether the server refused the moment at which something was done. */
export function isUntimely(item) {
  return (item.trouble?.errors ?? []).some((error) => error.field === 'at');
}

/** Sends an item with another content. A new key: to the server it is another request. */
export async function sendEdited(item, body) {
  const version = item.trouble?.theirs?.version ?? item.seen;
  await (await db()).put('outbox', {
    ...item,
    body,
    key: newKey(),
    seen: item.seen === null ? null : version,
    ...AFRESH,
  });
  await overtake(item);
  await load();
  wake();
}

/** Starts the watch for a task; whatever it measured before is recorded first. */
export async function startTimer(task) {
  await stopTimer();
  const {who} = now();
  await keepNote(timerNote(who.id), {
    task: task.id, visit: task.visit ?? null, title: task.title, since: Date.now(),
  });
  await load();
}

/**
 * Stops the watch and records the time; at least one minute was begun.
 *
 * @param {?string} visit that the task has come onto since it was started
 */
export async function stopTimer(visit = null) {
  const minutes = await forgetTimer(visit);
  if (minutes) {
    await act('task.time', minutes.task, {minutes: minutes.spent});
  }
}

/** Stops the watch; who calls records the time otherwise. */
export async function forgetTimer(visit = null) {
  const {who, timer} = now();
  if (!timer) {
    return null;
  }
  await dropNote(timerNote(who.id));
  await load();
  return {
    task: {id: timer.task, visit: visit ?? timer.visit, title: timer.title, version: null},
    spent: minutesOf(timer),
  };
}

/** Minutes on the watch, as they would be recorded: 1 to 1440. */
export function minutesOf(timer) {
  return Math.min(1440, Math.max(1, Math.round((Date.now() - timer.since) / 60_000)));
}
