/** The equipment of the site: a grid to see at a glance what is in order and what is not. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {form} from '../forms.js';
import {icon} from '../icons.js';
import {
  DEVICE_SIGNS, deviceTone, isUnderWay, linkButton, nothing, note, unsentMark,
} from '../parts.js';
import {changed, dayOf} from '../store.js';
import {t} from '../texts.js';
import {missing} from './today.js';

const GROUPS = {
  servers: ['WINDOWS_SERVER', 'LINUX_SERVER'],
  workstations: ['WORKSTATION'],
  others: ['PRINTER', 'NETWORK_DEVICE', 'OTHER'],
};

const FILTERS = ['all', 'todo', 'bad', 'good'];

/** What is chosen stays chosen while somebody goes in and out of the devices of a visit. */
let chosen = {};

export function devices({visit: id}) {
  const day = dayOf(id);
  if (!day) {
    return missing();
  }
  if (chosen.visit !== id) {
    chosen = {visit: id, filter: 'all', search: ''};
  }
  const all = day.devices.filter((device) => !device.gone);
  const wanted = chosen.search.trim().toLowerCase();
  const found = all.filter((device) => wanted === ''
      || [device.name, device.hostname, device.inventoryNumber]
          .some((name) => name?.toLowerCase().includes(wanted)));
  const shown = found.filter(
      (device) => chosen.filter === 'all' || deviceTone(device) === chosen.filter);
  return {
    title: t('devices.title'),
    back: `#/v/${id}`,
    visit: id,
    nav: 'devices',
    content: [
      h('h1', {tabindex: -1}, t('devices.title')),
      day.visit.state === 'SCHEDULED' && note('plain', 'eye', t('devices.before')),
      h('div', {class: 'filters'},
          h('div', {class: 'searching'}, icon('search'), h('input', {
            type: 'search',
            value: chosen.search,
            'aria-label': t('devices.search'),
            placeholder: t('devices.searchHint'),
            autocomplete: 'off',
            on: {input: (event) => choose({search: event.target.value})},
          })),
          h('div', {class: 'chips', role: 'group', 'aria-label': t('filter.state')},
              FILTERS.map((filter) => h('button', {
                type: 'button',
                class: 'chip',
                'aria-pressed': String(chosen.filter === filter),
                on: {click: () => choose({filter})},
              }, `${t(`devices.${filter}`)} ${
                found.filter((d) => filter === 'all' || deviceTone(d) === filter).length}`)))),
      Object.keys(GROUPS).map((group) => grid(id, group,
          shown.filter((device) => GROUPS[group].includes(device.kind)))),
      shown.length === 0 && nothing(t(all.length === 0 ? 'devices.none' : 'devices.notFound')),
      isUnderWay(day.visit) && h('p', {class: 'actions'},
          linkButton(`#/v/${id}/devices/add`, 'add', t('devices.add'))),
    ],
  };
}

/** Equipment as it stands in the grid. */
export function inGridOrder(list) {
  return Object.values(GROUPS).flatMap(
      (kinds) => list.filter((device) => kinds.includes(device.kind)));
}

function choose(what) {
  Object.assign(chosen, what);
  changed();
}

function grid(id, group, list) {
  return list.length > 0 && h('section', {key: group},
      h('h2', null, t(`devices.${group}`), h('span', {class: 'count'}, ` ${list.length}`)),
      h('ul', {class: 'tiles'}, list.map((device) => tile(id, device))));
}

function tile(id, device) {
  const tone = deviceTone(device);
  const open = device.checks.filter((check) => check.state === 'OPEN').length;
  return h('li', {key: device.id}, h('a', {
    class: `tile ${tone}`,
    href: `#/v/${id}/d/${device.id}`,
  },
  h('span', {class: 'line'}, icon(DEVICE_SIGNS[tone]), h('strong', null, device.name)),
  h('span', {class: 'what'}, tone === 'todo' && open > 0 && open < device.checks.length
      ? t('devices.left', {n: open}) : t(`tile.${tone}`)),
  unsentMark(`device:${device.id}`, ...device.checks.map((check) => `check:${check.id}`))));
}

/** A piece of equipment that nobody knew of. */
export function addDevice({visit: id}) {
  const day = dayOf(id);
  if (!day || !isUnderWay(day.visit)) {
    return missing();
  }
  return {
    title: t('devices.add'),
    back: `#/v/${id}/devices`,
    visit: id,
    nav: 'devices',
    content: [
      h('h1', {tabindex: -1}, t('devices.add')),
      h('p', {class: 'lead'}, t('devices.addHint')),
      form('device.add', {
        submit: t('devices.add'),
        sign: 'add',
        done: async (body) => {
          await act('device.add', day.visit, body);
          location.hash = `#/v/${id}/devices`;
        },
      }),
    ],
  };
}

