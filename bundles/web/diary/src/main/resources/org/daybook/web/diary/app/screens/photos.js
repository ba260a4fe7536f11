/** The photos of a task: sent ones, and those that wait. */

import {act, markPhoto, photoOf, removePhoto} from '../actions.js';
import {aside} from '../aside.js';
import {h} from '../dom.js';
import {icon} from '../icons.js';
import {photosWith} from '../outbox/effects.js';
import {photosPath} from '../outbox/sender.js';
import {button, isClosed, note, unsentMark} from '../parts.js';
import {shrunk} from '../picture.js';
import {changed, dayOf, now} from '../store.js';
import {t} from '../texts.js';

const LONGEST_CAPTION = 300;

const urls = new Map();

/** Why the newest photo of a task could not be taken: {task, text}. */
let trouble = null;

/** Whether the next photo is for the report. */
let inReport = true;

export function photos(task) {
  const kept = task.version === null ? null : aside(photosPath(task.id));
  const waiting = now().items.filter((item) => item.kind === 'photo.add' && item.task === task.id);
  // Photos of a visit stay as they are from its closing on.
  const visit = dayOf(task.visit)?.visit;
  const fixed = Boolean(visit && isClosed(visit));
  forgetUrls();
  return h('section', {class: 'card', key: 'photos'},
      h('h2', null, t('photos')),
      h('ul', {class: 'photos'},
          asShown(kept?.items ?? []).map((photo) => tile(task, photo, sentImage(photo), fixed)),
          asShown(waiting.map(asPhoto)).map(
              (photo, index) => tile(task, photo, waitingImage(waiting[index]), fixed))),
      h('div', {role: 'status', key: 'trouble'},
          trouble?.task === task.id && note('bad', 'warn', t(trouble.text))),
      !fixed && [
        h('div', {class: 'field', key: 'caption'},
            h('label', {for: 'f-caption'}, t('field.caption'),
                h('span', {class: 'hint'}, ` ${t('optional')}`)),
            h('input', {
              id: 'f-caption', type: 'text', name: 'caption', maxlength: LONGEST_CAPTION,
              autocomplete: 'off',
            })),
        h('label', {class: 'check'},
            h('input', {
              type: 'checkbox',
              checked: inReport,
              on: {change: (event) => { inReport = event.target.checked; }},
            }),
            h('span', null, t('photos.next'))),
        h('div', {class: 'actions'},
            picker(task, 'photo', 'photos.add', {capture: 'environment'}),
            picker(task, 'add', 'photos.choose', {})),
      ]);
}

/** A button that opens the camera, or what is on the phone already. */
function picker(task, sign, text, how) {
  return h('label', {class: 'button'},
      icon(sign), h('span', null, t(text)),
      h('input', {
        type: 'file', accept: 'image/*', class: 'unseen', ...how,
        on: {change: (event) => add(task, event.target)},
      }));
}

/** Photos with what is not sent yet. */
function asShown(photos) {
  return photosWith({items: photos}, now().shown).items;
}

/** A photo that waits, as the server would list it. */
function asPhoto(item) {
  return {
    id: item.object.split(':')[1],
    ...photoOf(item),
    version: null,
  };
}

function tile(task, photo, image, fixed) {
  return h('li', {key: photo.id},
      image,
      photo.caption && h('p', {class: 'muted'}, photo.caption),
      unsentMark(`photo:${photo.id}`),
      photo.removed ? h('p', {class: 'muted'}, t('photos.removed')) : !fixed && [
        h('label', {class: 'check'},
            h('input', {
              type: 'checkbox',
              checked: Boolean(photo.inReport),
              on: {change: (event) => markPhoto(task, photo, event.target.checked)},
            }),
            h('span', null, t('photos.inReport'))),
        button('no', t('photos.remove'),
            () => confirm(t('photos.sure')) && removePhoto(task, photo), false,
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
  return h('img', {
    src: urlOf(item), alt: photoOf(item).caption || item.about, width: 120, height: 120,
  });
}

async function add(task, input) {
  const [file] = input.files;
  input.value = '';
  if (!file) {
    return;
  }
  const line = input.closest('section').querySelector('[name=caption]');
  const blob = await orTrouble(task, 'photos.trouble', () => shrunk(file));
  if (blob && await orTrouble(task, 'photos.full', () => act(
      'photo.add', task, {blob, inReport, caption: line.value.trim()}))) {
    line.value = '';
  }
}

/** What comes of some work; null, and a text on the screen, if nothing does. */
async function orTrouble(task, text, work) {
  try {
    const result = await work();
    trouble = null;
    return result;
  } catch (error) {
    console.error(error);
    trouble = {task: task.id, text};
    return null;
  } finally {
    changed();
  }
}

/** The image of a photo that was sent is the server's now. */
function forgetUrls() {
  for (const key of urls.keys()) {
    if (!now().items.some((item) => item.key === key)) {
      URL.revokeObjectURL(urls.get(key));
      urls.delete(key);
    }
  }
}

function urlOf(item) {
  if (!urls.has(item.key)) {
    urls.set(item.key, URL.createObjectURL(item.blob));
  }
  return urls.get(item.key);
}
