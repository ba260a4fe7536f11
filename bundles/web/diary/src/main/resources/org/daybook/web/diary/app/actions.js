/**
 * What people do. Each action is put into the outbox before anything else happens with it; sending
 * is sender.js's business.
 */

import {db, dropNote, keepNote, namesNote, timerNote} from './db.js';
import {newKey, withNames} from './outbox/queue.js';
import {load, now} from './store.js';

let wake = () => {};

/** Is called when something waits to be sent. */
export function onAction(listener) {
  wake = listener;
}

const visitAction = (name) => (visit) => ({
  visit: visit.id,
  object: `visit:${visit.id}`,
  about: visit.clientName,
  path: `/visits/${visit.id}/${name}`,
  seen: visit.version,
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

/** How each kind of action becomes a request. */
const MAKERS = {
  'visit.accept': visitAction('accept'),
  'visit.onTheWay': visitAction('on-the-way'),
  'visit.start': visitAction('start'),
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
  'check.answer': ({visit, device, check}, body) => ({
    visit: visit.id,
    object: `check:${check.id}`,
    device: device.id,
    about: `${device.name}: ${check.title}`,
    path: `/visits/${visit.id}/checks/${check.id}`,
    seen: check.version,
    body,
  }),
  'device.ok': ({visit, device}) => ({
    visit: visit.id,
    object: `device:${device.id}`,
    device: device.id,
    about: device.name,
    path: `/visits/${visit.id}/assets/${device.id}/ok`,
    seen: null,
  }),
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
  'photo.add': (task, {blob, inReport, caption}) => {
    const query = new URLSearchParams({inReport: String(inReport), caption});
    return {
      visit: task.visit ?? null,
      object: `photo:${newKey()}`,
      task: task.id,
      about: task.title,
      path: `/tasks/${task.id}/photos?${query}`,
      seen: null,
      blob,
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
  const {who} = now();
  const key = newKey();
  await put({
    key,
    staff: who.id,
    by: who.name,
    // To be shown only; the order is the database's.
    at: new Date().toISOString(),
    kind,
    method: 'POST',
    body,
    device: null,
    makes: null,
    state: 'waiting',
    trouble: null,
    ...MAKERS[kind](subject, body),
    ...(body?.blob ? {body: null} : {}),
    ...more,
  });
  await load();
  wake();
  return key;
}

/** Puts an item last; what it is about may have got another name since the screen was drawn. */
async function put(item) {
  const tx = (await db()).transaction(['outbox', 'notes'], 'readwrite');
  const names = await tx.objectStore('notes').get(namesNote(item.staff));
  await tx.objectStore('outbox').add(withNames(item, names ?? {}));
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
    if (other.object === item.object && other.seen === item.seen) {
      await tx.store.put({...other, seen: version});
    }
  }
  await tx.done;
}

/** Sends a refused item again over what is there now, and what was done after it likewise. */
export async function sendOver(item, items) {
  // Not known is not none: without a version it would go over whatever there is.
  const version = item.trouble?.theirs?.version;
  const tx = (await db()).transaction('outbox', 'readwrite');
  for (const other of items.filter((each) => each.object === item.object && each.n >= item.n)) {
    const seen = other.seen === null ? null : version ?? other.seen;
    await tx.store.put({...other, seen, state: 'waiting', trouble: null});
  }
  await tx.done;
  await load();
  wake();
}

/** Sends an item with another content. A new key: to the server it is another request. */
export async function sendEdited(item, body) {
  const version = item.trouble?.theirs?.version ?? item.seen;
  await (await db()).put('outbox', {
    ...item,
    body: {...item.body, ...body},
    key: newKey(),
    seen: item.seen === null ? null : version,
    state: 'waiting',
    trouble: null,
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

/** Stops the watch and records the time; at least one minute was begun. */
export async function stopTimer() {
  const minutes = await forgetTimer();
  if (minutes) {
    await act('task.time', minutes.task, {minutes: minutes.spent});
  }
}

/** Stops the watch; who calls records the time otherwise. */
export async function forgetTimer() {
  const {who, timer} = now();
  if (!timer) {
    return null;
  }
  await dropNote(timerNote(who.id));
  await load();
  return {
    task: {id: timer.task, visit: timer.visit, title: timer.title, version: null},
    spent: minutesOf(timer),
  };
}

/** Minutes on the watch, as they would be recorded: 1 to 1440. */
export function minutesOf(timer) {
  return Math.min(1440, Math.max(1, Math.round((Date.now() - timer.since) / 60_000)));
}
