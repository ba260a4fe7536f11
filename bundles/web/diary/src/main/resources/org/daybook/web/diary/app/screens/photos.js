/** The photos of a task: sent ones, and those that wait. */

import {act, markPhoto, removePhoto} from '../actions.js';
import {aside} from '../aside.js';
import {h} from '../dom.js';
import {icon} from '../icons.js';
import {photosWith} from '../outbox/effects.js';
import {photosPath} from '../outbox/sender.js';
import {button, note, unsentMark} from '../parts.js';
import {shrunk} from '../picture.js';
import {changed, now} from '../store.js';
import {t} from '../texts.js';

const urls = new Map();
let trouble = null;

/** Whether the next photo is for the report. */
let inReport = true;

export function photos(task) {
  const kept = task.version === null ? null : aside(photosPath(task.id));
  const waiting = now().items.filter((item) => item.kind === 'photo.add' && item.task === task.id);
  return h('section', {class: 'card', key: 'photos'},
      h('h2', null, t('photos')),
      h('ul', {class: 'photos'},
          asShown(kept?.items ?? []).map((photo) => tile(task, photo, sentImage(photo))),
          asShown(waiting.map(asPhoto)).map(
              (photo, index) => tile(task, photo, waitingImage(waiting[index])))),
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

/** Photos with what is not sent yet. */
function asShown(photos) {
  return photosWith({items: photos}, now().shown).items;
}

/** A photo that waits, as the server would list it. */
function asPhoto(item) {
  return {
    id: item.object.split(':')[1],
    inReport: new URLSearchParams(item.path.split('?')[1]).get('inReport') === 'true',
    version: null,
  };
}

function tile(task, photo, image) {
  return h('li', {key: photo.id},
      image,
      unsentMark(`photo:${photo.id}`),
      photo.removed ? h('p', {class: 'muted'}, t('photos.removed')) : [
        h('label', {class: 'check'},
            h('input', {
              type: 'checkbox',
              checked: Boolean(photo.inReport),
              on: {change: (event) => markPhoto(task, photo, event.target.checked)},
            }),
            h('span', null, t('photos.inReport'))),
        button('no', t('photos.remove'), () => removePhoto(task, photo), false,
            {class: 'button small'}),
      ]);
}

function sentImage(photo) {
  return h('a', {href: `/api/v1/photos/${photo.id}.jpg`, target: '_blank', rel: 'noopener'},
      h('img', {
        src: `/api/v1/photos/${photo.id}/thumbnail.jpg`,
        alt: photo.caption || t('photos.one'),
        width: 120,
        height: 120,
        loading: 'lazy',
      }));
}

function waitingImage(item) {
  return h('img', {src: urlOf(item), alt: item.about, width: 120, height: 120});
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
    await act('photo.add', task, {blob, inReport});
  } catch {
    trouble = task.id;
    changed();
  }
}

function urlOf(item) {
  if (!urls.has(item.key)) {
    urls.set(item.key, URL.createObjectURL(item.blob));
  }
  return urls.get(item.key);
}
