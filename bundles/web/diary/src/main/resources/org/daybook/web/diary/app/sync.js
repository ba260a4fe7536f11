/**
 * When to send: at the start, when the network comes back, when somebody looks at the phone, after
 * every action, and again and again as long as something waits.
 */

import {call, useKey} from './api.js';
import {reread} from './aside.js';
import {forgetAnswers, keepNote, unsentOf} from './db.js';
import {delay} from './outbox/queue.js';
import {alone, historyPath, photosPath, refresh, sendAll} from './outbox/sender.js';
import {isLater, load, loadSoon, now, set, wanted} from './store.js';

const LOOK_EVERY = 60_000;

let failures = 0;
let timer = null;
let running = null;
let again = false;
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('daybook-diary') : null;

export function startSync() {
  addEventListener('online', soon);
  addEventListener('offline', () => set({link: 'later'}));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      soon();
    }
  });
  tabs?.addEventListener('message', () => load());
  soon();
}

/** Sends now, whatever was to be waited for. */
export function soon() {
  failures = 0;
  return sync();
}

/** One round: who is it, send, get the newest. Rounds of this tab follow each other. */
export async function sync() {
  if (running) {
    again = true;
    return running;
  }
  clearTimeout(timer);
  set({running: true});
  running = alone(round).catch((error) => {
    // Whatever it was, what waits is kept, and the next round tries again.
    console.error(error);
    return finish('later');
  });
  const end = await running;
  running = null;
  set({running: again});
  // What cannot be read now is read after the next round, which has to come in any case.
  await load().catch(console.error);
  tabs?.postMessage('changed');
  next(end);
  if (again) {
    again = false;
    return sync();
  }
  return end;
}

async function round() {
  const who = await session();
  if (who.status !== 200) {
    return finish(linkOf(who.status));
  }
  const staff = who.id;
  if ((await unsentOf(staff)).length > 0) {
    set({link: 'sending'});
  }
  const outcome = await sendAll(
      call, staff, told, async () => (await session()).id === staff);
  if (outcome.end === 'later' || outcome.end === 'signIn') {
    return finish(linkOf(outcome.status), outcome.retryAfter);
  }
  const fresh = await refresh(call, staff, wanted());
  // What the server fails over is tried again, and meanwhile withholds nothing that is new.
  return finish(linkOf(fresh.status === 200 && outcome.end === 'postponed'
      ? outcome.status : fresh.status));
}

/** What is kept has changed, by an item that was sent if one is given. */
async function told(item) {
  const task = item?.task ?? /^task:(.+)$/.exec(item?.object)?.[1];
  if (task) {
    await reread(photosPath(task));
    await reread(historyPath(task));
  }
  await loadSoon();
}

/**
 * Who is signed in, and with what key. Where there are no sessions, the diary says who it is.
 *
 * @returns {Promise<{status: number, id: ?string}>}
 */
async function session() {
  const reply = await call('GET', '/session');
  if (reply.status === 200 && reply.data) {
    useKey(reply.data.key ?? null);
    return known(reply.data.staff?.id ?? reply.data.staff, reply.data.name, reply.data.role);
  }
  if (reply.status !== 404) {
    return {status: reply.status === 200 ? 0 : reply.status, id: null};
  }
  const diary = await call('GET', '/diary');
  return diary.status === 200 && diary.data
      ? known(diary.data.me.id, diary.data.me.name, diary.data.me.role)
      : {status: diary.status, id: null};
}

async function known(id, name, role) {
  const {who} = now();
  if (who && who.id !== id) {
    // Somebody else has the phone: what they did and typed waits, what they read does not.
    await forgetAnswers(who.id);
  }
  if (who?.id !== id || who?.role !== role || who?.name !== name) {
    await keepNote('who', {id, name, role});
    await load();
  }
  return {status: 200, id};
}

/** What the status of an answer says of the network. */
function linkOf(status) {
  if (status === 200) {
    return 'fresh';
  }
  return {0: 'later', 401: 'signIn'}[status] ?? 'server';
}

function finish(link, retryAfter = null) {
  set({link});
  failures = isLater(link) ? failures + 1 : 0;
  return {link, retryAfter};
}

function next(end) {
  const link = end?.link ?? 'later';
  if (link === 'signIn') {
    return;
  }
  const wait = isLater(link)
      ? Math.max(delay(failures), (end?.retryAfter ?? 0) * 1000)
      : LOOK_EVERY;
  timer = setTimeout(() => {
    // A phone in a pocket is left alone, unless something waits.
    if (document.visibilityState === 'visible' || now().items.length > 0) {
      sync();
    } else {
      next(end);
    }
  }, wait);
}
