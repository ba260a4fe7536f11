import {equal, run, test} from './harness.js';

const base = new URLSearchParams(location.search).get('base');
const {act, startTimer} = await import(`${base}/actions.js`);
const {db, keepAnswer, keepNote, unsentOf} = await import(`${base}/db.js`);
const {h, listen, morphChildren} = await import(`${base}/dom.js`);
const {endOfWork, formDate} = await import(`${base}/format.js`);
const {form, isTyping, keepDrafts} = await import(`${base}/forms.js`);
const {dayPath, sendAll} = await import(`${base}/outbox/sender.js`);
const {load, now} = await import(`${base}/store.js`);
const {speak} = await import(`${base}/texts.js`);

await speak('en');

/** A page of its own, as it is drawn again and again. */
function page() {
  const root = h('div', null);
  document.body.append(root);
  listen(root);
  keepDrafts(root);
  return root;
}

/** Something that takes as long as the test wants. */
function deed() {
  const it = {times: 0};
  it.run = () => {
    it.times += 1;
    return new Promise((resolve, reject) => Object.assign(it, {resolve, reject}));
  };
  return it;
}

function tapped(element, x) {
  element.dispatchEvent(new MouseEvent('click', {
    bubbles: true, cancelable: true, detail: 1, clientX: x, clientY: 5,
  }));
}

async function empty() {
  const database = await db();
  for (const store of ['outbox', 'answers', 'notes']) {
    await database.clear(store);
  }
  localStorage.clear();
  await keepNote('who', {id: 'me', name: 'Peter', role: 'ENGINEER'});
  await load();
}

const day = {
  visit: {id: 'v1', state: 'ON_SITE', version: 2, clientName: 'Client', zone: 'Europe/Moscow'},
  contacts: [], tasks: [], devices: [], projects: [], open: [],
};

test('aSecondTapDoesNothingTwice', async () => {
  const accept = deed();
  const root = page();
  const button = h('button', {type: 'button', on: {click: accept.run}}, 'accept');
  root.append(button);
  tapped(button, 100);
  tapped(button, 200);
  equal(accept.times, 1);
});

test('aSecondTapDoesNotPressWhatStandsThereByNow', async () => {
  const [accept, setOut] = [deed(), deed()];
  const root = page();
  root.append(h('button', {type: 'button', key: 'accept', on: {click: accept.run}}, 'accept'));
  tapped(root.firstChild, 300);
  accept.resolve();
  morphChildren(root, [
    h('button', {type: 'button', key: 'way', on: {click: setOut.run}}, 'set out'),
    h('button', {type: 'button', key: 'other', on: {click: setOut.run}}, 'something else'),
  ]);
  tapped(root.firstChild, 305);
  equal([accept.times, setOut.times], [1, 0]);
  tapped(root.lastChild, 400);
  equal(setOut.times, 1);
});

test('aSecondTapOnALinkPressesNothingOfTheNextScreen', async () => {
  const allOk = deed();
  const root = page();
  root.append(h('a', {href: location.hash || '#'}, h('span', null, 'next device')));
  tapped(root.querySelector('span'), 600);
  morphChildren(root, [h('button', {type: 'button', on: {click: allOk.run}}, 'all in order')]);
  tapped(root.firstChild, 603);
  equal(allOk.times, 0);
  tapped(root.firstChild, 700);
  equal(allOk.times, 1);
});

test('aFormIsGivenAwayOnceAndReadyForTheNextThen', async () => {
  const record = deed();
  const root = page();
  root.append(form('visit.wish', {submit: 'record', done: record.run, draft: 'wish'}));
  root.querySelector('input').value = 'A quiet fan';
  root.firstChild.requestSubmit();
  root.firstChild.requestSubmit();
  equal(record.times, 1);
  record.resolve();
  await until(() => root.querySelector('input').value === '');
  root.querySelector('input').value = 'Another screen';
  await until(() => {
    root.firstChild.requestSubmit();
    return record.times === 2;
  });
});

test('whatIsTypedStaysIfItCannotBeStored', async () => {
  await empty();
  const record = deed();
  const root = page();
  const drawn = () => form('visit.wish', {submit: 'record', done: record.run, draft: 'full'});
  root.append(drawn());
  const line = root.querySelector('input');
  line.value = 'A quiet fan';
  line.dispatchEvent(new Event('input', {bubbles: true}));
  equal(isTyping(), true);
  root.firstChild.requestSubmit();
  record.reject(new DOMException('no room', 'QuotaExceededError'));
  await until(() => drawn().querySelector('.note'));
  equal([line.value, drawn().querySelector('input').value], ['A quiet fan', 'A quiet fan']);
});

test('aDraftHoldsOnlyWhatSomebodyTyped', async () => {
  await empty();
  const root = page();
  root.append(form('task.done', {values: {minutes: 7}, submit: 'done', draft: 'd', done: () => {}}));
  const text = root.querySelector('textarea');
  text.value = 'mended';
  text.dispatchEvent(new Event('input', {bubbles: true}));
  const later = form('task.done', {values: {minutes: 9}, submit: 'done', draft: 'd', done: () => {}});
  equal([later.querySelector('textarea').value, later.querySelector('[name=minutes]').value],
      ['mended', '9']);
  text.value = '';
  text.dispatchEvent(new Event('input', {bubbles: true}));
  equal(isTyping(), false);
});

test('datesAreThoseOfTheClient', () => {
  equal(['Europe/Moscow', 'Asia/Vladivostok', 'America/New_York', 'UTC'].map(
      (zone) => endOfWork('2026-03-12', zone)), ['2026-03-12T15:00:00.000Z',
    '2026-03-12T08:00:00.000Z', '2026-03-12T22:00:00.000Z', '2026-03-12T18:00:00.000Z']);
  equal(formDate('2026-03-12T21:30:00Z', 'Europe/Moscow'), '2026-03-13');
});

test('whatGetsANameOfTheServerKeepsScreenTextAndWatch', async () => {
  await empty();
  await keepAnswer('me', '/diary', {etag: null, data: {
    me: {id: 'me'}, visits: [{...day.visit}], tasks: [], specialists: [], clients: [],
  }});
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day});
  await load();
  await act('visit.wish', day.visit, {title: 'A quiet fan', priority: 'NORMAL'});
  const [wish] = await unsentOf('me');
  const mine = now().days.get('v1').tasks[0];
  await startTimer(mine);
  await opened(`#/v/v1/t/${wish.makes}`);
  const text = document.querySelector('#app textarea');
  text.focus();
  text.value = 'It is loud';
  text.dispatchEvent(new Event('input', {bubbles: true}));

  await sendAll(async (method) => (method === 'POST'
    ? {status: 201, data: {id: 'T1', version: 1}} : {status: 0, data: null}), 'me');
  await load();

  equal(location.hash, '#/v/v1/t/T1');
  equal([document.querySelector('#app h1').textContent, document.activeElement === text, text.value],
      ['A quiet fan', true, 'It is loud']);
  equal(now().timer.task, 'T1');
  await act('task.start', mine);
  equal((await unsentOf('me')).map((item) => [item.object, item.path]),
      [['task:T1', '/tasks/T1/start']]);
  text.form.requestSubmit();
  await until(() => text.value === '');
  equal((await unsentOf('me')).map((item) => item.path), ['/tasks/T1/start', '/tasks/T1/comment']);
  equal(Object.keys(localStorage), []);
});

test('everyScreenIsDrawnWhateverTheAddressSays', async () => {
  await empty();
  const at = '2026-03-12T06:00:00Z';
  const task = {
    id: 'a', title: 'Printer', state: 'RETURNED', visit: 'v1', source: 'client', priority: 'HIGH',
    dueAt: at, createdAt: at, occurrences: 2, carriedOver: 1, minutes: 5, version: 1,
    comments: [{by: 'Peter', at, text: 'loud'}],
  };
  const device = {
    id: 'd', name: 'PC', kind: 'WORKSTATION', verdict: 'RED',
    reasons: [{what: 'PROBLEM', problem: 'disk', since: at, dueAt: at}],
    checks: ['OPEN', 'OK', 'PROBLEM', 'SKIPPED'].map((state, index) => (
      {id: `c${index}`, item: `i${index}`, title: state, state, mandatory: true, dueAt: at, version: 1})),
  };
  const contact = {name: 'Anna', phone: '+7 495 123-45-67 ext. 12', responsible: true};
  const visit = (id, state) => ({
    id, state, kind: 'PLANNED', version: 2, clientName: 'Client', siteName: 'Office', zone: 'Asia/Omsk',
    address: 'Main street 1', plannedFor: at, arrivedAt: at, checksPlanned: true, contact,
  });
  const visits = [visit('v1', 'ON_SITE'), visit('v2', 'CLOSED'), visit('v3', 'SCHEDULED')];
  await keepAnswer('me', '/diary', {etag: null, data: {
    me: {id: 'me'}, visits, tasks: [task], specialists: [{id: 's', name: 'Ivan'}],
    disputes: [{
      id: 'm', clientName: 'Client', title: 'No mouse', text: '', visitAt: at, openedAt: at,
      zone: 'Asia/Omsk', penalty: true, version: 1,
    }],
    clients: [{code: 'c', name: 'Client'}],
  }});
  for (const each of visits) {
    await keepAnswer('me', dayPath(each.id), {etag: null, data: {
      ...day, visit: each, contacts: [contact, contact], tasks: [task], devices: [device],
      projects: [{title: 'Move', state: 'ON_HOLD', dueAt: at}], open: [],
    }});
  }
  await load();
  await act('task.notDone', task, {reason: 'no paper'});
  await act('photo.add', task, {blob: new Blob(['x']), inReport: true, caption: 'fan'});
  await act('check.answer', {visit: visits[0], device, check: device.checks[0]},
      {result: 'PROBLEM', description: 'broken', action: 'ordered', dueAt: at});
  for (const item of await unsentOf('me')) {
    const trouble = {status: 409, detail: 'Somebody was faster.', errors: [], theirs: {...task, version: 3}};
    await (await db()).put('outbox', {...item, state: item.kind === 'photo.add' ? 'waiting' : 'stopped', trouble});
  }
  await load();
  const errors = [];
  addEventListener('error', (event) => errors.push(event.message));
  const ofVisits = visits.flatMap(({id}) => ['', '/wishes', '/tasks', '/t/a', '/devices', '/devices/add',
    '/d/d', '/d/d/gone', '/d/d/c/i0/problem', '/d/d/c/i0/skip', '/d/d/c/i0/none', '/finish',
    '/arrive', '/d/d/skip', '/finish/skip', '/finish/close',
    '/t/none', ...['task.done', 'task.handover', 'task.time', 'device.add', 'toString'].map(
        (kind) => `/t/a/do/${kind}`)].map((path) => `/v/${id}${path}`));
  const [first] = await unsentOf('me');
  const others = ['/', '/t/a', '/t/a/do/task.accept', '/disputes/m', '/disputes/none', '/remote', '/pass', '/unsent', `/unsent/${first.n}`,
    '/unsent/999', '/more', '/v/%zz', '/nowhere'];
  for (const path of [...ofVisits, ...others]) {
    location.hash = `#${path}`;
    await until(() => document.querySelector('#app main').dataset.key === `#${path}`);
    equal([path, errors, document.querySelectorAll('#app h1').length], [path, [], 1]);
  }
});

/** The app at an emergency that nobody has accepted. */
async function emergency() {
  await empty();
  const visit = {...day.visit, kind: 'EMERGENCY', state: 'SCHEDULED', plannedFor: '2026-03-12T06:00:00Z'};
  await keepAnswer('me', '/diary', {etag: null, data: {
    me: {id: 'me'}, visits: [visit], tasks: [], specialists: [], clients: [],
  }});
  await keepAnswer('me', dayPath('v1'), {etag: null, data: {...day, visit}});
  await load();
  location.hash = '#/v/v1';
  await until(() => document.querySelector('#app [data-key=accept]'));
  return document.querySelector('#app [data-key=accept]');
}

test('whoPressedWhatIsGoneGoesOnFromTheHeading', async () => {
  const accept = await emergency();
  accept.focus();
  accept.click();
  await until(() => !accept.isConnected);
  equal(document.activeElement === document.querySelector('#app h1'), true);
});

test('whatHasTheFocusKeepsItThoughItMoves', async () => {
  await emergency();
  const arrive = document.querySelector('#app [data-key=arrive]');
  arrive.focus();
  await act('visit.accept', now().days.get('v1').visit);
  await until(() => document.querySelector('#app [data-key=on-the-way]'));
  equal(document.activeElement === arrive, true);
});

test('whatCannotBeKeptIsSaidUntilSomethingWorks', async () => {
  const accept = await emergency();
  const said = () => document.querySelector('#app .messages').textContent;
  const {add} = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  try {
    accept.click();
    await until(() => said().includes('This could not be recorded'));
    equal(accept.isConnected, true);
  } finally {
    IDBObjectStore.prototype.add = add;
  }
  await until(() => {
    accept.click();
    return !accept.isConnected;
  });
  await until(() => said() === '');
  equal((await unsentOf('me')).length, 1);
});

/** The app itself, in this page, with nobody to talk to and without a worker. */
async function opened(hash) {
  Object.defineProperty(navigator, 'serviceWorker', {
    value: {addEventListener() {}, register: async () => {}},
  });
  document.body.append(h('div', {id: 'app'}));
  location.hash = hash;
  await import(`${base}/main.js`);
  await until(() => document.querySelector('#app textarea'));
}

async function until(condition) {
  const deadline = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > deadline) {
      throw new Error(`in vain: ${condition}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

await run();
