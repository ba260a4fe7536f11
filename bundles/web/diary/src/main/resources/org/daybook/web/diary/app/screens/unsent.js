/** What the server has not got yet, and what it refused: both sides, and three ways on. */

import {drop, isUntimely, sendEdited, sendOver} from '../actions.js';
import {h} from '../dom.js';
import {dayAndTime} from '../format.js';
import {besidesFields, form, formOf, shownFields} from '../forms.js';
import {icon} from '../icons.js';
import {button, facts, linkButton, note, pill} from '../parts.js';
import {held, waitingFor, withMade} from '../outbox/queue.js';
import {dayOf, isLater, now} from '../store.js';
import {soon} from '../sync.js';
import {t, word} from '../texts.js';
import {missing} from './today.js';

export function unsentScreen() {
  const {items, link, others} = now();
  const stopped = items.filter((item) => item.state === 'stopped');
  const waiting = items.filter((item) => item.state !== 'stopped');
  const heldBack = held(items);
  return {
    title: t('unsent.title'),
    back: '#/',
    nav: 'unsent',
    content: [
      h('h1', {tabindex: -1}, t('unsent.title')),
      link === 'signIn' && note('watch', 'person', t('signIn.text'),
          h('p', null, linkButton('/login?next=/diary', 'person', t('signIn'), true))),
      isLater(link) && note('watch', 'offline', t(link === 'later' ? 'unsent.offline' : 'unsent.server')),
      items.length === 0 && note('good', 'done', t('unsent.none')),
      stopped.length > 0 && h('section', null,
          h('h2', null, t('unsent.stopped', {n: stopped.length})),
          stopped.map((item) => conflict(item, items))),
      waiting.length > 0 && h('section', null,
          h('h2', null, t('unsent.waiting', {n: waiting.length})),
          h('ul', {class: 'rows'}, waiting.map((item) => h('li', {key: item.key},
              h('div', {class: 'row'},
                  h('span', {class: 'text'},
                      h('strong', null, t(`did.${item.kind}`)),
                      h('span', {class: 'muted'}, `${item.about} · ${dayAndTime(item.at)}`)),
                  heldBack.has(item.n) && pill('watch', 'later', t('unsent.heldBack')))))),
          h('p', {class: 'actions'}, button('waiting', t('unsent.now'), soon))),
      others > 0 && note('plain', 'person', t('unsent.others', {n: others})),
    ],
  };
}

function conflict(item, items) {
  const {trouble} = item;
  const after = waitingFor(item, items);
  const mine = withMade(item, items);
  const editable = formOf(item) !== null;
  return h('article', {class: 'card bad-edge', key: item.key},
      h('h3', null, t(`did.${item.kind}`), ': ', item.about),
      h('p', {class: 'bad-text'}, icon('warn'), ' ', why(item)),
      trouble.detail && h('p', {class: 'muted', lang: 'en'}, trouble.detail),
      trouble.errors.length > 0 && h('ul', {class: 'plain-list'}, trouble.errors.map((error) => h(
          'li', null, `${word('field', error.field)}: ${error.message}`))),
      h('div', {class: 'sides'},
          h('div', null, h('h4', null, t('side.mine')),
              h('p', {class: 'muted'}, dayAndTime(item.at)),
              facts(shownFields(item, zoneOf(item))) ?? h('p', null, said(item))),
          trouble.theirs && h('div', null, h('h4', null, t('side.theirs')),
              facts(theirs(item, trouble.theirs)))),
      after.length > 0 && h('p', {class: 'muted'}, t('unsent.after', {n: after.length})),
      h('div', {class: 'actions'},
          [404, 413, 415].includes(trouble.status) ? null : over(item, items),
          trouble.open && linkButton(`#/v/${item.visit}/finish`, 'finish', t('finish.title')),
          editable && linkButton(`#/unsent/${item.n}`, 'wish', t('resolve.edit')),
          button('no', t('resolve.drop', {n: mine.length}), () => dropAll(mine), false, {key: 'drop'}),
          after.length >= mine.length && button('no', t('resolve.dropAfter', {n: after.length + 1}),
              () => dropAll([item, ...after]), false, {key: 'drop-after'})));
}

/** What was done where there are no fields to show it. */
function said(item) {
  return item.kind === 'photo.mark' ? inReport(item.body) : t(`did.${item.kind}`);
}

function inReport(photo) {
  return t(photo.inReport ? 'photos.shown' : 'photos.hidden');
}

function over(item, items) {
  const usual = item.trouble.theirs ? 'resolve.over' : 'resolve.again';
  return button('waiting', t(isUntimely(item) ? 'resolve.now' : usual),
      () => sendOver(item, items), true);
}

/** The zone of an item's visit; undefined if it has none here, which means the phone's. */
function zoneOf(item) {
  return dayOf(item.visit)?.visit.zone;
}

/** What cannot be brought back is asked for, if it is more than the thing that is looked at. */
async function dropAll(items) {
  if (items.length === 1 || confirm(t('resolve.sure', {n: items.length}))) {
    await drop(items);
  }
}

/** Why the server refused, in plain words; what it says itself stands below. */
function why(item) {
  const {status, open, more} = item.trouble;
  if (item.trouble.why) {
    return t(`why.${item.trouble.why}`, {n: more});
  }
  if (open) {
    return t('why.open', {n: open.length});
  }
  if (item.kind === 'device.add' && status === 409) {
    return t('why.deviceKnown');
  }
  // Somebody else was faster, or the state of the thing does not allow it any more.
  const version = item.trouble.theirs?.version;
  if (status === 409 || status === 412) {
    return item.seen !== null && version !== undefined && version !== item.seen
        ? t('why.changed') : t('why.refused');
  }
  return {
    403: t('why.forbidden'),
    404: t('why.gone'),
    413: t('why.large'),
    422: t('why.invalid'),
    400: t('why.invalid'),
    500: t('why.stumbles'),
  }[status] ?? t('why.other');
}

function theirs(item, value) {
  const [kind] = item.object.split(':');
  if (kind === 'photo') {
    return [[t('photos.one'), inReport(value)]];
  }
  if (kind === 'dispute') {
    return [[t('field.happened'), value.answer]];
  }
  const groups = {task: 'task', visit: 'visit', check: 'check'};
  return [
    [t('fact.state'), word(groups[kind], value.state)],
    [t('field.result'), value.result],
    [t('field.reason'), value.reason],
    [t('field.description'), kind === 'check' ? value.description : null],
    [t('field.action'), value.action],
    [t('fact.specialist'), value.specialistName],
    [t('fact.engineer'), kind === 'visit' ? value.engineerName : null],
  ];
}

/** An item that was refused, to be changed and sent again. */
export function editUnsent({n}) {
  const item = now().items.find((each) => each.n === Number(n));
  const kind = item && formOf(item);
  if (!kind) {
    return missing();
  }
  return {
    title: t('resolve.edit'),
    back: '#/unsent',
    nav: 'unsent',
    content: [
      h('p', {class: 'eyebrow'}, item.about),
      h('h1', {tabindex: -1}, t(`did.${item.kind}`)),
      form(kind, {
        values: item.body,
        zone: zoneOf(item),
        errors: item.trouble?.errors ?? [],
        submit: t('resolve.send'),
        sign: 'waiting',
        done: async (body) => {
          // A field that was emptied is not among these.
          await sendEdited(item, {...besidesFields(item), ...body});
          location.hash = '#/unsent';
        },
      }),
    ],
  };
}
