/** Puts everything together: texts, screens, frame, sending, and the next version. */

import {onAction} from './actions.js';
import {startClock} from './clock.js';
import {keepNote, note} from './db.js';
import {h, listen, morphChildren, renameElements} from './dom.js';
import {isTyping, keepDrafts, renameDrafts} from './forms.js';
import {left, watch} from './format.js';
import {frame} from './frame.js';
import {route} from './router.js';
import {load, now, onChange, set, want} from './store.js';
import {soon, startSync} from './sync.js';
import {speak, t, usualLanguage} from './texts.js';

const root = document.getElementById('app');
const scrolled = new Map();
let shownAt = null;

async function start() {
  await speak(usualLanguage());
  listen(root, pressed);
  keepDrafts(root);
  onChange(follow);
  onChange(render);
  onChange(askWho);
  onAction(soon);
  addEventListener('hashchange', moved);
  await startClock();
  await load();
  await remembered();
  moved();
  startSync();
  setInterval(tick, 1000);
  worker();
}

/** What could not be kept is not lost in silence; what works next says that it can be again. */
function pressed(worked) {
  if (now().failed === worked) {
    set({failed: !worked});
  }
}

/** A phone that knows nobody has nothing to show. */
function askWho() {
  const {link, who} = now();
  if (link === 'signIn' && !who) {
    location.replace('/login?next=/diary');
  }
}

/** Whoever opens the app again is where they were at the visit, unless an address says otherwise. */
async function remembered() {
  const visit = await note(`visit|${now().who?.id}`);
  if (visit) {
    set({lastVisit: visit});
  }
}

function moved() {
  const {params} = route(location.hash);
  want(params.visit ?? null);
  if (params.visit) {
    if (params.visit !== now().lastVisit) {
      set({lastVisit: params.visit});
      keepNote(`visit|${now().who?.id}`, params.visit);
    }
    if (!now().days.has(params.visit)) {
      soon();
    }
  }
  if (now().update && !isTyping() && location.hash.replace('#', '').length < 2) {
    location.reload();
    return;
  }
  render();
}

/**
 * What was made here has got the server's name: the address goes along, and what is on the screen,
 * so that whoever is typing does not notice.
 */
function follow() {
  for (const [from, to] of Object.entries(now().names)) {
    renameDrafts(from, to);
    if (location.hash.includes(from)) {
      history.replaceState(history.state, '', location.hash.replace(from, to));
    }
    if (shownAt?.includes(from)) {
      shownAt = shownAt.replace(from, to);
      renameElements(root, from, to);
    }
  }
}

function render() {
  const address = location.hash || '#/';
  const {screen, params} = route(address);
  const view = screen(params);
  const came = shownAt !== address;
  if (came && shownAt !== null) {
    scrolled.set(shownAt, scrollY);
  }
  document.title = `${view.title} · Daybook`;
  // What belongs to another screen is not to be mistaken for this one's: focus and typed texts.
  const main = h('main', {id: 'content', key: address},
      h('div', {class: 'sheet'}, view.content));
  const focused = document.activeElement;
  morphChildren(root, [...frame(view, main)]);
  if (came) {
    const before = shownAt;
    shownAt = address;
    scrollTo(0, scrolled.get(address) ?? 0);
    if (before !== null) {
      root.querySelector('h1')?.focus({preventScroll: true});
    }
  } else if (focused !== document.activeElement) {
    // What was pressed is gone or has moved: whoever uses a keyboard does not begin at the top again.
    (focused.isConnected ? focused : root.querySelector('h1'))?.focus({preventScroll: true});
  }
}

/** The watch and the deadlines run on without everything being drawn again. */
function tick() {
  for (const element of root.querySelectorAll('[data-since]')) {
    element.textContent = watch(Date.now() - Number(element.dataset.since));
  }
  for (const element of root.querySelectorAll('[data-until]')) {
    const text = left(element.dataset.until);
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }
}

/** Keeps the shell on the phone; a newer one is taken over when nobody is in the middle of it. */
async function worker() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  // What is not sent must not be cleared away when the phone needs room.
  navigator.storage?.persist?.();
  const hadOne = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) {
      set({update: true});
    }
  });
  try {
    await navigator.serviceWorker.register('/diary/sw.js', {scope: '/diary', updateViaCache: 'none'});
  } catch {
    // Without it the diary works as long as the page stays open; a browser may forbid it.
  }
}

start().catch((error) => {
  root.replaceChildren(h('main', {class: 'sheet'}, h('h1', null, 'Daybook'),
      h('p', null, t('failed')), h('pre', null, String(error?.message ?? error))));
});
