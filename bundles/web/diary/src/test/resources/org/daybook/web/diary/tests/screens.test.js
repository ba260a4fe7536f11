import {equal, run, test} from './harness.js';

const base = new URLSearchParams(location.search).get('base');
const {act, startTimer, stopTimer} = await import(`${base}/actions.js`);
const {db, keepAnswer, keepNote, unsentOf} = await import(`${base}/db.js`);
const {h, listen} = await import(`${base}/dom.js`);
const {date} = await import(`${base}/format.js`);
const {frame} = await import(`${base}/frame.js`);
const {dayPath, historyPath} = await import(`${base}/outbox/sender.js`);
const {route} = await import(`${base}/router.js`);
const {load, now, set} = await import(`${base}/store.js`);
const {speak} = await import(`${base}/texts.js`);

await speak('en');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const inSome = (milliseconds) => new Date(Date.now() + milliseconds).toISOString();

const visit = (more = {}) => ({
  id: 'v1', kind: 'PLANNED', state: 'ON_SITE', version: 2, clientName: 'Heather', siteName: 'Office',
  zone: 'UTC', plannedFor: inSome(0), checksPlanned: true, waiting: {HIGH: 1}, ...more,
});

const task = (id, more = {}) => ({
  id, title: id, state: 'PLANNED', source: 'managers', priority: 'NORMAL', visit: 'v1', minutes: 0,
  comments: [], carriedOver: 0, occurrences: 1, version: 1, ...more,
});

const check = (id, state = 'OPEN') => ({
  id, item: `item-${id}`, title: id, mandatory: true, state, version: 1,
});

const device = (id, kind, checks, more = {}) => (
  {id, name: id, kind, reasons: [], problems: [], checks, ...more});

const day = (more = {}) => ({
  visit: visit(), contacts: [], tasks: [], devices: [], projects: [], open: [],
  report: {recipients: ['Anna Loosestrife'], reviewFirst: false}, ...more,
});

/** The phone of somebody with one visit in detail and others beside it. */
async function phoneWith(
    whole, {role = 'ENGINEER', others = [], clients = [], tasks = [], disputes = []} = {}) {
  const database = await db();
  for (const store of ['outbox', 'answers', 'notes']) {
    await database.clear(store);
  }
  localStorage.clear();
  await keepNote('who', {id: 'me', name: 'Peter', role});
  await keepAnswer('me', '/diary', {etag: null, data: {
    me: {id: 'me'}, visits: [whole.visit, ...others], disputes, tasks, specialists: [], clients,
  }});
  await keepAnswer('me', dayPath(whole.visit.id), {etag: null, data: whole});
  await load();
}

/** What an address shows. */
function drawn(hash) {
  const {screen, params} = route(hash);
  const root = h('div', null, screen(params).content);
  document.body.append(root);
  listen(root);
  return root;
}

const texts = (root, selector) => [...root.querySelectorAll(selector)].map(
    (each) => each.textContent.trim());

const press = (root, text) => [...root.querySelectorAll('button')]
    .find((each) => each.textContent.includes(text)).click();

test('anEmergencyStandsAboveTheVisitUnderWayWithItsDeadline', async () => {
  await phoneWith(day(), {others: [
    visit({id: 'v2', state: 'SCHEDULED', clientName: 'Cedar', waiting: null}),
    visit({
      id: 'v3', kind: 'EMERGENCY', state: 'SCHEDULED', clientName: 'Willow', waiting: null,
      dueBy: inSome(116.5 * MINUTE),
    }),
  ]});

  const root = drawn('#/');

  const cards = [...root.querySelectorAll('.card.visit')];
  equal(cards.map((card) => card.querySelector('h2').textContent), ['Willow', 'Heather']);
  equal([cards[0].classList.contains('call'), texts(cards[0], '.button.main')],
      [true, ['Accept']]);
  equal(texts(cards[0], '[data-until]'), ['1 h 56 min left']);
  equal(texts(root, '.row strong'), ['Cedar']);
});

test('aVisitOfAnotherDayIsBegunOnlyWhenThatIsMeant', async () => {
  const soon = visit({state: 'SCHEDULED', plannedFor: inSome(3 * DAY)});
  await phoneWith(day({visit: soon}));
  const home = drawn('#/v/v1');
  equal(texts(home, '.button.main'), ['What is to be done']);

  press(home, 'I have arrived');
  equal([location.hash, (await unsentOf('me')).length], ['#/v/v1/arrive', 0]);
  const question = drawn(location.hash);
  equal(question.querySelector('h1').textContent.includes(date(soon.plannedFor, 'UTC')), true);
  press(question, 'Begin now');
  await until(async () => (await unsentOf('me')).length === 1);
  equal((await unsentOf('me'))[0].kind, 'visit.start');
});

test('aVisitOfTodayIsBegunAtOnce', async () => {
  await phoneWith(day({visit: visit({state: 'SCHEDULED'})}));
  const home = drawn('#/v/v1');
  equal(texts(home, '.button.main'), ['I have arrived']);
  press(home, 'I have arrived');
  await until(async () => (await unsentOf('me')).length === 1);
});

test('whatWasPromisedIsTheFirstToDoBeforeArrival', async () => {
  const tasks = [
    task('new', {state: 'NEW'}), task('promised', {state: 'CARRIED_OVER', carriedOver: 1}),
  ];
  await phoneWith(day({visit: visit({state: 'SCHEDULED'}), tasks}));
  equal(texts(drawn('#/v/v1/tasks'), '.row strong'), ['promised', 'new']);

  // At the visit at which it is carried over it is answered.
  await phoneWith(day({tasks}));
  equal(texts(drawn('#/v/v1/tasks'), '.row strong'), ['new']);
});

test('whatIsKnownToBeBrokenIsAnsweredByItself', async () => {
  const broken = device('srv', 'LINUX_SERVER', [check('disk'), check('dust')], {
    problems: [{item: 'item-disk', description: 'It rattles', action: 'A new one is ordered'}],
    reasons: [{what: 'PROBLEM', problem: 'It rattles'}],
  });
  await phoneWith(day({devices: [broken]}));
  const root = drawn('#/v/v1/d/srv');
  equal(texts(root, '.button.main'), ['The rest is fine (1)']);
  equal(texts(root.querySelector('.answers'), 'button'), ['Mended', 'Still broken', 'Skip']);
  equal(texts(drawn('#/v/v1/d/srv/c/item-disk/problem'), 'textarea'),
      ['It rattles', 'A new one is ordered']);

  press(root, 'The rest is fine');
  await until(() => now().items.length === 1);
  equal(now().days.get('v1').devices[0].checks.map((each) => each.state), ['OPEN', 'OK']);
  press(drawn('#/v/v1/d/srv'), 'Mended');
  await until(() => now().items.length === 2);
  const [mended] = now().days.get('v1').devices;
  equal([mended.checks[0].state, mended.reasons, mended.problems], ['OK', [], []]);
});

test('whatAClientMissesIsAnsweredOnThePhone', async () => {
  const missed = (id, more = {}) => ({
    id, clientName: 'Heather', title: `No ${id}`, text: 'Asked for it twice.',
    visitAt: inSome(-2 * DAY), openedAt: inSome(-DAY), zone: 'UTC', penalty: false, version: 4,
    ...more,
  });
  await phoneWith(day(), {disputes: [missed('scanner'), missed('mouse', {penalty: true})]});

  equal(texts(drawn('#/'), '[href^="#/disputes/"] strong'), ['No scanner', 'No mouse']);
  equal(drawn('#/disputes/scanner').textContent.includes('A penalty is proposed'), false);
  await phoneWith(day(), {disputes: [
    missed('scanner'), missed('mouse', {penalty: true}),
    missed('lamp', {penalty: true, answer: 'It was mended.'}),
  ]});
  const heard = drawn('#/disputes/lamp');
  equal([heard.querySelector('textarea').value, heard.textContent.includes('until it is decided')],
      ['It was mended.', true]);
  const screen = drawn('#/disputes/mouse');
  equal(screen.textContent.includes('A penalty is proposed'), true);
  equal(screen.textContent.includes('Asked for it twice.'), true);
  screen.querySelector('textarea').value = 'It is in the report by another name.';
  screen.querySelector('form').requestSubmit();
  await until(() => now().items.length === 1);

  const [item] = now().items;
  equal(item.path, '/disputes/mouse/answer');
  equal(item.body, {text: 'It is in the report by another name.'});
  equal([item.seen, texts(drawn('#/'), '[href^="#/disputes/"] strong')],
      [4, ['No scanner', 'No lamp']]);

  await refused({status: 500});
  equal(texts(drawn('#/'), '[href^="#/disputes/"] strong'), ['No scanner', 'No mouse', 'No lamp']);
  const again = drawn('#/disputes/mouse');
  equal([again.querySelector('form'), texts(again, '.note a').length], [null, 1]);
});

test('whatOnlyAManagerCanMendIsSaidAtTheClosing', async () => {
  await phoneWith(day());
  const said = () => drawn('#/v/v1/finish').textContent.includes('could not make the checklist');
  equal(said(), false);
  await act('visit.close', now().days.get('v1').visit);
  await refused({status: 409, open: [{kind: 'REGULATION', id: 'routine', title: 'x'}]});
  equal(said(), true);
});

test('nothingComesBackOntoAVisitThatIsClosed', async () => {
  const carried = task('a', {state: 'CARRIED_OVER'});
  await phoneWith(day({tasks: [carried]}));
  const offered = () => texts(drawn('#/v/v1/t/a'), '.actions .button').includes('Take back onto this visit');
  equal(offered(), true);
  await phoneWith(day({visit: visit({state: 'CLOSED'}), tasks: [carried]}));
  equal(offered(), false);
});

test('whoStandsBeforeADeviceSeesItsTasks', async () => {
  const tasks = [
    task('drum', {asset: 'mfp'}), task('paper', {asset: 'other'}), task('desk'),
    task('fuser', {asset: 'mfp', state: 'DONE'}), task('lamp', {asset: 'mfp', state: 'CANCELLED'}),
  ];
  await phoneWith(day({tasks, devices: [device('mfp', 'PRINTER', []), device('pc', 'WORKSTATION', [])]}));
  const root = drawn('#/v/v1/d/mfp');
  equal(texts(root, '.row strong'), ['drum', 'fuser']);
  equal(root.querySelector('.row').getAttribute('href'), '#/v/v1/t/drum');
  equal(texts(drawn('#/v/v1/d/pc'), '.row strong'), []);
});

test('theWatchIsSeenWhereverOneGoesButAtItsTask', async () => {
  await phoneWith(day({tasks: [task('drum'), task('desk')]}));
  const framed = (hash) => {
    location.hash = hash;
    return h('div', null, frame({visit: 'v1'}, h('main', null)));
  };
  equal(texts(framed('#/v/v1/devices'), '.running'), []);

  await startTimer(now().days.get('v1').tasks[0]);
  for (const hash of ['#/', '#/v/v1/devices', '#/v/v1/t/desk', '#/v/v1/t/drum/do/task.done']) {
    const running = framed(hash).querySelector('.running');
    equal([running.getAttribute('href'), running.textContent],
        ['#/v/v1/t/drum', 'drum0:00:00']);
  }
  equal(texts(framed('#/v/v1/t/drum'), '.running'), []);

  await stopTimer();
  equal(texts(framed('#/v/v1/devices'), '.running'), []);

  const handed = task('phone', {state: 'ACCEPTED'});
  await phoneWith(day(), {role: 'SPECIALIST', tasks: [handed]});
  await startTimer(handed);
  equal(framed('#/').querySelector('.running').getAttribute('href'), '#/t/phone');
  await stopTimer();
});

test('anAnsweredDeviceLeadsToTheNextInTheGrid', async () => {
  await phoneWith(day({devices: [
    device('printer', 'PRINTER', [check('p')]),
    device('ws-0', 'WORKSTATION', [check('z')]),
    device('ws-1', 'WORKSTATION', [check('a', 'OK')]),
    device('ws-2', 'WORKSTATION', [check('b', 'OK')]),
    device('ws-3', 'WORKSTATION', [check('c')]),
  ]}));
  const onwards = drawn('#/v/v1/d/ws-1').querySelector('.button.main');
  equal([onwards.textContent, onwards.hash], ['Next: ws-3 (3 left)', '#/v/v1/d/ws-3']);
});

test('oneReasonIsEnoughForAllThatNobodyLookedAt', async () => {
  await phoneWith(day({devices: [
    device('ws-1', 'WORKSTATION', [check('a'), check('b', 'PROBLEM')]),
    device('ws-2', 'WORKSTATION', [check('c')]),
    device('ws-3', 'WORKSTATION', [check('d', 'OK')]),
  ]}));
  equal(texts(drawn('#/v/v1/finish'), '.card .actions'), ['No time for 2 devices: one reason for all']);
  const root = drawn('#/v/v1/finish/skip');
  root.querySelector('textarea').value = 'The office closed at five';
  root.querySelector('form').requestSubmit();
  await until(() => now().items.length === 2);

  equal(now().items.map(({kind, path, body}) => [kind, path, body.reason]), ['ws-1', 'ws-2'].map(
      (id) => ['device.skip', `/visits/v1/assets/${id}/skip`, 'The office closed at five']));
  const checks = now().days.get('v1').devices.flatMap((each) => each.checks);
  equal(checks.map((each) => each.state), ['SKIPPED', 'PROBLEM', 'SKIPPED', 'OK']);
});

test('closingAsksOnceAndSaysWhoReadsOfIt', async () => {
  await phoneWith(day({
    tasks: [task('a', {state: 'DONE'}), task('b', {state: 'NOT_DONE'})],
    devices: [device('ws-1', 'WORKSTATION', [check('a', 'OK')])],
  }));
  press(drawn('#/v/v1/finish'), 'Close the visit');
  equal([location.hash, now().items.length], ['#/v/v1/finish/close', 0]);
  const question = drawn(location.hash);
  equal(texts(question, '.facts dd'), ['1 of 2', '1 of 1']);
  equal(question.textContent.includes('The report goes to: Anna Loosestrife.'), true);

  press(question, 'Close and send');
  await until(() => location.hash === '#/v/v1/finish');
  const said = drawn('#/v/v1/finish').textContent;
  equal([/was closed at \d\d:\d\d\./.test(said), said.includes('The closing will be sent'),
    said.includes('The report goes to: Anna Loosestrife.')], [true, true, true]);
});

test('aVisitWithSomethingOpenIsNotAskedAbout', async () => {
  await phoneWith(day({tasks: [task('a')]}));
  equal(drawn('#/v/v1/finish/close').textContent.includes('Close and send'), false);
});

test('aClosedVisitWaitsForNothing', async () => {
  await phoneWith(day({visit: visit({state: 'CLOSED'})}));
  equal(drawn('#/v/v1').querySelector('.figures'), null);
});

test('whatSupportPassesOnStandsOnItsDeskAtOnce', async () => {
  await phoneWith(day(), {role: 'SUPPORT', clients: [{code: 'heather', name: 'Heather'}]});
  equal(texts(drawn('#/'), '.actions .button'), ['Solved remotely', 'Pass on to a visit']);
  const root = drawn('#/pass');
  root.querySelector('[name=client]').value = 'heather';
  root.querySelector('[name=title]').value = 'The router restarts';
  root.querySelector('[name=description]').value = 'A new firmware did not help';
  root.querySelector('form').requestSubmit();
  await until(() => now().items.length === 1);

  const [{kind, path, body}] = now().items;
  equal([kind, path, body], ['remote.pass', '/tasks', {
    client: 'heather', title: 'The router restarts', description: 'A new firmware did not help',
    priority: 'NORMAL',
  }]);
  equal(texts(drawn('#/'), '.row strong'), ['The router restarts']);
});

/** The server has refused everything that waits. */
async function refused(trouble = {}) {
  for (const item of await unsentOf('me')) {
    await (await db()).put('outbox', {...item, state: 'stopped', trouble: {
      status: 422, detail: '', errors: [], open: null, theirs: null, ...trouble,
    }});
  }
  await load();
}

test('aFieldThatIsEmptiedIsNotSentAgain', async () => {
  await phoneWith(day({
    tasks: [task('a')], devices: [device('pc', 'WORKSTATION', [check('dust')])],
  }));
  const whole = now().days.get('v1');
  await act('task.done', whole.tasks[0], {result: 'Mended', minutes: 5});
  await act('check.answer', {visit: whole.visit, device: whole.devices[0], check: check('dust')},
      {result: 'PROBLEM', description: 'Dirty', action: 'Ordered', dueAt: inSome(DAY)});
  await refused();
  for (const {n} of now().items) {
    const root = drawn(`#/unsent/${n}`);
    root.querySelector('[name=minutes], [name=dueAt]').value = '';
    root.querySelector('form').requestSubmit();
    await until(() => now().items.find((item) => item.n === n).state === 'waiting');
  }
  equal(now().items.map((item) => item.body),
      [{result: 'Mended'}, {result: 'PROBLEM', description: 'Dirty', action: 'Ordered'}]);
});

test('aVisitThatIsClosedOnTheServerWaitsForNoClosing', async () => {
  await phoneWith(day({visit: visit({state: 'CLOSED', departedAt: inSome(0)}), tasks: [task('a')]}));
  const whole = now().days.get('v1');
  await act('task.comment', whole.tasks[0], {text: 'The fan is loud'});
  const root = drawn('#/v/v1/finish');
  equal([root.textContent.includes('The closing will be sent'), texts(root, '.mark')],
      [false, ['Not yet sent']]);
  await act('visit.close', whole.visit);
  equal(drawn('#/v/v1/finish').textContent.includes('The closing will be sent'), true);
});

test('aReportThatNobodyGetsIsNotSaidToBeSent', async () => {
  const report = {recipients: [], reviewFirst: false};
  await phoneWith(day({visit: visit({state: 'REPORTED'}), report}));
  set({link: 'fresh'});
  const root = drawn('#/v/v1/finish');
  equal(texts(root, 'p'),
      ['The client gets no report of this visit.', 'Open the whole']);
});

test('anExtensionIsDialledAndASecondNumberIsNot', async () => {
  const phones = {
    '8 (800) 555-35-35, доб. 123': 'tel:88005553535,123',
    '8 800 555-35-35 добавочный 7': 'tel:88005553535,7',
    '+7 495 123-45-67 ext. 12': 'tel:+74951234567,12',
    '+7 495 123-45-67#12': 'tel:+74951234567,12',
    '8 495 111-22-33, 8 916 222-33-44': 'tel:84951112233',
    '8 495 111-22-33': 'tel:84951112233',
  };
  for (const [phone, dialled] of Object.entries(phones)) {
    await phoneWith(day({visit: visit({contact: {name: 'Anna', phone}})}));
    equal(drawn('#/v/v1').querySelector('[href^=tel]').getAttribute('href'), dialled, phone);
  }
});

test('aWatchThatWasStartedBeforeArrivalIsStoppedByClosing', async () => {
  await phoneWith(day({tasks: [task('a', {state: 'DONE'}), task('b', {state: 'DONE'})]}));
  await startTimer({id: 'a', title: 'Printer'});
  const root = drawn('#/v/v1/finish/close');
  equal(root.textContent.includes('The timer runs for “Printer”.'), true);
  press(root, 'Close and send');
  await until(() => now().items.length === 2);
  equal([now().timer, now().items.map((item) => [item.kind, item.visit])],
      [null, [['task.time', 'v1'], ['visit.close', 'v1']]]);
});

test('aWatchOfAnotherVisitRunsOnWhenThisOneIsClosed', async () => {
  await phoneWith(day({tasks: [task('a', {state: 'DONE'})]}));
  await startTimer(task('elsewhere', {visit: 'v2'}));
  press(drawn('#/v/v1/finish/close'), 'Close and send');
  await until(() => now().items.length === 1);
  equal(now().timer.task, 'elsewhere');
});

test('aWatchIsOfferedForWhatIsOnAVisitAndToSpecialists', async () => {
  const waiting = task('new', {state: 'NEW', visit: undefined});
  await phoneWith(day({visit: visit({state: 'SCHEDULED'}), tasks: [waiting, task('planned')]}));
  const offered = (hash) => texts(drawn(hash), '.timer button');
  equal([offered('#/v/v1/t/new'), offered('#/v/v1/t/planned')], [[], ['Start the timer']]);
  await startTimer(waiting);
  equal(offered('#/v/v1/t/new'), ['Stop and record']);

  await phoneWith(day(), {role: 'SPECIALIST', tasks: [{...waiting, state: 'ACCEPTED'}]});
  equal(offered('#/t/new'), ['Start the timer']);
});

test('theHistorySaysInWordsWhereATaskCameFrom', async () => {
  await phoneWith(day({tasks: [task('a')]}));
  const entry = (who) => ({who, event: 'CREATED', at: inSome(0)});
  await keepAnswer('me', historyPath('a'), {etag: null, data: {
    items: ['source:monitoring', 'source:unheard', 'Peter'].map(entry),
  }});
  drawn('#/v/v1/t/a');
  await until(() => drawn('#/v/v1/t/a').querySelector('.history'));
  equal(texts(drawn('#/v/v1/t/a'), '.history .muted').map((text) => text.split(',')[0]),
      ['Monitoring', 'unheard', 'Peter']);
});

test('whatIsSearchedForAtOneVisitIsNotAtTheNext', async () => {
  const devices = [device('ws-1', 'WORKSTATION', []), device('srv', 'LINUX_SERVER', [check('a')])];
  await phoneWith(day({devices}), {others: [visit({id: 'v2'})]});
  await keepAnswer('me', dayPath('v2'), {etag: null, data: day({visit: visit({id: 'v2'}), devices})});
  await load();
  const root = drawn('#/v/v1/devices');
  press(root, 'To check');
  const search = root.querySelector('[type=search]');
  search.value = 's';
  search.dispatchEvent(new Event('input', {bubbles: true}));
  const there = (hash) => {
    const grid = drawn(hash);
    return [grid.querySelector('[type=search]').value, texts(grid, '.tile strong')];
  };
  equal(there('#/v/v1/devices'), ['s', ['srv']]);
  equal(there('#/v/v2/devices'), ['', ['srv', 'ws-1']]);
});

async function until(condition) {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`in vain: ${condition}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

await run();
