/** The first screen: what is next, in the words of whoever opens it. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {relativeDay, someDay, time} from '../format.js';
import {icon} from '../icons.js';
import {
  button, facts, isAnswered, isClosed, isUnderWay, linkButton, nothing, note, pill, unsentMark,
  visitPill, waitingFigures, deviceTone,
} from '../parts.js';
import {dayOf, now} from '../store.js';
import {t} from '../texts.js';
import {taskRows} from './tasks.js';

export function today() {
  const {diary, who, link} = now();
  if (!diary) {
    return {
      title: t('today.title'),
      content: [h('h1', {tabindex: -1}, t('today.title')),
        link === 'later' ? note('watch', 'offline', t('nothing.kept')) : nothing(t('loading'))],
    };
  }
  if (who.role === 'SPECIALIST' || who.role === 'SUPPORT') {
    return handed(diary, who);
  }
  const open = diary.visits.filter((visit) => !isClosed(visit)).sort(byUrgency);
  const closed = diary.visits.filter(isClosed).reverse();
  const [first, ...others] = open;
  return {
    title: t('today.title'),
    content: [
      h('h1', {tabindex: -1}, first ? greeting(first) : t('today.title')),
      first ? card(first) : nothing(t('today.free')),
      (who.role === 'MANAGER' || who.role === 'ADMIN')
          && h('p', null, linkButton('/board', 'go', t('to.board'))),
      others.length > 0 && h('section', null,
          h('h2', null, t('today.next')), h('ul', {class: 'rows'}, others.map(row))),
      closed.length > 0 && h('section', null,
          h('h2', null, t('today.closed')), h('ul', {class: 'rows'}, closed.map(row))),
    ],
  };
}

/** What is under way comes first, then emergencies, then what is planned sooner. */
function byUrgency(a, b) {
  const rank = (visit) => (isUnderWay(visit) ? 0 : visit.kind === 'EMERGENCY' ? 1 : 2);
  return rank(a) - rank(b) || a.plannedFor.localeCompare(b.plannedFor);
}

function greeting(visit) {
  if (isUnderWay(visit)) {
    return t('today.here');
  }
  const when = relativeDay(visit.plannedFor, visit.zone);
  return when === t('today') ? t('today.title') : t('today.nextVisit');
}

/** A visit with everything to get there and to begin. */
export function card(visit, isWhole = false) {
  const day = dayOf(visit.id);
  const start = visit.plannedFor;
  return h('section', {class: 'card visit', key: `visit-${visit.id}`},
      h('div', {class: 'line'},
          visit.kind === 'EMERGENCY'
              ? pill('bad', 'warn', t('visit.emergency'))
              : h('span', {class: 'eyebrow'}, t('visit.planned')),
          visitPill(visit), unsentMark(`visit:${visit.id}`)),
      isWhole ? h('h1', {tabindex: -1}, visit.clientName) : h('h2', null,
          h('a', {href: `#/v/${visit.id}`}, visit.clientName)),
      facts([
        [icon2('clock', t('when')), `${relativeDay(start, visit.zone)}, ${time(start, visit.zone)}`],
        visit.dueBy && !visit.arrivedAt
            ? [icon2('warn', t('due.by')), time(visit.dueBy, visit.zone)] : [null, null],
        [icon2('place', t('where')), [visit.siteName, visit.address].filter(Boolean).join(', ')],
      ]),
      visit.contact && person(visit.contact),
      isUnderWay(visit) && day ? progress(day) : waiting(visit, isWhole ? 'h2' : 'h3'),
      actions(visit));
}

function icon2(sign, text) {
  return [icon(sign), h('span', {class: 'unseen'}, text)];
}

function person(contact) {
  return h('div', {class: 'person'},
      h('div', null, h('strong', null, contact.name),
          contact.position && h('span', {class: 'muted'}, contact.position)),
      contact.phone && h('a', {
        class: 'button round',
        href: `tel:${contact.phone.replace(/[^+0-9]/g, '')}`,
        'aria-label': t('call', {name: contact.name, phone: contact.phone}),
      }, icon('call')));
}

export function people(contacts) {
  return contacts.map(person);
}

function waiting(visit, heading) {
  return visit.waiting && h('div', null,
      h(heading, null, t('waits')), waitingFigures(visit.waiting));
}

function progress(day) {
  const tasks = day.tasks.filter((task) => task.state !== 'CANCELLED');
  const devices = day.devices.filter((device) => !device.gone);
  return h('div', {class: 'progress'},
      bar(t('progress.tasks'), tasks.filter(isAnswered).length, tasks.length,
          `#/v/${day.visit.id}/tasks`),
      bar(t('progress.devices'),
          devices.filter((device) => !device.checks.some((check) => check.state === 'OPEN')
              && deviceTone(device) !== 'todo').length,
          devices.length, `#/v/${day.visit.id}/devices`));
}

function bar(name, value, max, href) {
  return h('a', {class: 'bar', href},
      h('span', {class: 'line'}, h('span', null, name),
          h('strong', null, t('of', {value, max}))),
      h('progress', {value, max: Math.max(1, max), 'aria-label': name}));
}

function actions(visit) {
  if (isClosed(visit)) {
    return h('div', {class: 'actions'},
        linkButton(`#/v/${visit.id}/finish`, 'eye', t('see.report')));
  }
  if (isUnderWay(visit)) {
    return h('div', {class: 'actions'},
        linkButton(`#/v/${visit.id}/tasks`, 'tasks', t('go.on'), true),
        linkButton(`#/v/${visit.id}/wishes`, 'wish', t('wishes.add')));
  }
  if (visit.state !== 'SCHEDULED') {
    return null;
  }
  const arrive = button('place', t('arrive'), async () => {
    await act('visit.start', visit);
    location.hash = `#/v/${visit.id}/wishes`;
  }, true);
  if (visit.kind !== 'EMERGENCY') {
    return h('div', {class: 'actions'}, arrive,
        linkButton(`#/v/${visit.id}/tasks`, 'eye', t('prepare')));
  }
  if (!visit.acceptedAt) {
    return h('div', {class: 'actions'},
        button('done', t('accept'), () => act('visit.accept', visit), true), plain(arrive));
  }
  return h('div', {class: 'actions'},
      !visit.onTheWayAt && button('way', t('on.the.way'), () => act('visit.onTheWay', visit), true),
      visit.onTheWayAt ? arrive : plain(arrive));
}

function plain(element) {
  element.classList.remove('main');
  return element;
}

function row(visit) {
  return h('li', {key: visit.id}, h('a', {class: 'row', href: `#/v/${visit.id}`},
      h('span', {class: 'text'},
          h('strong', null, visit.clientName),
          h('span', {class: 'muted'}, `${relativeDay(visit.plannedFor, visit.zone)}, ${
            time(visit.plannedFor, visit.zone)} · ${visit.siteName}`)),
      visit.kind === 'EMERGENCY' && pill('bad', 'warn', t('visit.emergency')),
      visit.state !== 'SCHEDULED' && visitPill(visit)));
}

/** What a specialist or the remote desk has to do. */
function handed(diary, who) {
  const support = who.role === 'SUPPORT';
  return {
    title: t(support ? 'desk.title' : 'handed.title'),
    content: [
      h('h1', {tabindex: -1}, t(support ? 'desk.title' : 'handed.title')),
      support && h('p', null, linkButton('#/remote', 'add', t('remote.title'), true)),
      diary.tasks.length > 0
          ? taskRows(diary.tasks, (task) => `#/t/${task.id}`, true)
          : nothing(t(support ? 'desk.none' : 'handed.none')),
    ],
  };
}

/** One visit, with everybody to call and what else is going on at the client. */
export function visitScreen({visit: id}) {
  const day = dayOf(id);
  const visit = day?.visit ?? now().diary?.visits.find((each) => each.id === id);
  if (!visit) {
    return missing();
  }
  return {
    title: visit.clientName,
    back: '#/',
    visit: id,
    content: [
      card(visit, true),
      day && day.contacts.length > 1 && h('section', {class: 'card'},
          h('h2', null, t('contacts')), people(day.contacts)),
      day && day.projects.length > 0 && h('section', {class: 'card'},
          h('h2', null, t('projects')),
          h('ul', {class: 'plain-list'}, day.projects.map((project) => h('li', null, project.title,
              project.state === 'ON_HOLD' && h('span', {class: 'muted'}, ` (${t('on.hold')})`),
              project.dueAt && h('span', {class: 'muted'},
                  `, ${t('until', {day: someDay(project.dueAt, visit.zone)})}`))))),
      !day && note('watch', 'offline', t('nothing.kept.visit')),
    ],
  };
}

/** What is said of an address that leads nowhere on this phone. */
export function missing() {
  const {link} = now();
  const loading = link === 'unknown' || link === 'sending';
  return {
    title: t('today.title'),
    back: '#/',
    content: [h('h1', {tabindex: -1}, t(loading ? 'loading' : 'missing.title')),
      !loading && nothing(t('missing.text')),
      !loading && h('p', null, linkButton('#/', 'today', t('nav.today')))],
  };
}

