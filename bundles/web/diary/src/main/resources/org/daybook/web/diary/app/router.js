/** Which screen an address means. Addresses stand behind the #, so the shell serves them all. */

import {checkForm, deviceScreen, goneForm, skipForm} from './screens/device.js';
import {addDevice, devices} from './screens/devices.js';
import {disputeScreen} from './screens/dispute.js';
import {closing, finish, skipRest} from './screens/finish.js';
import {more} from './screens/more.js';
import {passOn, remote} from './screens/remote.js';
import {taskForm, taskScreen} from './screens/task.js';
import {tasks} from './screens/tasks.js';
import {arrival, missing, today, visitScreen} from './screens/today.js';
import {editUnsent, unsentScreen} from './screens/unsent.js';
import {wishes} from './screens/wishes.js';

const ROUTES = [
  ['/', today],
  ['/v/:visit', visitScreen],
  ['/v/:visit/arrive', arrival],
  ['/v/:visit/wishes', wishes],
  ['/v/:visit/tasks', tasks],
  ['/v/:visit/t/:task', taskScreen],
  ['/v/:visit/t/:task/do/:kind', taskForm],
  ['/v/:visit/devices', devices],
  ['/v/:visit/devices/add', addDevice],
  ['/v/:visit/d/:device', deviceScreen],
  ['/v/:visit/d/:device/gone', goneForm],
  ['/v/:visit/d/:device/skip', skipForm],
  ['/v/:visit/d/:device/c/:check/:answer', checkForm],
  ['/v/:visit/finish', finish],
  ['/v/:visit/finish/skip', skipRest],
  ['/v/:visit/finish/close', closing],
  ['/t/:task', taskScreen],
  ['/t/:task/do/:kind', taskForm],
  ['/disputes/:dispute', disputeScreen],
  ['/remote', remote],
  ['/pass', passOn],
  ['/unsent', unsentScreen],
  ['/unsent/:n', editUnsent],
  ['/more', more],
].map(([pattern, screen]) => [pattern.split('/'), screen]);

/** The screen of an address with what stands in it. */
export function route(hash) {
  const given = (hash.replace(/^#/, '') || '/').split('/');
  for (const [pattern, screen] of ROUTES) {
    const params = match(pattern, given);
    if (params) {
      return {screen, params};
    }
  }
  return {screen: missing, params: {}};
}

/** An address that somebody mistyped leads nowhere, like any other that we have nothing for. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function match(pattern, given) {
  if (pattern.length !== given.length) {
    return null;
  }
  const params = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(':') && given[index] !== '') {
      params[part.slice(1)] = decoded(given[index]);
    } else if (part !== given[index]) {
      return null;
    }
  }
  return params;
}
