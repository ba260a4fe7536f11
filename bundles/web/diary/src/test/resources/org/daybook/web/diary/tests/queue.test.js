import {equal, run, test} from './harness.js';

const base = new URLSearchParams(location.search).get('base');
const {
  afterArrival, afterMany, afterSuccess, changedBy, delay, dependsOn, held, isReached, newKey,
  nextToSend, outcome, waitingFor, withMade,
} = await import(`${base}/outbox/queue.js`);
const {dayWith, diaryWith, photosAfter, photosWith} = await import(`${base}/outbox/effects.js`);

let places = 0;

function item(kind, object, more = {}) {
  places += 1;
  return {
    n: places, kind, object, visit: 'v1', path: `/x/${object}`, seen: 3, makes: null, device: null,
    state: 'waiting', body: {}, at: '2026-03-12T06:00:00Z', ...more,
  };
}

test('whatIsSentNextIsTheOldest', () => {
  const items = [item('task.start', 'task:a'), item('task.start', 'task:b')];
  equal(nextToSend(items), items[0]);
  equal(nextToSend([]), null);
});

test('whatWasRefusedHoldsBackWhatBuildsOnItAndNothingElse', () => {
  const items = [
    item('task.start', 'task:a', {state: 'stopped'}),
    item('task.done', 'task:a'),
    item('task.start', 'task:b'),
  ];
  equal(nextToSend(items), items[2]);
  equal([...held(items)], [items[1].n]);
});

test('whatWaitsForWhatWaitsIsHeldBackToo', () => {
  const wish = item('visit.wish', 'task:mine', {makes: 'mine', state: 'stopped'});
  const photo = item('photo.add', 'photo:1', {path: '/tasks/mine/photos'});
  const close = item('visit.close', 'visit:v1');
  equal([...held([wish, photo, close])], [photo.n, close.n]);
  equal(nextToSend([wish, photo, close]), null);
});

test('nothingIsDoneOnAVisitBeforeArrivalAndItIsClosedAfterEverything', () => {
  const start = item('visit.start', 'visit:v1');
  const task = item('task.start', 'task:a');
  const elsewhere = item('task.start', 'task:z', {visit: 'v2'});
  const close = item('visit.close', 'visit:v1');
  equal(dependsOn(task, start), true);
  equal(dependsOn(close, task), true);
  equal(dependsOn(elsewhere, start), false);
  equal(dependsOn(task, elsewhere), false);
});

test('anAnswerThatARefusedClosingWantsGoesBeforeIt', () => {
  const close = item('visit.close', 'visit:v1', {state: 'stopped'});
  const answer = item('task.done', 'task:a');
  equal(nextToSend([close, answer]), answer);
  const again = {...close, state: 'waiting'};
  equal(nextToSend([again, answer]), answer);
  equal([...held([again, {...answer, state: 'stopped'}])], [close.n]);
});

test('whatHoldsBackIsFoundInOnePass', () => {
  let looks = 0;
  const many = [item('visit.start', 'visit:v1', {state: 'stopped'})];
  for (let i = 0; i < 2_000; i += 1) {
    const path = `/x/${i}`;
    many.push(Object.defineProperty(
        item('check.answer', `check:${i}`, {device: 'd'}), 'path', {get: () => {
          looks += 1;
          return path;
        }}));
  }
  equal(held(many).size, 2_000);
  equal(looks, 2_000);
});

test('whatIsLeftForLaterHoldsBackToo', () => {
  const items = [item('task.start', 'task:a'), item('task.done', 'task:a'),
    item('task.start', 'task:b')];
  equal([...held(items, new Set([items[0].n]))], [items[1].n]);
});

test('onlyWhatMeansNothingWithoutItGoesAlong', () => {
  const wish = item('visit.wish', 'task:mine', {makes: 'mine'});
  const start = item('task.start', 'task:mine', {path: '/tasks/mine/start'});
  const photo = item('photo.add', 'photo:1', {path: '/tasks/mine/photos?inReport=true', makes: 'p'});
  const mark = item('photo.mark', 'photo:p', {path: '/photos/p'});
  const other = item('task.start', 'task:a');
  const close = item('visit.close', 'visit:v1');
  const all = [wish, start, photo, mark, other, close];
  equal(withMade(wish, all), [wish, start, photo, mark]);
  equal(withMade(start, all), [start]);
  equal(waitingFor(start, all), [close]);
});

test('whoeverIsWhereTheyWantedToBeHasNothingToSettle', () => {
  const goals = [
    ['visit.start', {state: 'ON_SITE'}, {state: 'CANCELLED'}],
    ['visit.close', {state: 'REPORTED'}, {state: 'CLOSING'}],
    ['visit.accept', {acceptedAt: '2026-03-12T06:00:00Z'}, {acceptedAt: null}],
    ['visit.onTheWay', {onTheWayAt: '2026-03-12T06:00:00Z'}, {onTheWayAt: null}],
    ['task.start', {state: 'IN_PROGRESS'}, {state: 'DONE'}],
    ['task.accept', {state: 'ACCEPTED'}, {state: 'RETURNED'}],
    ['task.plan', {state: 'PLANNED', visit: 'v1'}, {state: 'PLANNED', visit: 'v2'}],
  ];
  for (const [kind, there, elsewhere] of goals) {
    const refused = item(kind, 'x:y', {body: {visit: 'v1'}});
    equal([isReached(refused, there), isReached(refused, elsewhere), isReached(refused, null)],
        [true, false, false], kind);
  }
  equal(isReached(item('task.done', 'task:a'), {state: 'DONE'}), false);
});

test('answersOfADeviceFollowEachOther', () => {
  const ok = item('device.ok', 'device:d', {device: 'd'});
  equal(dependsOn(item('check.answer', 'check:c', {device: 'd'}), ok), true);
  equal(dependsOn(item('check.answer', 'check:k', {device: 'e'}), ok), false);
});

test('ownActionsOnTheSameThingAreNoConflict', () => {
  const sent = item('task.start', 'task:a');
  const next = item('task.done', 'task:a');
  const changed = afterSuccess([next], sent, {id: 'a', version: 4});
  equal(changed.map((each) => each.seen), [4]);
});

test('whatWasDoneInKnowledgeOfAnotherChangeKeepsThatVersion', () => {
  const sent = item('task.start', 'task:a');
  const later = item('task.done', 'task:a', {seen: 7});
  const other = item('task.done', 'task:b');
  const comment = item('task.comment', 'task:a', {seen: null});
  equal(afterSuccess([later, other, comment], sent, {id: 'a', version: 4}), []);
});

test('whatThePhoneNamedGetsTheNameOfTheServer', () => {
  const wish = item('visit.wish', 'task:mine', {makes: 'mine', seen: null});
  const start = item('task.start', 'task:mine', {path: '/tasks/mine/start', seen: null});
  const comment = item('task.comment', 'task:mine', {path: '/tasks/mine/comment', seen: null});
  const photo = item('photo.add', 'photo:p', {path: '/tasks/mine/photos', task: 'mine', seen: null});
  const changed = afterSuccess([start, comment, photo], wish, {id: 'T1', version: 1});
  equal(changed.map((each) => each.path),
      ['/tasks/T1/start', '/tasks/T1/comment', '/tasks/T1/photos']);
  equal(changed.map((each) => each.seen), [1, null, null]);
  equal(changed[2].task, 'T1');
});

test('arrivalIsOneChangeOfEachTaskAndNoConflict', () => {
  const start = item('visit.start', 'visit:v1');
  const mine = item('task.start', 'task:a');
  const changedByOthers = item('task.start', 'task:b');
  const versions = new Map([['task:a', 4], ['task:b', 5]]);
  const changed = afterMany([mine, changedByOthers], start, versions);
  equal(changed.map((each) => [each.object, each.seen]), [['task:a', 4]]);
});

test('onlyWhatArrivalBroughtOntoTheVisitWasChangedByIt', () => {
  const before = {tasks: [
    task('new', {state: 'NEW', visit: undefined}), task('promised', {state: 'CARRIED_OVER'}),
    task('given', {state: 'NOT_DONE', visit: 'v0'}), task('moved', {visit: 'v0'}),
    task('planned'), task('given up', {state: 'NOT_DONE'}), task('elsewhere', {visit: 'v2'}),
    task('solved', {state: 'RETURNED'}),
  ]};
  const became = {
    elsewhere: {visit: 'v2'}, solved: {state: 'RESOLVED_REMOTELY'}, 'given up': {state: 'NOT_DONE'},
  };
  const after = {tasks: [
    ...before.tasks.map(({id}) => task(id, {version: 4, ...became[id]})),
    task('unknown', {version: 4}),
  ]};
  equal([...changedBy(item('visit.start', 'visit:v1'), before, after, null)],
      ['new', 'promised', 'given', 'moved'].map((id) => [`task:${id}`, 4]));
  equal([...changedBy(item('visit.start', 'visit:v1'), null, after, null)], []);
});

test('onlyWhatOneAnsweredByItIsChangedByOneTap', () => {
  const answered = (id, state, answeredBy) => ({id, state, answeredBy, version: 2});
  const answer = {items: [
    answered('mine', 'OK', 'me'), answered('theirs', 'OK', 'colleague'),
    answered('broken', 'PROBLEM', 'me'), answered('skipped', 'SKIPPED', 'me'),
    answered('known', 'OPEN', null),
  ]};
  const changed = (kind) => [...changedBy(
      item(kind, 'device:d', {staff: 'me', device: 'd'}), null, null, answer).keys()];
  equal([changed('device.ok'), changed('device.skip'), changed('task.done')],
      [['check:mine'], ['check:skipped'], []]);
});

test('allInOrderAndNotCheckedAreOneChangeOfEachOpenCheck', () => {
  for (const kind of ['device.ok', 'device.skip']) {
    const all = item(kind, 'device:d', {device: 'd', seen: null});
    const problem = item('check.answer', 'check:c', {device: 'd', seen: 1});
    const elsewhere = item('check.answer', 'check:x', {device: 'e', seen: 1});
    const versions = new Map([['check:c', 2], ['check:x', 2]]);
    equal(afterMany([problem, elsewhere], all, versions).map((each) => each.seen), [2]);
  }
});

const arrived = (...checks) => ({devices: [{id: 'd', checks}]});

const real = (item, more = {}) => ({id: `c-${item}`, item, state: 'OPEN', version: 1, ...more});

const answerTo = (name, more = {}) => item('check.answer', 'check:mine',
    {device: 'd', expects: name, seen: null, path: '/visits/v1/checks/mine', ...more});

test('whatWasAnsweredBeforeArrivalWasSentGoesToTheCheckThatItBrought', () => {
  const start = item('visit.start', 'visit:v1');
  const items = [answerTo('virus'), answerTo('virus'), item('task.start', 'task:a')];
  const changed = afterArrival(items, start, arrived(real('updates'), real('virus')));
  equal(changed.map((each) => [each.object, each.path, each.seen, each.expects, each.state]),
      Array(2).fill(['check:c-virus', '/visits/v1/checks/c-virus', 1, null, 'waiting']));
  const [, second] = changed;
  equal(afterSuccess([second], changed[0], {id: 'c-virus', version: 2})[0].seen, 2);
});

test('whoAnsweredACheckMeanwhileIsNotOverwritten', () => {
  const day = arrived(real('virus', {state: 'OK', version: 2}));
  const [changed] = afterArrival([answerTo('virus')], item('visit.start', 'visit:v1'), day);
  equal([changed.object, changed.seen], ['check:c-virus', 1]);
});

test('anAnswerThatNobodyAskedForWaitsForThePerson', () => {
  const [changed] = afterArrival([answerTo('dust', {body: {result: 'PROBLEM'}})],
      item('visit.start', 'visit:v1'), arrived(real('virus')));
  equal([changed.state, changed.trouble.why, changed.body.result, changed.expects],
      ['stopped', 'notAsked', 'PROBLEM', 'dust']);
});

test('answersToWhatOnlyAnArrivalWouldBringGoWithIt', () => {
  const start = item('visit.start', 'visit:v1', {brings: [{id: 'mine'}]});
  const [answer, task] = [answerTo('virus'), item('task.start', 'task:a')];
  equal(withMade(start, [start, answer, task]), [start, answer]);
});

test('allInOrderAnswersNothingThatNobodySaw', () => {
  const start = item('visit.start', 'visit:v1');
  const ok = item('device.ok', 'device:d', {device: 'd', seen: null, saw: ['virus', 'gone']});
  const [fine] = afterArrival([ok], start, arrived(real('virus')));
  equal([fine.state, fine.saw], ['waiting', null]);
  const [held] = afterArrival([ok], start, arrived(real('virus'), real('new')));
  equal([held.state, held.trouble.why, held.trouble.more], ['stopped', 'added', 1]);
});

test('everyAnswerOfAServerMeansSomething', () => {
  equal([200, 201, 204].map(outcome), ['done', 'done', 'done']);
  equal([0, 408, 425, 429, 500, 502, 503, 504, 302].map(outcome), Array(9).fill('later'));
  equal(outcome(401), 'signIn');
  equal([400, 403, 404, 409, 412, 413, 415, 422, 428].map(outcome), Array(9).fill('stopped'));
});

test('waitingGrowsAndHasAnEnd', () => {
  const waits = [0, 1, 2, 5, 50].map((failures) => delay(failures, 0.5));
  equal(waits, [4000, 8000, 16000, 128000, 300000]);
});

test('keysAreNeverTheSame', () => {
  equal(new Set(Array.from({length: 1000}, newKey)).size, 1000);
});

const task = (id, more = {}) => ({
  id, state: 'PLANNED', visit: 'v1', minutes: 0, comments: [], carriedOver: 0, version: 3, ...more,
});

const day = () => ({
  visit: {id: 'v1', state: 'ON_SITE', version: 2},
  tasks: [task('a'), task('n', {state: 'NEW', visit: undefined})],
  devices: [{
    id: 'd',
    reasons: [{what: 'MONITORING', problem: 'disk'}, {what: 'UNANSWERED', problem: 'Updates'}],
    checks: [{id: 'c', title: 'Updates', state: 'OPEN'}, {id: 'k', title: 'Virus', state: 'OK'}],
  }],
  open: [],
});

test('whatIsNotSentIsShownAlready', () => {
  const shown = dayWith(day(), [
    item('task.start', 'task:a'),
    item('task.time', 'task:a', {body: {minutes: 15}}),
    item('task.done', 'task:a', {body: {result: 'mended', minutes: 5}}),
    item('task.comment', 'task:a', {body: {text: 'hot'}, by: 'Peter'}),
    item('visit.wish', 'task:w', {makes: 'w', body: {title: 'Printer', priority: 'HIGH'}}),
  ]);
  equal([shown.tasks[0].state, shown.tasks[0].result, shown.tasks[0].minutes],
      ['DONE', 'mended', 20]);
  equal(shown.tasks[0].comments[0].text, 'hot');
  equal(shown.tasks[2].title, 'Printer');
});

test('whatIsShownChangesNothingThatIsKept', () => {
  const kept = day();
  dayWith(kept, [item('task.start', 'task:a')]);
  equal(kept, day());
});

test('aTickDoesNotOutvoteMonitoring', () => {
  const shown = dayWith(day(), [item('device.ok', 'device:d', {device: 'd'})]);
  equal(shown.devices[0].checks.map((check) => check.state), ['OK', 'OK']);
  equal(shown.devices[0].reasons.map((reason) => reason.what), ['MONITORING']);
});

test('oneTapAnswersNothingThatAKnownProblemStandsOn', () => {
  const known = {...day(), devices: [{
    id: 'd',
    reasons: [{what: 'PROBLEM', problem: 'It rattles'}],
    problems: [{item: 'disk', description: 'It rattles'}],
    checks: [{id: 'c', item: 'disk', title: 'Disk', state: 'OPEN'},
      {id: 'k', item: 'dust', title: 'Dust', state: 'OPEN'}],
  }]};
  const states = (...items) => dayWith(known, items).devices[0].checks.map((check) => check.state);
  equal(states(item('device.ok', 'device:d', {device: 'd'})), ['OPEN', 'OK']);
  equal(states(item('device.skip', 'device:d', {device: 'd', body: {reason: 'Locked'}})),
      ['SKIPPED', 'SKIPPED']);
  const skipped = dayWith(known, [item('device.skip', 'device:d', {device: 'd', body: {}})]);
  equal(skipped.devices[0].reasons.length, 1, 'it stands');
});

test('arrivalBringsWhatWaitedOntoTheVisit', () => {
  const shown = dayWith({...day(), visit: {id: 'v1', state: 'SCHEDULED'}},
      [item('visit.start', 'visit:v1')]);
  equal([shown.visit.state, shown.tasks[1].state, shown.tasks[1].visit],
      ['ON_SITE', 'PLANNED', 'v1']);
});

test('whatArrivalTakesFromAVisitThatNeverTookPlaceIsDoneOnThisOne', () => {
  const before = {...day(), visit: {id: 'v1', state: 'SCHEDULED'}, tasks: [task('o', {visit: 'missed'})]};
  const shown = dayWith(before, [
    item('visit.start', 'visit:v1'), item('task.done', 'task:o', {visit: 'missed', body: {result: 'mended'}}),
  ]);
  equal([shown.tasks[0].visit, shown.tasks[0].state], ['v1', 'DONE']);
});

test('whatIsSaidOfATaskBeforeItIsOnAVisitIsShown', () => {
  const said = item('task.comment', 'task:n', {visit: null, body: {text: 'bring paper'}, by: 'Peter'});
  equal(dayWith(day(), [said]).tasks[1].comments.map((comment) => comment.text), ['bring paper']);
});

test('theChecklistIsThereAsSoonAsArrivalIsSaid', () => {
  const before = {...day(), visit: {id: 'v1', state: 'SCHEDULED'}};
  before.devices[0].checks = [];
  const expected = [
    {asset: 'd', item: 'virus', title: 'Virus', mandatory: true},
    {asset: 'elsewhere', item: 'virus', title: 'Virus', mandatory: true},
  ];
  equal(dayWith(before, [], expected).devices[0].expected, [expected[0]]);
  const start = item('visit.start', 'visit:v1', {brings: [{...expected[0], id: 'mine'}]});
  const shown = dayWith(before, [
    start,
    item('check.answer', 'check:mine', {device: 'd', body: {result: 'SKIPPED', reason: 'off'}}),
  ], expected);
  equal(shown.devices[0].checks.map((check) => [check.id, check.item, check.state, check.reason]),
      [['mine', 'virus', 'SKIPPED', 'off']]);
  const ticked = dayWith(before, [start, item('device.ok', 'device:d', {device: 'd'})], expected);
  equal(ticked.devices[0].checks.map((check) => check.state), ['OK']);
});

test('whatHappensToAPhotoIsShownAndThenKept', () => {
  const photos = {items: [{id: 'p', inReport: false, version: 1}, {id: 'q', version: 1}], next: null};
  const mark = item('photo.mark', 'photo:p', {body: {inReport: true}});
  const remove = item('photo.remove', 'photo:q');
  equal(photosWith(photos, [mark, remove]).items, [
    {id: 'p', inReport: true, version: 1}, {id: 'q', version: 1, removed: true},
  ]);
  const marked = photosAfter(photos, mark, {id: 'p', inReport: true, version: 2});
  equal(marked.items[0], {id: 'p', inReport: true, version: 2});
  equal(photosAfter(marked, remove, null).items.map((photo) => photo.id), ['p']);
  const added = photosAfter(marked, item('photo.add', 'photo:mine'), {id: 'r', version: 1});
  equal(added.items.map((photo) => photo.id), ['p', 'q', 'r']);
});

test('whatIsTakenBackWasNotCarriedOver', () => {
  const carried = task('a', {state: 'CARRIED_OVER', carriedOver: 2});
  const elsewhere = task('b', {state: 'CARRIED_OVER', carriedOver: 2, visit: 'v0'});
  const body = {visit: 'v1'};
  const shown = dayWith({...day(), tasks: [carried, elsewhere]}, [
    item('task.plan', 'task:a', {body}), item('task.plan', 'task:b', {body}),
  ]);
  equal(shown.tasks.map((each) => [each.state, each.visit, each.carriedOver]),
      [['PLANNED', 'v1', 1], ['PLANNED', 'v1', 2]]);
});

test('aDisputeThatIsAnsweredAsksNoMore', () => {
  const diary = {visits: [], tasks: [], disputes: [{id: 'm'}, {id: 'n'}]};
  const shown = diaryWith(diary, [item('dispute.answer', 'dispute:m', {visit: null})]);
  equal(shown.disputes, [{id: 'n'}]);
});

test('theListOfVisitsFollows', () => {
  const shown = diaryWith({visits: [{id: 'v1', state: 'SCHEDULED'}], tasks: [task('s')]}, [
    item('visit.start', 'visit:v1'),
    item('task.accept', 'task:s', {visit: null}),
  ]);
  equal([shown.visits[0].state, shown.tasks[0].state], ['ON_SITE', 'ACCEPTED']);
});

await run();
