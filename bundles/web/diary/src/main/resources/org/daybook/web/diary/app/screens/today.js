/** The first screen: what is next, in the words of whoever opens it. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {date, isToday, left, relativeDay, someDay, time, timeOrDay} from '../format.js';
import {icon} from '../icons.js';
import {
  button, facts, isAnswered, isClosed, isUnderWay, linkButton, nothing, note, pill, unsentMark,
  visitPill, waitingFigures, deviceTone,
} from '../parts.js';
import {dayOf, isLater, now} from '../store.js';
import {t} from '../texts.js';
import {disputes} from './dispute.js';
import {taskRows} from './tasks.js';

export function today() {
  const {diary, who, link} = now();
  if (!diary) {
    return {
      title: t('today.title'),
      content: [h('h1', {tabindex: -1}, t('today.title')),
        isLater(link) ? note('watch', 'offline', t('nothing.kept')) : nothing(t('loading'))],
    };
  }
  if (who.role === 'SPECIALIST' || who.role === 'SUPPORT') {
    return handed(diary, who);
  }
  const calls = diary.visits.filter(isCall).sort(byDeadline);
  const open = diary.visits.filter((visit) => !isClosed(visit) && !isCall(visit)).sort(byUrgency);
  const closed = diary.visits.filter(isClosed).reverse();
  // Nobody is to think of the visit to come while somebody else waits for help.
  const first = calls.length === 0 || open.some(isUnderWay) ? open[0] : undefined;
  const others = open.filter((visit) => visit !== first);
  return {
    title: t('today.title'),
    content: [
      calls.length > 0 && [
        h('h1', {tabindex: -1}, t('today.call')),
        calls.map((visit) => card(visit)),
        first && h('h2', null, greeting(first)),
      ],
      calls.length === 0
          && h('h1', {tabindex: -1}, first ? greeting(first) : t('today.title')),
      first ? card(first) : calls.length === 0 && nothing(t('today.free')),
      (who.role === 'MANAGER' || who.role === 'ADMIN')
          && h('p', null, linkButton('/board', 'go', t('to.board'))),
      disputes(),
      others.length > 0 && h('section', null,
          h('h2', null, t('today.next')), h('ul', {class: 'rows'}, others.map(row))),
      closed.length > 0 && h('section', null,
          h('h2', null, t('today.closed')), h('ul', {class: 'rows'}, closed.map(row))),
    ],
  };
}

/** Whether somebody waits for help and nobody is there. */
function isCall(visit) {
  return visit.kind === 'EMERGENCY' && !isClosed(visit) && !isUnderWay(visit);
}

function byDeadline(a, b) {
  return (a.dueBy ?? a.plannedFor).localeCompare(b.dueBy ?? b.plannedFor);
}

/** What is under way comes first, then what is planned sooner. */
function byUrgency(a, b) {
  return Number(isUnderWay(b)) - Number(isUnderWay(a)) || a.plannedFor.localeCompare(b.plannedFor);
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
  return h('section', {
    class: isCall(visit) ? 'card visit bad-edge call' : 'card visit', key: `visit-${visit.id}`,
  },
      h('div', {class: 'line'},
          visit.kind === 'EMERGENCY'
              ? pill('bad', 'warn', t('visit.emergency'))
              : h('span', {class: 'eyebrow'}, t('visit.planned')),
          visitPill(visit), unsentMark(`visit:${visit.id}`)),
      isWhole ? h('h1', {tabindex: -1}, visit.clientName) : h('h2', null,
          h('a', {href: `#/v/${visit.id}`}, visit.clientName)),
      deadline(visit),
      facts([
        [icon2('clock', t('when')), `${relativeDay(start, visit.zone)}, ${time(start, visit.zone)}`],
        [icon2('place', t('where')), place(visit)],
      ]),
      visit.contact && person(visit.contact),
      isUnderWay(visit) && day ? progress(day)
          : !isClosed(visit) && waiting(visit, isWhole ? 'h2' : 'h3'),
      actions(visit));
}

/** Where it is; the address leads to a map, if the operator names one. */
function place({siteName, address}) {
  const search = document.querySelector('meta[name="map-search"]')?.content;
  if (!address || !search) {
    return [siteName, address].filter(Boolean).join(', ');
  }
  return h('span', null, siteName && `${siteName}, `, h('a', {
    href: search + encodeURIComponent(address), target: '_blank', rel: 'noopener noreferrer',
  }, address));
}

function deadline(visit) {
  return isCall(visit) && visit.dueBy && h('p', {class: 'deadline'}, icon('clock'),
      h('span', null, t('due.by', {time: timeOrDay(visit.dueBy, visit.zone)}), ' ',
          h('span', {'data-until': visit.dueBy}, left(visit.dueBy))));
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
        href: dialled(contact.phone),
        'aria-label': t('call', {name: contact.name, phone: contact.phone}),
      }, icon('call')));
}

const EXTENSION = /[,;]?\s*(?:доб|ext)\p{L}*\.?|[,;#]/iu;

/** An extension is dialled after a pause; a second number is none. */
function dialled(phone) {
  const [number, more] = phone.split(EXTENSION).map((part) => part.replace(/[^+0-9]/g, ''));
  return `tel:${number}${/^\d{1,6}$/.test(more) ? `,${more}` : ''}`;
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
  const prepare = (main) => linkButton(`#/v/${visit.id}/tasks`, 'eye', t('prepare'), main);
  if (isOfAnotherDay(visit)) {
    return h('div', {class: 'actions'}, prepare(true),
        // A button, so that a second tap is not taken for the answer to what is asked then.
        button('place', t('arrive'), async () => {
          location.hash = `#/v/${visit.id}/arrive`;
        }, false, {key: 'arrive'}));
  }
  const arrive = button('place', t('arrive'), () => arriveAt(visit), true, {key: 'arrive'});
  if (visit.kind !== 'EMERGENCY') {
    return h('div', {class: 'actions'}, arrive, prepare(false));
  }
  if (!visit.acceptedAt) {
    return h('div', {class: 'actions'},
        button('done', t('accept'), () => act('visit.accept', visit), true, {key: 'accept'}),
        plain(arrive));
  }
  return h('div', {class: 'actions'},
      !visit.onTheWayAt && button('way', t('on.the.way'), () => act('visit.onTheWay', visit), true,
          {key: 'on-the-way'}),
      visit.onTheWayAt ? arrive : plain(arrive));
}

async function arriveAt(visit) {
  await act('visit.start', visit);
  location.hash = `#/v/${visit.id}/wishes`;
}

/** An emergency is for now, whenever it was raised. */
function isOfAnotherDay(visit) {
  return visit.kind !== 'EMERGENCY' && !isToday(visit.plannedFor, visit.zone);
}

/** A visit of another day is not begun by a tap too many. */
export function arrival({visit: id}) {
  const visit = dayOf(id)?.visit ?? now().diary?.visits.find((each) => each.id === id);
  if (visit?.state !== 'SCHEDULED') {
    return visitScreen({visit: id});
  }
  return {
    title: t('arrive'),
    back: `#/v/${id}`,
    visit: id,
    content: [
      h('p', {class: 'eyebrow'}, visit.clientName),
      h('h1', {tabindex: -1}, t('arrive.ask', {
        day: isToday(visit.plannedFor, visit.zone)
            ? t('today').toLowerCase() : date(visit.plannedFor, visit.zone),
      })),
      h('div', {class: 'actions'},
          button('place', t('arrive.now'), () => arriveAt(visit), true, {key: 'arrive'}),
          linkButton(`#/v/${id}`, 'back', t('arrive.notYet'))),
    ],
  };
}

function plain(element) {
  element.classList.remove('main');
  return element;
}

function row(visit) {
  return h('li', {key: visit.id}, h('a', {class: 'row wraps', href: `#/v/${visit.id}`},
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
      support && h('p', {class: 'actions'}, linkButton('#/remote', 'add', t('remote.title'), true),
          linkButton('#/pass', 'way', t('pass.title'))),
      diary.tasks.length > 0
          ? taskRows(diary.tasks, (task) => `#/t/${task.id}`, {withClient: true})
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
  const {link, running, wanted, days} = now();
  const loading = link === 'unknown' || link === 'sending'
      || (running && wanted !== null && !days.has(wanted));
  return {
    title: t('today.title'),
    back: '#/',
    content: [h('h1', {tabindex: -1}, t(loading ? 'loading' : 'missing.title')),
      !loading && nothing(t('missing.text')),
      !loading && h('p', null, linkButton('#/', 'today', t('nav.today')))],
  };
}

