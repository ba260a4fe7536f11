/**
 * What is asked for when a screen needs it, beside the day: photos and history of a task. The last
 * answer is kept, so that it is there without network too.
 */

import {call} from './api.js';
import {answer, keepAnswer} from './db.js';
import {changed, now} from './store.js';

const known = new Map();
const asked = new Map();
const FRESH_FOR = 15_000;

/** The newest known answer to a path; null until there is one. It is asked for anew now and then. */
export function aside(path) {
  const staff = now().who?.id;
  const key = `${staff}|${path}`;
  if (staff && Date.now() - (asked.get(key) ?? 0) > FRESH_FOR) {
    asked.set(key, Date.now());
    look(staff, path, key);
  }
  return known.get(key) ?? null;
}

/** Takes up what is kept, which has changed, and asks anew at the next look. */
export async function reread(path) {
  const staff = now().who?.id;
  const kept = await answer(staff, path);
  if (kept) {
    known.set(`${staff}|${path}`, kept.data);
  }
  asked.delete(`${staff}|${path}`);
}

async function look(staff, path, key) {
  if (!known.has(key)) {
    const kept = await answer(staff, path);
    if (kept) {
      known.set(key, kept.data);
      changed();
    }
  }
  const since = asked.get(key);
  const reply = await call('GET', path);
  // What has changed meanwhile is newer than this answer may be.
  if (reply.status === 200 && reply.data && asked.get(key) === since) {
    const isNew = JSON.stringify(known.get(key)) !== JSON.stringify(reply.data);
    known.set(key, reply.data);
    await keepAnswer(staff, path, {etag: null, data: reply.data});
    if (isNew) {
      changed();
    }
  }
}
