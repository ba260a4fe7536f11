/** The photos of a task: sent ones, and those that wait. */

import {act} from '../actions.js';
import {call} from '../api.js';
import {aside, stale} from '../aside.js';
import {h} from '../dom.js';
import {icon} from '../icons.js';
import {note, unsentMark} from '../parts.js';
import {shrunk} from '../picture.js';
import {changed, now} from '../store.js';
import {t} from '../texts.js';

const urls = new Map();
let trouble = null;

/** Whether the next photo is for the report. */
let inReport = true;

export function photos(task) {
  const path = `/tasks/${task.id}/photos`;
  const waiting = now().items.filter((item) => item.kind === 'photo.add' && item.task === task.id);
  const sent = task.version === null ? [] : (aside(path)?.items ?? []);
  return h('section', {class: 'card', key: 'photos'},
      h('h2', null, t('photos')),
      h('ul', {class: 'photos'},
          sent.map((photo) => sentPhoto(photo, path)),
          waiting.map((item) => h('li', {key: item.key},
              h('img', {src: urlOf(item), alt: item.about, width: 120, height: 120}),
              unsentMark(item.object)))),
      trouble === task.id && note('bad', 'warn', t('photos.trouble')),
      h('label', {class: 'check'},
          h('input', {
            type: 'checkbox',
            checked: inReport,
            on: {change: (event) => { inReport = event.target.checked; }},
          }),
          h('span', null, t('photos.next'))),
      h('label', {class: 'button'},
          icon('photo'), h('span', null, t('photos.add')),
          h('input', {
            type: 'file', accept: 'image/*', capture: 'environment', class: 'unseen',
            on: {change: (event) => add(task, event.target)},
          })));
}

function sentPhoto(photo, path) {
  return h('li', {key: photo.id},
      h('a', {href: `/api/v1/photos/${photo.id}.jpg`, target: '_blank', rel: 'noopener'},
          h('img', {
            src: `/api/v1/photos/${photo.id}/thumbnail.jpg`,
            alt: photo.caption || t('photos.one'),
            width: 120,
            height: 120,
            loading: 'lazy',
          })),
      h('label', {class: 'check'},
          h('input', {
            type: 'checkbox',
            checked: Boolean(photo.inReport),
            on: {change: (event) => mark(photo, event.target, path)},
          }),
          h('span', null, t('photos.inReport'))),
      h('button', {
        type: 'button',
        class: 'button small',
        on: {click: () => remove(photo, path)},
      }, icon('no'), h('span', null, t('photos.remove'))));
}

async function add(task, input) {
  const [file] = input.files;
  input.value = '';
  if (!file) {
    return;
  }
  try {
    const blob = await shrunk(file);
    trouble = null;
    await act('photo.add', task, {blob, inReport, caption: ''});
  } catch {
    trouble = task.id;
    changed();
  }
}

/** A mark is a small thing that needs the network; what cannot be sent is taken back at once. */
async function mark(photo, box, path) {
  const reply = await call('PATCH', `/photos/${photo.id}`, {
    body: {inReport: box.checked},
    headers: photo.version ? {'If-Match': `"${photo.version}"`} : {},
  });
  if (reply.status !== 200) {
    box.checked = !box.checked;
  }
  stale(path);
  changed();
}

async function remove(photo, path) {
  await call('DELETE', `/photos/${photo.id}`, {headers: {'If-Match': `"${photo.version}"`}});
  stale(path);
  changed();
}

function urlOf(item) {
  if (!urls.has(item.key)) {
    urls.set(item.key, URL.createObjectURL(item.blob));
  }
  return urls.get(item.key);
}
