/** What is shown: what this phone keeps of the person, with what is not sent yet worked in. */

import {answer, note, unsentOf, unsentOfOthers} from './db.js';
import {dayWith, diaryWith} from './outbox/effects.js';
import {isHeldBack} from './outbox/queue.js';
import {dayPath, expectedPath} from './outbox/sender.js';

const state = {
  who: null,
  diary: null,
  days: new Map(),
  items: [],
  /** Those of them whose effects are shown. */
  shown: [],
  others: 0,
  timer: null,
  /** What of the network is known: 'unknown', 'fresh', 'sending', 'later', 'signIn'. */
  link: 'unknown',
  update: false,
};

const listeners = new Set();

export function now() {
  return state;
}

/** Is called after each change. */
export function onChange(listener) {
  listeners.add(listener);
}

export function changed() {
  listeners.forEach((listener) => listener());
}

export function set(values) {
  Object.assign(state, values);
  changed();
}

/** Reads everything of the person anew. */
export async function load() {
  const who = await note('who') ?? null;
  const staff = who?.id;
  const items = staff ? await unsentOf(staff) : [];
  // What was refused has changed nothing, and what builds on it neither.
  const shown = items.filter((item) => item.state !== 'stopped' && !isHeldBack(item, items));
  const raw = staff ? (await answer(staff, '/diary'))?.data ?? null : null;
  const days = new Map();
  for (const id of new Set([...(raw?.visits ?? []).map((visit) => visit.id), ...state.days.keys()])) {
    const kept = staff ? await answer(staff, dayPath(id)) : null;
    if (kept) {
      const expected = (await answer(staff, expectedPath(id)))?.data?.items;
      days.set(id, dayWith(kept.data, shown, expected));
    }
  }
  Object.assign(state, {
    who,
    items,
    shown,
    days,
    diary: raw ? diaryWith(raw, shown) : null,
    others: await unsentOfOthers(staff),
    timer: staff ? await note(`timer|${staff}`) ?? null : null,
  });
  changed();
}

/** A visit with everything; null if this phone has not got it. */
export function dayOf(id) {
  return state.days.get(id) ?? null;
}

/** Lets a visit be kept though the diary does not list it. */
export function want(id) {
  if (!state.days.has(id)) {
    state.days.set(id, null);
  }
}

/** The items that are not sent yet and change an object. */
export function unsent(object) {
  return state.items.filter((item) => item.object === object);
}
