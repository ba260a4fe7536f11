/**
 * The forms of all actions. What is typed is kept until it is sent: a reload, a dead battery or
 * having to sign in again loses nothing.
 */

import {h} from './dom.js';
import {day, duration, endOfWork, formDate} from './format.js';
import {icon} from './icons.js';
import {note} from './parts.js';
import {changed, now} from './store.js';
import {t, word} from './texts.js';

const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
const KINDS = ['WORKSTATION', 'WINDOWS_SERVER', 'LINUX_SERVER', 'PRINTER', 'NETWORK_DEVICE', 'OTHER'];
const QUICK_MINUTES = [5, 15, 30, 60];

/** The drafts that could not be stored when somebody wanted to. */
const failed = new Set();

const line = (name, required = true, max = 300) => ({name, type: 'line', required, max});
const text = (name, required = true) => ({name, type: 'text', required, max: 10_000});
const minutes = (required = false) => ({name: 'minutes', type: 'minutes', required});
const choice = (name, options) => ({name, type: 'choice', required: true, options});

const clients = () => (now().diary?.clients ?? []).map(
    (client) => ({value: client.code, label: client.name}));

/** The fields of each kind of action; one may be called otherwise than what is sent. */
const FIELDS = {
  'visit.wish': [line('title'), {name: 'priority', type: 'priority', usual: 'NORMAL'}],
  'task.done': [text('result', false), minutes()],
  'task.resolveRemotely': [text('result', false), minutes()],
  'task.notDone': [text('reason')],
  'task.carryOver': [text('reason')],
  'task.return': [text('reason')],
  'task.handover': [
    choice('specialist', () => (now().diary?.specialists ?? []).map((person) => ({
      value: person.id,
      label: person.department ? `${person.name}, ${person.department}` : person.name,
    }))),
    text('reason'),
  ],
  'task.comment': [text('text')],
  'task.time': [minutes(true)],
  'dispute.answer': [{...text('text'), label: 'happened', max: 4000}],
  'check.problem': [text('description'), text('action'), {name: 'dueAt', type: 'date'}],
  'check.skip': [text('reason')],
  'device.add': [
    choice('kind', () => KINDS.map((kind) => ({value: kind, label: word('kind', kind)}))),
    line('name'),
    line('hostname', false),
    line('inventoryNumber', false),
  ],
  'device.gone': [text('reason')],
  'device.skip': [text('reason')],
  'remote.pass': [
    choice('client', clients),
    line('asset', false),
    line('title'),
    {...text('description', false), label: 'tried'},
    {name: 'priority', type: 'priority', usual: 'NORMAL'},
    {name: 'dueAt', type: 'date', label: 'due'},
  ],
  'remote.fix': [
    choice('client', clients),
    line('title'),
    text('result'),
    minutes(true),
  ],
};

/** The kind of form that edits what was sent as a kind of action; null if there is none. */
export function formOf(item) {
  if (item.kind === 'check.answer') {
    return {PROBLEM: 'check.problem', SKIPPED: 'check.skip'}[item.body.result] ?? null;
  }
  return isForm(item.kind) ? item.kind : null;
}

/** What an action says besides the fields of its form. */
export function besidesFields(item) {
  const names = FIELDS[formOf(item)].map((field) => field.name);
  return Object.fromEntries(Object.entries(item.body).filter(([name]) => !names.includes(name)));
}

/** What of an action can be shown as its fields: names and values, times in a zone. */
export function shownFields(item, zone) {
  return (FIELDS[formOf(item)] ?? [])
      .map((field) => [label(field), shown(field, item.body?.[field.name], zone)])
      .filter(([, value]) => value !== '');
}

function shown(field, value, zone) {
  if (value === undefined || value === null) {
    return '';
  }
  switch (field.type) {
    case 'choice':
      return field.options().find((option) => option.value === value)?.label ?? value;
    case 'priority':
      return word('priority', value);
    case 'date':
      return day(value, zone);
    case 'minutes':
      return duration(value);
    default:
      return String(value);
  }
}

function label(field) {
  return t(`field.${field.label ?? field.name}`);
}

/** Whether there is such a form. */
export function isForm(kind) {
  return Object.hasOwn(FIELDS, kind);
}

/**
 * A form.
 *
 * @param {string} kind of the fields
 * @param {Object} with values, errors (as the server names them), submit (a text), sign, done
 *     (called with the body), zone (of its dates), draft (what its draft is called)
 */
export function form(kind, {
  values = {}, errors = [], submit, sign = 'done', done, zone, draft = location.hash,
}) {
  return h('form', {
    class: 'form',
    key: `form-${draft}`,
    'data-draft': draft,
    on: {
      submit: (event, element) => {
        event.preventDefault();
        return store(kind, element, done, zone);
      },
    },
  },
  failed.has(draft) && note('bad', 'warn', t('keep.failed')),
  FIELDS[kind].map((field) => fieldOf(field, values, errors, draft, zone)),
  h('button', {type: 'submit', class: 'button main wide'}, icon(sign), h('span', null, submit)));
}

/** Gives away what was typed. Only when that is stored is it taken out of the form. */
async function store(kind, element, done, zone) {
  try {
    await done(read(kind, element, zone), element);
  } catch (error) {
    console.error(error);
    failed.add(element.dataset.draft);
    changed();
    return;
  }
  // The draft may have got another name meanwhile, and so has the element.
  forget(element.dataset.draft);
  failed.delete(element.dataset.draft);
  clear(kind, element);
}

/** What was typed was given away; what is usual is chosen again. */
function clear(kind, element) {
  for (const field of FIELDS[kind]) {
    for (const input of element.querySelectorAll(`[name="${field.name}"]`)) {
      if (input.type === 'radio') {
        input.checked = input.value === field.usual;
      } else {
        input.value = '';
      }
    }
  }
}

function fieldOf(field, values, errors, draft, zone) {
  const id = `f-${field.name}`;
  const error = errors.find((each) => each.field === field.name);
  const kept = draftOf(draft)[field.name];
  const usual = usualOf(field, values, zone);
  const value = kept ?? usual;
  const shared = {
    id,
    name: field.name,
    'data-usual': usual,
    required: Boolean(field.required),
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': error ? `${id}-error` : null,
    autocomplete: 'off',
  };
  if (field.type === 'priority') {
    return priorities(id, label(field), value, usual);
  }
  return h('div', {class: 'field'},
      h('label', {for: id}, label(field),
          !field.required && h('span', {class: 'hint'}, ` ${t('optional')}`)),
      error && h('p', {class: 'problem', id: `${id}-error`}, icon('warn'), ` ${error.message}`),
      input(field, shared, value));
}

/** What stands in a field that nobody has typed into. */
function usualOf(field, values, zone) {
  const value = values[field.name] ?? field.usual ?? '';
  return field.type === 'date' && value !== '' ? formDate(value, zone) : value;
}

function input(field, shared, value) {
  switch (field.type) {
    case 'text':
      return h('textarea', {...shared, rows: 3, maxlength: field.max}, value);
    case 'choice':
      return h('select', shared,
          h('option', {value: ''}, t('choose')),
          field.options().map((option) => h('option',
              {value: option.value, selected: option.value === value}, option.label)));
    case 'date':
      return h('input', {...shared, type: 'date', value});
    case 'minutes':
      return h('div', {class: 'minutes'},
          h('input', {
            ...shared, type: 'number', inputmode: 'numeric', min: 1, max: 1440, step: 1, value,
          }),
          h('div', {class: 'quick', role: 'group', 'aria-label': t('quick.minutes')},
              QUICK_MINUTES.map((amount) => h('button', {
                type: 'button',
                class: 'chip',
                on: {click: (event, element) => add(element, amount)},
              }, `+${amount}`))));
    default:
      return h('input', {...shared, type: 'text', maxlength: field.max, value});
  }
}

function add(element, amount) {
  const target = element.closest('.minutes').querySelector('input');
  target.value = Math.min(1440, (Number(target.value) || 0) + amount);
  target.dispatchEvent(new Event('input', {bubbles: true}));
}

function priorities(id, name, value, usual) {
  return h('fieldset', {class: 'segments'},
      h('legend', null, name),
      PRIORITIES.map((priority) => h('label', {class: 'segment'},
          h('input', {
            type: 'radio',
            name: 'priority',
            value: priority,
            checked: priority === value,
            'data-usual': usual,
          }),
          h('span', null, word('priority', priority)))));
}

function read(kind, element, zone) {
  const given = new FormData(element);
  const body = {};
  for (const field of FIELDS[kind]) {
    const value = String(given.get(field.name) ?? '').trim();
    if (value === '') {
      continue;
    }
    if (field.type === 'minutes') {
      body[field.name] = Number(value);
    } else if (field.type === 'date') {
      body[field.name] = endOfWork(value, zone);
    } else {
      body[field.name] = value;
    }
  }
  return body;
}

const DRAFTS = 'daybook-draft';

function draftKey(name) {
  return `${DRAFTS}|${now().who?.id ?? ''}|${name}`;
}

function draftOf(name) {
  return JSON.parse(localStorage.getItem(draftKey(name)) ?? '{}');
}

function forget(name) {
  localStorage.removeItem(draftKey(name));
}

/** Forgets everything that the person typed and did not give away. */
export function forgetDrafts() {
  Object.keys(localStorage).filter((key) => key.startsWith(draftKey(''))).forEach(
      (key) => localStorage.removeItem(key));
}

/** Lets drafts that have a name in theirs go along when it changes. */
export function renameDrafts(from, to) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(DRAFTS) && key.includes(from)) {
      localStorage.setItem(key.replace(from, to), localStorage.getItem(key));
      localStorage.removeItem(key);
    }
  }
}

/**
 * Keeps what is typed, as it is typed. To be called once. What stands in a field by itself is not
 * kept: a watch goes on, and the draft would hold it at the minute of the first letter.
 */
export function keepDrafts(root) {
  root.addEventListener('input', (event) => {
    const element = event.target.closest('form[data-draft]');
    if (!element) {
      return;
    }
    const typed = [...element.elements].filter((each) => each.name
        && (each.type !== 'radio' || each.checked) && each.value !== each.dataset.usual);
    if (typed.length === 0) {
      forget(element.dataset.draft);
    } else {
      localStorage.setItem(draftKey(element.dataset.draft), JSON.stringify(
          Object.fromEntries(typed.map((each) => [each.name, each.value]))));
    }
  });
}

/** Whether somebody is in the middle of typing: a new version waits for them. */
export function isTyping() {
  return [...document.querySelectorAll('form[data-draft]')]
      .some((element) => localStorage.getItem(draftKey(element.dataset.draft)));
}
