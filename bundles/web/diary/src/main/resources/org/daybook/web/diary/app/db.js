/**
 * What this phone keeps: the actions that are not sent yet, the newest answers, and small notes.
 * Everything of a person is kept under their staff id, so that nobody sends or sees what is
 * another's.
 */

import {openDB} from './lib/index.js';

const NAME = 'daybook-diary';

let opened = null;

/**
 * The database; it is made at the first use, and opened anew when the connection was lost. Phones
 * cut pages in the background off from it, and do not always say so.
 */
export async function db() {
  opened ??= open();
  const mine = opened;
  try {
    const database = await mine;
    database.transaction('notes');
    return database;
  } catch (error) {
    forget(mine);
    if (error.name !== 'InvalidStateError') {
      throw error;
    }
    opened ??= open();
    return opened;
  }
}

function open() {
  const mine = openDB(NAME, 1, {
    upgrade(database) {
      // n rises with every action: the order does not depend on the phone's clock.
      database.createObjectStore('outbox', {keyPath: 'n', autoIncrement: true});
      database.createObjectStore('answers');
      database.createObjectStore('notes');
    },
    async blocking() {
      // A newer version of the diary wants to change the database.
      forget(mine);
      (await mine).close();
    },
    terminated() {
      forget(mine);
    },
  });
  return mine;
}

function forget(connection) {
  if (opened === connection) {
    opened = null;
  }
}

/** All actions of a person that are not sent, in their order. */
export async function unsentOf(staff) {
  return (await (await db()).getAll('outbox')).filter((item) => item.staff === staff);
}

/** How many actions of other people wait on this phone. */
export async function unsentOfOthers(staff) {
  return (await (await db()).getAll('outbox')).filter((item) => item.staff !== staff).length;
}

/** The note of the watch that runs for somebody. */
export const timerNote = (staff) => `timer|${staff}`;

/** The note of the names that the server gave to what somebody made here. */
export const namesNote = (staff) => `names|${staff}`;

export async function note(name) {
  return (await db()).get('notes', name);
}

export async function keepNote(name, value) {
  await (await db()).put('notes', value, name);
}

export async function dropNote(name) {
  await (await db()).delete('notes', name);
}

/** The newest answer to a path, as {etag, data}; undefined if there was none. */
export async function answer(staff, path) {
  return (await db()).get('answers', answerKey(staff, path));
}

export async function keepAnswer(staff, path, value) {
  await (await db()).put('answers', value, answerKey(staff, path));
}

/** Forgets what somebody was answered: it can be asked for again. What they did stays. */
export async function forgetAnswers(staff) {
  const database = await db();
  for (const key of await database.getAllKeys('answers')) {
    if (key.startsWith(answerKey(staff, ''))) {
      await database.delete('answers', key);
    }
  }
}

/** Forgets what is kept of tasks that no kept list has any more. */
export async function keepOnlyListedTasks(staff) {
  const database = await db();
  const mine = (await database.getAllKeys('answers')).filter(
      (key) => key.startsWith(answerKey(staff, '')));
  const ofTasks = mine.filter((key) => key.startsWith(answerKey(staff, '/tasks/')));
  if (ofTasks.length === 0) {
    return;
  }
  const listed = new Set();
  for (const key of mine.filter((each) => each.startsWith(answerKey(staff, '/diary')))) {
    (await database.get('answers', key)).data.tasks.forEach((task) => listed.add(task.id));
  }
  for (const key of ofTasks.filter((each) => !listed.has(each.split('/')[2]))) {
    await database.delete('answers', key);
  }
}

/** Forgets what is kept of visits that are not among these any more. */
export async function keepOnlyVisits(staff, ids) {
  const database = await db();
  for (const key of await database.getAllKeys('answers')) {
    const [of, path] = key.split('|');
    const visit = /\/visits\/([^/]+)/.exec(path)?.[1];
    if (of === staff && visit && !ids.includes(visit)) {
      await database.delete('answers', key);
    }
  }
}

export function answerKey(staff, path) {
  return `${staff}|${path}`;
}
