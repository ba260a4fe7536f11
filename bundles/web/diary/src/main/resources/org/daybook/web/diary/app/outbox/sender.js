/**
 * Brings what was done to the server and the newest answers to the phone. One of all tabs does it
 * at a time; whatever interrupts it, nothing is lost and nothing happens twice.
 */

import {
  answer, answerKey, db, keepAnswer, keepOnlyListedTasks, keepOnlyVisits, namesNote, timerNote,
  unsentOf,
} from '../db.js';
import {
  afterArrival, afterMany, afterSuccess, changedBy, isOfExpected, isReached, nextToSend, onBrought,
  outcome,
} from './queue.js';
import {dayWith, diaryWith, photosAfter} from './effects.js';
import {noteStep} from './steps.js';

const DIARY = '/diary';

/** What arrival would bring costs the server some planning: it is asked for now and then. */
const EXPECTED_FOR = 15 * 60_000;

/** So often the server may fail over one thing before the person is asked what is to become of it. */
const MOST_STUMBLES = 3;

/** Names of the phone's that are remembered, so that addresses with them still lead somewhere. */
const MOST_NAMES = 200;

export const dayPath = (visitId) => `/diary/visits/${visitId}`;

export const expectedPath = (visitId) => `/visits/${visitId}/expected-checks`;

export const historyPath = (taskId) => `/tasks/${taskId}/history`;

export const photosPath = (taskId) => `/tasks/${taskId}/photos`;

/** Runs work that only one tab may do at a time; the others leave it to that one. */
export async function alone(work) {
  if (!navigator.locks) {
    return work();
  }
  return navigator.locks.request('daybook-sender', {mode: 'exclusive'}, work);
}

/**
 * Sends everything that can be sent.
 *
 * @param {Function} call as in api.js
 * @param {string} staff whose actions
 * @param {Function} told is called after each change of what is kept, with the item that was sent or refused
 * @param {Function} still whether the session is still that person's, asked when one is refused
 * @returns {Promise<{end: 'empty'|'postponed'|'later'|'signIn'|'stranger', sent: Array,
 *     status: number, retryAfter: ?number}>} with the status of the answer that ended it;
 *     'postponed' if the server failed over single things and has got all others
 */
export async function sendAll(call, staff, told = () => {}, still = async () => true) {
  const sent = [];
  const postponed = new Set();
  const askedAgain = new Set();
  for (;;) {
    const next = nextToSend(await unsentOf(staff), postponed);
    if (!next) {
      const end = postponed.size > 0 ? 'postponed' : 'empty';
      return {end, sent, status: end === 'postponed' ? 500 : 200, retryAfter: null};
    }
    if (isOfExpected(next)) {
      // Done in the very moment in which arrival was settled.
      const day = await answer(staff, dayPath(next.visit));
      await (await db()).put('outbox', onBrought(next, day?.data));
      told();
      continue;
    }
    // From now on it may be with the server, and is not changed any more.
    const item = next.blob ? await noted(next, {tried: true}) : next;
    if (!item) {
      continue;
    }
    const reply = await call(item.method, item.path, request(item));
    if (isForeign(reply)) {
      return {end: 'later', sent, status: 0, retryAfter: null};
    }
    const what = isDone(item, reply) ? 'done' : outcome(reply.status);
    let lacking = null;
    if (what === 'done') {
      lacking = await complete(item, reply.data, call);
      sent.push(item);
    } else if (what === 'stopped') {
      if (reply.status === 403 && !askedAgain.has(item.n)) {
        // The session may be another one by now, of the same person or of somebody else.
        if (!(await still())) {
          return {end: 'stranger', sent, status: reply.status, retryAfter: null};
        }
        askedAgain.add(item.n);
        continue;
      }
      lacking = await halt(item, reply, call);
    } else if (reply.status === 500 && (item.stumbles ?? 0) + 1 < MOST_STUMBLES) {
      // The server stumbles over this one: the others need not wait for its mending.
      postponed.add(item.n);
      await noted(item, {stumbles: (item.stumbles ?? 0) + 1});
    } else if (reply.status === 500) {
      lacking = await halt(item, reply, call);
    } else if (reply.status === 503 && item.blob) {
      // There may be no place to draw it: the others need not wait for one.
      postponed.add(item.n);
    } else {
      return {end: what, sent, status: reply.status, retryAfter: reply.retryAfter};
    }
    if (lacking) {
      // As if the reply had been lost: what was done on the visit needs what arrival brought.
      const {status, retryAfter} = lacking;
      return {end: outcome(status), sent, status, retryAfter};
    }
    told(item);
  }
}

function request(item) {
  const headers = {};
  if (item.method === 'POST') {
    headers['Idempotency-Key'] = item.key;
  }
  if (item.seen !== null) {
    headers['If-Match'] = `"${item.seen}"`;
  }
  const bare = item.blob || item.method === 'DELETE';
  return {body: bare ? undefined : item.body ?? {}, blob: item.blob, headers};
}

/** The page of a proxy, or of a server that just gets a part of it anew, is no answer of ours. */
function isForeign({status, data}) {
  return data === null && (status === 404 || (outcome(status) === 'done' && status !== 204));
}

/** What is not there any more needs not be taken away: it was we whose reply was lost, or somebody else. */
function isDone(item, reply) {
  return item.method === 'DELETE' && reply.status === 404;
}

/**
 * Notes something about an item.
 *
 * @returns {Promise<?Object>} the item as it is now; undefined if it was taken back meanwhile
 */
async function noted(item, more) {
  const tx = (await db()).transaction('outbox', 'readwrite');
  const kept = await tx.store.get(item.n);
  const now = kept && {...kept, ...more};
  if (now) {
    await tx.store.put(now);
  }
  await tx.done;
  return now;
}

/**
 * The server has it.
 *
 * @returns {Promise<?Object>} the answer for want of which the item stays where it is, or null
 */
async function complete(item, data, call) {
  const day = await dayAfter(item, call);
  if (['later', 'signIn'].includes(day && outcome(day.status))) {
    return day;
  }
  await settle(item, data, day?.status === 200 ? day : null);
  return null;
}

/** The server has it: one transaction takes it out and puts what it did into what is shown. */
async function settle(item, data, fresh) {
  const tx = (await db()).transaction(['outbox', 'answers', 'notes'], 'readwrite');
  const outbox = tx.objectStore('outbox');
  const answers = tx.objectStore('answers');
  const others = (await outbox.getAll())
      .filter((other) => other.staff === item.staff && other.n !== item.n);
  noteStep(item, data?.version);
  const before = item.visit ? await answers.get(answerKey(item.staff, dayPath(item.visit))) : null;
  const versions = changedBy(item, before?.data, fresh?.data, data);
  const once = afterSuccess(others, item, data);
  const many = merged(once, afterMany(replaced(others, once), item, versions));
  const changed = item.kind === 'visit.start' && fresh
      ? merged(many, afterArrival(replaced(others, many), item, fresh.data)) : many;
  const known = item.makes && data?.id ? {...item, makes: data.id} : item;
  if (item.visit) {
    const key = answerKey(item.staff, dayPath(item.visit));
    if (fresh) {
      await answers.put({etag: fresh.etag, data: fresh.data}, key);
    } else if (before) {
      const now = versioned(dayWith(before.data, [known]), known, data);
      now.devices.flatMap((device) => device.checks).forEach((check) => {
        check.version = versions.get(`check:${check.id}`) ?? check.version;
      });
      await answers.put({etag: null, data: now}, key);
    }
  }
  if (item.kind.startsWith('photo.')) {
    const key = answerKey(item.staff, photosPath(item.task));
    const photos = await answers.get(key);
    if (photos) {
      await answers.put({etag: null, data: photosAfter(photos.data, item, data)}, key);
    }
  }
  const key = answerKey(item.staff, DIARY);
  const diary = await answers.get(key);
  if (diary) {
    await answers.put(
        {etag: null, data: versioned(diaryWith(diary.data, [known]), known, data)}, key);
  }
  for (const other of changed) {
    await outbox.put(other);
  }
  if (known !== item) {
    await rename(tx.objectStore('notes'), item, known.makes);
  }
  await outbox.delete(item.n);
  await tx.done;
}

/** Notes the name that something got: for addresses, for drafts, and for a watch that runs for it. */
async function rename(notes, item, name) {
  const namesKey = namesNote(item.staff);
  const names = {...await notes.get(namesKey), [item.makes]: name};
  await notes.put(Object.fromEntries(Object.entries(names).slice(-MOST_NAMES)), namesKey);
  const timerKey = timerNote(item.staff);
  const timer = await notes.get(timerKey);
  if (timer?.task === item.makes) {
    await notes.put({...timer, task: name}, timerKey);
  }
}

/** Arrival changes many things at once: the day is asked for anew. */
async function dayAfter(item, call) {
  return item.kind === 'visit.start' ? call('GET', dayPath(item.visit)) : null;
}

/** The items, those that changed as they are now. */
function replaced(items, changed) {
  const byPlace = new Map(changed.map((item) => [item.n, item]));
  return items.map((item) => byPlace.get(item.n) ?? item);
}

/** All that changed, the later change of each. */
function merged(earlier, later) {
  return [...new Map([...earlier, ...later].map((item) => [item.n, item])).values()];
}

/** Keeps the version that the server gave, so that the next action here is not refused. */
function versioned(copy, item, data) {
  if (!Number.isInteger(data?.version)) {
    return copy;
  }
  const [kind, id] = (item.makes ? `task:${item.makes}` : item.object).split(':');
  const all = {
    task: () => copy.tasks ?? [],
    visit: () => [copy.visit, ...(copy.visits ?? [])],
    check: () => (copy.devices ?? []).flatMap((device) => device.checks),
  };
  const found = (all[kind]?.() ?? []).find((each) => each?.id === id);
  if (found) {
    found.version = data.version;
  }
  return copy;
}

/** The server does not take it: unless it has what was wanted, it waits for the person, with both sides. */
async function halt(item, reply, call) {
  const theirs = await asItIs(item, call);
  if ([409, 412].includes(reply.status) && isReached(item, theirs)) {
    return complete(item, theirs, call);
  }
  if (isOnlyReviewed(item, theirs)) {
    await noted(item, {seen: theirs.version});
    return null;
  }
  const trouble = {
    status: reply.status,
    title: reply.data?.title ?? '',
    detail: reply.data?.detail ?? '',
    errors: reply.data?.errors ?? [],
    open: reply.data?.open ?? null,
    theirs,
  };
  await (await db()).put('outbox', {...item, state: 'stopped', trouble});
  return null;
}

/** Whether a dispute went on while its engineer was still to be heard: the answer is as right as before. */
function isOnlyReviewed(item, theirs) {
  return item.kind === 'dispute.answer' && theirs && !theirs.answer && theirs.version !== item.seen;
}

/** What the server has of the object now; null if it does not say. */
async function asItIs(item, call) {
  const [kind, id] = item.object.split(':');
  if (kind === 'photo') {
    const reply = item.kind === 'photo.add' ? null : await call('GET', photosPath(item.task));
    return reply?.data?.items?.find((photo) => photo.id === id) ?? null;
  }
  const path = {
    task: `/tasks/${id}`,
    visit: `/visits/${id}`,
    check: `/visits/${item.visit}/checks/${id}`,
    dispute: `/disputes/${id}`,
  }[kind];
  if (!path) {
    return null;
  }
  const reply = await call('GET', path);
  return reply.status === 200 ? reply.data : null;
}

/**
 * Gets the newest answers: who I am and what I have to do, and everything of the visits that are
 * near, so that they are there without network.
 *
 * @returns {Promise<{status: number, diary: ?Object}>}
 */
export async function refresh(call, staff, wanted = []) {
  const diary = await renew(call, staff, DIARY);
  if (!diary.data || diary.data.me.id !== staff) {
    return {status: diary.status, diary: diary.data};
  }
  const near = nearVisits(diary.data.visits, wanted);
  for (const id of near) {
    const day = await renew(call, staff, dayPath(id));
    if (outcome(day.status) === 'later' || outcome(day.status) === 'signIn') {
      return {status: day.status, diary: diary.data};
    }
    if (day.data?.visit.state === 'SCHEDULED') {
      await foresee(call, staff, id, day.etag);
    }
  }
  await keepOnlyVisits(staff, [...diary.data.visits.map((visit) => visit.id), ...wanted]);
  await keepOnlyListedTasks(staff);
  return {status: 200, diary: diary.data};
}

/** The visits that must be there without network. */
export function nearVisits(visits, wanted) {
  return visits
      .filter((visit) => visit.waiting || wanted.includes(visit.id))
      .map((visit) => visit.id)
      .concat(wanted.filter((id) => !visits.some((visit) => visit.id === id)));
}

/** Gets what arrival would bring, again when the day has changed and now and then. */
async function foresee(call, staff, id, dayTag) {
  const path = expectedPath(id);
  const known = await answer(staff, path);
  if (known?.dayTag === dayTag && Math.abs(Date.now() - known.at) < EXPECTED_FOR) {
    return;
  }
  const headers = known?.etag ? {'If-None-Match': known.etag} : {};
  const reply = await call('GET', path, {headers});
  const asked = {dayTag, at: Date.now()};
  if (reply.status === 304) {
    await keepAnswer(staff, path, {...known, ...asked});
  } else if (reply.status === 200 && reply.data) {
    await keepAnswer(staff, path, {etag: reply.etag, data: reply.data, ...asked});
  }
}

async function renew(call, staff, path) {
  const known = await answer(staff, path);
  const headers = known?.etag ? {'If-None-Match': known.etag} : {};
  const reply = await call('GET', path, {headers});
  if (reply.status === 304) {
    return {status: 200, data: known.data, etag: known.etag};
  }
  if (reply.status === 200 && reply.data) {
    const owner = path === DIARY ? reply.data.me.id : staff;
    await keepAnswer(owner, path, {etag: reply.etag, data: reply.data});
  }
  return {
    status: reply.status, data: reply.status === 200 ? reply.data : null, etag: reply.etag,
  };
}
