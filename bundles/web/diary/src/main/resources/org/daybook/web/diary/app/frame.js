/** What stands around every screen: where I am, what is sent, and where I can go. */

import {h} from './dom.js';
import {watch} from './format.js';
import {icon} from './icons.js';
import {button, isClosed, isUnderWay, linkButton} from './parts.js';
import {isLater, now} from './store.js';
import {t} from './texts.js';

/** Head, screen, messages and navigation. */
export function frame(view, main) {
  return [
    h('a', {class: 'skip', href: '#content', key: 'skip', on: {click: skip}}, t('skip')),
    head(view),
    running(),
    main,
    messages(),
    navigation(view),
  ].filter(Boolean);
}

function skip(event) {
  event.preventDefault();
  document.querySelector('h1')?.focus();
}

function head(view) {
  return h('header', {class: 'top', key: 'top'},
      view.back
          ? h('a', {class: 'tool', href: view.back, 'aria-label': t('back')}, icon('back'))
          : h('a', {class: 'tool', href: '#/more', 'aria-label': t('more.title')}, icon('person')),
      h('span', {class: 'where'}, place(view)),
      chip());
}

function place(view) {
  const visit = now().days.get(view.visit)?.visit;
  return visit?.clientName ?? 'Daybook';
}

/** One word on whether everything is with the server; always in the same place. */
function chip() {
  const {items, link} = now();
  const stopped = items.filter((item) => item.state === 'stopped').length;
  let look = ['good', 'cloud', t('chip.sent')];
  if (stopped > 0) {
    look = ['bad', 'warn', t('chip.stopped', {n: stopped})];
  } else if (link === 'signIn') {
    look = ['watch', 'person', t('signIn')];
  } else if (items.length > 0) {
    look = ['watch', isLater(link) ? 'offline' : 'waiting', t('chip.unsent', {n: items.length})];
  } else if (isLater(link)) {
    look = ['watch', 'offline', t(link === 'later' ? 'chip.offline' : 'chip.server')];
  }
  const [tone, sign, text] = look;
  return h('a', {class: `chip-link ${tone}`, href: '#/unsent', 'data-unsent': items.length},
      icon(sign), h('span', null, text));
}

/** The watch runs on wherever one goes, and is not to be forgotten: it leads back to its task. */
function running() {
  const {timer, who} = now();
  // A specialist has the task, and not the visit that it is on.
  const isOnVisit = timer?.visit && who?.role !== 'SPECIALIST';
  const href = timer && `#${isOnVisit ? `/v/${timer.visit}` : ''}/t/${timer.task}`;
  if (!timer || location.hash === href) {
    return null;
  }
  return h('aside', {'aria-label': t('time.runs'), key: 'running'},
      h('a', {class: 'running', href},
          icon('clock'),
          h('span', {class: 'where'}, timer.title),
          h('span', {class: 'watch', 'data-since': timer.since}, watch(Date.now() - timer.since))));
}

/** What everybody has to know, wherever they are; over the navigation, so that nothing moves. */
function messages() {
  const {failed, link, update, who} = now();
  return h('div', {class: 'messages', role: 'status', key: 'messages'},
      failed && h('div', {class: 'message bad'}, h('span', null, t('keep.failed'))),
      link === 'signIn' && h('div', {class: 'message watch'},
          h('span', null, t(who ? 'signIn.text' : 'signIn.first')),
          linkButton('/login?next=/diary', 'person', t('signIn'), true)),
      update && h('div', {class: 'message plain'},
          h('span', null, t('update.text')),
          button('done', t('update.now'), () => location.reload())));
}

function navigation(view) {
  const {who} = now();
  const visit = view.visit ?? usualVisit();
  const links = [['today', '#/', 'today', view.nav === undefined]];
  if (who?.role === 'SUPPORT') {
    links.push(['remote', '#/remote', 'add', view.nav === 'remote'],
        ['pass', '#/pass', 'way', view.nav === 'pass']);
  } else if (visit && who?.role !== 'SPECIALIST') {
    links.push(
        ['tasks', `#/v/${visit}/tasks`, 'tasks', view.nav === 'tasks'],
        ['devices', `#/v/${visit}/devices`, 'devices', view.nav === 'devices'],
        ['finish', `#/v/${visit}/finish`, 'finish', view.nav === 'finish']);
  } else {
    links.push(['unsent', '#/unsent', 'waiting', view.nav === 'unsent']);
  }
  return h('nav', {class: 'bottom', key: 'bottom', 'aria-label': t('nav')},
      links.map(([name, href, sign, current]) => h('a', {
        href, 'aria-current': current ? 'page' : null,
      }, icon(sign), h('span', null, t(`nav.${name}`)))));
}

/** The visit that "tasks" and "devices" mean where no other is in sight. */
function usualVisit() {
  const {diary, lastVisit} = now();
  const visits = diary?.visits ?? [];
  return (visits.find(isUnderWay)
      ?? visits.find((visit) => visit.id === lastVisit && !isClosed(visit))
      ?? visits.find((visit) => !isClosed(visit)))?.id;
}
