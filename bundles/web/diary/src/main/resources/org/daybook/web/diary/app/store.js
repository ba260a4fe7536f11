/** What is shown: what this phone keeps of the person, with what is not sent yet worked in. */

import {answer, namesNote, note, timerNote, unsentOf, unsentOfOthers} from './db.js';
import {dayWith, diaryWith} from './outbox/effects.js';
import {held} from './outbox/queue.js';
import {dayPath, expectedPath} from './outbox/sender.js';
import {forgetSteps, stepsSoFar} from './outbox/steps.js';

const state = {
  who: null,
  diary: null,
  days: new Map(),
  items: [],
  /** Those of them whose effects are shown. */
  shown: [],
  others: 0,
  timer: null,
  /** The server's names for what the phone had names of its own for. */
  names: {},
  /**
   * What of the network is known: 'unknown', 'fresh', 'sending', 'later' (nobody answers),
   * 'server' (it answers that it cannot), 'signIn'.
   */
  link: 'unknown',
  /** Whether somebody is just being asked. */
  running: false,
  /** The visit of the address, which is kept though the diary may not list it. */
  wanted: null,
  update: false,
  /** Whether what was pressed last could not be kept. */
  failed: false,
};

const listeners = new Set();
const LOAD_EVERY = 250;

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
  const steps = stepsSoFar();
  const who = await note('who') ?? null;
  const staff = who?.id;
  const items = staff ? await unsentOf(staff) : [];
  // What was refused has changed nothing, and what builds on it neither.
  const waiting = held(items);
  const shown = items.filter((item) => item.state !== 'stopped' && !waiting.has(item.n));
  const raw = staff ? (await answer(staff, '/diary'))?.data ?? null : null;
  const days = new Map();
  for (const id of new Set([...(raw?.visits ?? []).map((visit) => visit.id), ...wanted()])) {
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
    timer: staff ? await note(timerNote(staff)) ?? null : null,
    names: staff ? await note(namesNote(staff)) ?? {} : {},
  });
  changed();
  // The screens that were drawn by now show them.
  forgetSteps(steps);
}

let due = null;

/** The same, once for all who ask within a moment. */
export function loadSoon() {
  due ??= new Promise((resolve) => { setTimeout(resolve, LOAD_EVERY); }).then(() => {
    due = null;
    return load();
  });
  return due;
}

/** Whether everything has to wait, for want of network or because the server is in trouble. */
export function isLater(link) {
  return link === 'later' || link === 'server';
}

/** A visit with everything; null if this phone has not got it. */
export function dayOf(id) {
  return state.days.get(id) ?? null;
}

/** Lets a visit be kept though the diary does not list it; null for none. */
export function want(id) {
  state.wanted = id;
}

/** The visits that are kept besides those that are near. */
export function wanted() {
  return state.wanted ? [state.wanted] : [];
}

/** The items that are not sent yet and change an object. */
export function unsent(object) {
  return state.items.filter((item) => item.object === object);
}
