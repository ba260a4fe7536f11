import {equal, run, test} from './harness.js';

const base = new URLSearchParams(location.search).get('base');
const {
  answer, db, forgetAnswers, keepAnswer, keepNote, unsentOf, unsentOfOthers,
} = await import(`${base}/db.js`);
const {
  alone, dayPath, expectedPath, photosPath, refresh, sendAll,
} = await import(`${base}/outbox/sender.js`);
const {
  act, closeAnew, drop, markPhoto, photoOf: saidOf, removePhoto, sendOver,
} = await import(`${base}/actions.js`);
const {hear, moment} = await import(`${base}/clock.js`);
const {load, now, want, wanted} = await import(`${base}/store.js`);
const {soon} = await import(`${base}/sync.js`);

/** A server that remembers keys as the real one does. */
class Server {
  constructor(answers = {}) {
    this.answers = answers;
    this.calls = [];
    this.done = new Map();
    this.losesReplies = 0;
  }

  call = async (method, path, {headers = {}, body} = {}) => {
    this.calls.push({method, path, headers, body});
    await new Promise((resolve) => { setTimeout(resolve, 1); });
    const key = headers['Idempotency-Key'];
    let reply = this.done.get(key);
    if (!reply) {
      const given = this.answers[`${method} ${path}`] ?? {status: 200, data: {version: 9}};
      reply = {etag: null, retryAfter: null, data: null,
        ...(typeof given === 'function' ? given(headers) : given)};
      if (key && reply.status < 300) {
        this.done.set(key, reply);
      }
    }
    if (method === 'POST' && this.losesReplies > 0) {
      this.losesReplies -= 1;
      return {status: 0, data: null, etag: null, retryAfter: null};
    }
    return reply;
  };

  posts() {
    return this.calls.filter((call) => call.method === 'POST').map((call) => call.path);
  }
}

let keys = 0;

async function put(kind, object, more = {}) {
  keys += 1;
  await (await db()).add('outbox', {
    key: `key-${keys}`, staff: 'me', kind, object, visit: 'v1', method: 'POST', device: null,
    path: `/${object}/${kind}`, seen: null, makes: null, state: 'waiting', trouble: null, body: {},
    at: '2026-03-12T06:00:00Z', ...more,
  });
}

async function empty() {
  const database = await db();
  for (const store of ['outbox', 'answers', 'notes']) {
    await database.clear(store);
  }
  await keepNote('who', {id: 'me', name: 'Peter', role: 'ENGINEER'});
  await load();
}

const task = (id, version) => ({
  id, version, state: 'PLANNED', visit: 'v1', minutes: 0, comments: [], carriedOver: 0,
});

const day = (version, more = {}) => ({
  visit: {id: 'v1', state: 'ON_SITE', version: 2},
  tasks: [{...task('a', version), ...more}],
  devices: [{id: 'd', reasons: [], checks: [{id: 'c', state: 'OPEN', title: 'x', version: 1}]}],
  open: [],
});

test('everythingIsSentInOrderAndThenGone', async () => {
  await empty();
  await put('task.start', 'task:a');
  await put('task.comment', 'task:a');
  await put('task.done', 'task:b');
  const server = new Server();
  const outcome = await sendAll(server.call, 'me');
  equal(outcome.end, 'empty');
  equal(server.posts(), ['/task:a/task.start', '/task:a/task.comment', '/task:b/task.done']);
  equal((await unsentOf('me')).length, 0);
});

test('aLostReplyIsAskedForAgainUnderTheSameKey', async () => {
  await empty();
  await put('task.comment', 'task:a');
  const server = new Server();
  server.losesReplies = 1;
  equal((await sendAll(server.call, 'me')).end, 'later');
  equal((await unsentOf('me')).length, 1);
  equal((await sendAll(server.call, 'me')).end, 'empty');
  const sent = server.calls.map((call) => call.headers['Idempotency-Key']);
  equal(sent[0], sent[1]);
  equal(server.done.size, 1);
});

test('twoTabsDoNotSendTwice', async () => {
  await empty();
  for (let i = 0; i < 10; i += 1) {
    await put('task.comment', `task:${i}`);
  }
  const server = new Server();
  await Promise.all(
      [1, 2, 3].map(() => alone(() => sendAll(server.call, 'me'))));
  equal(server.posts().length, 10);
});

test('whatIsAnothersIsKeptAndNotSent', async () => {
  await empty();
  await put('task.start', 'task:a', {staff: 'somebody'});
  const server = new Server();
  await sendAll(server.call, 'me');
  equal(server.calls.length, 0);
  equal(await unsentOfOthers('me'), 1);
});

test('aSessionThatIsOverStopsSendingAndLosesNothing', async () => {
  await empty();
  await put('task.start', 'task:a');
  await put('task.start', 'task:b');
  const server = new Server({'POST /task:a/task.start': {status: 401}});
  equal((await sendAll(server.call, 'me')).end, 'signIn');
  equal((await unsentOf('me')).map((item) => item.state), ['waiting', 'waiting']);
});

test('somebodyElseWhoSignedInIsNotSentFor', async () => {
  await empty();
  await put('task.start', 'task:a');
  const server = new Server({'POST /task:a/task.start': {status: 403}});
  const outcome = await sendAll(server.call, 'me', () => {}, async () => false);
  equal(outcome.end, 'stranger');
  equal((await unsentOf('me'))[0].state, 'waiting');
});

test('anotherSessionOfTheSamePersonGoesOn', async () => {
  await empty();
  await put('task.start', 'task:a');
  let times = 0;
  const server = new Server({'POST /task:a/task.start': () => {
    times += 1;
    return times === 1 ? {status: 403} : {status: 200, data: {version: 2}};
  }});
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal((await unsentOf('me')).length, 0);
});

test('whatIsForbiddenForGoodIsToldAfterOneMoreTry', async () => {
  await empty();
  await put('task.start', 'task:a');
  const server = new Server({'POST /task:a/task.start': {status: 403}});
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(server.posts().length, 2);
  equal((await unsentOf('me'))[0].trouble.status, 403);
});

test('whatTheServerStumblesOverDoesNotHoldUpTheRest', async () => {
  await empty();
  await put('task.start', 'task:a');
  await put('task.done', 'task:a');
  await put('task.start', 'task:b');
  const server = new Server({'POST /task:a/task.start': {status: 500}});
  equal((await sendAll(server.call, 'me')).end, 'postponed');
  equal(server.posts(), ['/task:a/task.start', '/task:b/task.start']);
  equal((await unsentOf('me')).map((item) => item.state), ['waiting', 'waiting']);
});

test('whatTheServerFailsOverAgainAndAgainWaitsForThePerson', async () => {
  await empty();
  await put('task.start', 'task:a', {seen: 3});
  await put('task.start', 'task:b');
  const server = new Server({
    'POST /task:a/task.start': {status: 500, data: {detail: 'Something went wrong here.'}},
    'GET /tasks/a': {status: 200, data: {id: 'a', state: 'PLANNED', version: 3}},
  });
  const ends = [];
  for (let i = 0; i < 3; i += 1) {
    ends.push((await sendAll(server.call, 'me')).end);
  }
  equal(ends, ['postponed', 'postponed', 'empty']);
  const [stopped] = await unsentOf('me');
  equal([stopped.state, stopped.trouble.status, stopped.trouble.theirs.version], ['stopped', 500, 3]);

  await sendOver(stopped, [stopped]);
  equal((await sendAll(server.call, 'me')).end, 'postponed');
});

test('aServerThatIsDownAsAWholeStopsNothing', async () => {
  for (const status of [502, 503, 504]) {
    await empty();
    await put('task.start', 'task:a');
    const server = new Server({'POST /task:a/task.start': {status}});
    for (let i = 0; i < 5; i += 1) {
      equal((await sendAll(server.call, 'me')).end, 'later');
    }
    equal((await unsentOf('me'))[0].state, 'waiting');
  }
});

test('aPhotoThatTheServerFailsOverIsKnownToHaveBeenTried', async () => {
  await empty();
  await put('photo.add', 'photo:p', {blob: new Blob(['x'], {type: 'image/jpeg'}), makes: 'p'});
  const server = new Server({'POST /photo:p/photo.add': {status: 500}});
  for (let i = 0; i < 3; i += 1) {
    await sendAll(server.call, 'me');
  }
  equal((await unsentOf('me')).map((item) => [item.state, item.tried]), [['stopped', true]]);
});

test('troubleOfTheServerIsTriedAgainWhenItSays', async () => {
  await empty();
  await put('task.start', 'task:a');
  const server = new Server({'POST /task:a/task.start': {status: 503, retryAfter: 7}});
  equal((await sendAll(server.call, 'me')).retryAfter, 7);
  equal((await unsentOf('me'))[0].state, 'waiting');
});

test('aConflictIsKeptWithBothSidesAndTheRestGoesOn', async () => {
  await empty();
  await put('task.done', 'task:a', {seen: 3, body: {result: 'mine'}});
  await put('task.comment', 'task:a');
  await put('task.start', 'task:b');
  const server = new Server({
    'POST /task:a/task.done': {status: 409, data: {title: 'stale', detail: 'Somebody was faster.'}},
    'GET /tasks/a': {status: 200, data: {id: 'a', state: 'DONE', result: 'theirs', version: 5}},
  });
  equal((await sendAll(server.call, 'me')).end, 'empty');
  const [refused, after] = await unsentOf('me');
  equal([refused.state, refused.trouble.status, refused.trouble.theirs.result, refused.body.result],
      ['stopped', 409, 'theirs', 'mine']);
  equal(after.state, 'waiting');
  equal(server.posts(), ['/task:a/task.done', '/task:b/task.start']);
});

test('thePageOfAProxyIsTakenForNoAnswer', async () => {
  for (const status of [200, 404]) {
    await empty();
    await put('task.start', 'task:a');
    const server = new Server({'POST /task:a/task.start': {status, data: null}});
    equal((await sendAll(server.call, 'me')).end, 'later');
    equal((await unsentOf('me')).map((item) => item.state), ['waiting'], `after ${status}`);
  }
});

test('aPhotoThatFindsNoPlaceHoldsUpNothingElse', async () => {
  await empty();
  await put('photo.add', 'photo:p', {visit: null, blob: new Blob(['x'])});
  await put('task.comment', 'task:b', {visit: null});
  const server = new Server({'POST /photo:p/photo.add': {status: 503, data: {}}});
  const outcome = await sendAll(server.call, 'me');
  equal([outcome.end, (await unsentOf('me')).map((item) => item.kind)], ['postponed', ['photo.add']]);
  equal(server.posts(), ['/photo:p/photo.add', '/task:b/task.comment']);
});

test('anAnswerToADisputeGoesOverItsReviewAndOverNoOtherAnswer', async () => {
  const answered = async (theirs) => {
    await empty();
    await put('dispute.answer', 'dispute:m', {visit: null, seen: 1, body: {text: 'mine'}});
    const server = new Server({
      'POST /dispute:m/dispute.answer': (headers) => (headers['If-Match'] === '"2"'
          ? {status: 200, data: {id: 'm', version: 3}} : {status: 409}),
      'GET /disputes/m': {status: 200, data: {id: 'm', version: 2, ...theirs}},
    });
    await sendAll(server.call, 'me');
    return (await unsentOf('me')).map((item) => [item.state, item.trouble.theirs.answer]);
  };
  equal(await answered({answer: null}), []);
  equal(await answered({answer: 'theirs'}), [['stopped', 'theirs']]);
  equal(await answered({answer: 'mine'}), []);
});

test('aDatabaseThatWasCutOffIsOpenedAnew', async () => {
  await empty();
  (await db()).close();
  await put('task.start', 'task:a');
  equal((await unsentOf('me')).length, 1);
});

test('aSecondArrivalCountsAsDoneAndHoldsNothingBack', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day(3, {state: 'CARRIED_OVER'})});
  await put('visit.start', 'visit:v1', {seen: 1});
  await put('task.done', 'task:a', {seen: 3});
  const server = new Server({
    'POST /visit:v1/visit.start': {status: 409, data: {title: 'refused'}},
    'GET /visits/v1': {status: 200, data: {id: 'v1', state: 'ON_SITE', version: 2}},
    'GET /diary/visits/v1': {status: 200, data: day(4)},
  });
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(await unsentOf('me'), []);
  equal(server.calls.at(-1).headers['If-Match'], '"4"');
});

test('aRefusedClosingIsSentAgainAfterTheAnswerItWants', async () => {
  await empty();
  await put('visit.close', 'visit:v1', {seen: 2});
  let answered = false;
  const server = new Server({
    'POST /visit:v1/visit.close': () => (answered
      ? {status: 200, data: {id: 'v1', version: 4}}
      : {status: 409, data: {open: [{kind: 'TASK', id: 'a'}]}}),
    'POST /task:a/task.done': () => {
      answered = true;
      return {status: 200, data: {id: 'a', version: 4}};
    },
    'GET /visits/v1': {status: 200, data: {id: 'v1', state: 'CLOSING', version: 3}},
  });
  await sendAll(server.call, 'me');
  const [refused] = await unsentOf('me');
  equal([refused.state, refused.trouble.open.length], ['stopped', 1]);
  await put('task.done', 'task:a');
  await load();
  await sendOver(refused, now().items);
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(server.posts(),
      ['/visit:v1/visit.close', '/task:a/task.done', '/visit:v1/visit.close']);
  equal(server.calls.at(-1).headers['If-Match'], '"3"');
  equal(server.calls.at(-1).headers['Idempotency-Key'] === refused.key, false);
  equal(await unsentOf('me'), []);
});

test('closingAnewTakesThePlaceOfARefusedClosing', async () => {
  await empty();
  await put('visit.close', 'visit:v1', {state: 'stopped', trouble: {}});
  await load();
  await closeAnew({id: 'v1', clientName: 'x', version: 3}, now().items);
  equal((await unsentOf('me')).map((item) => [item.kind, item.state, item.seen]),
      [['visit.close', 'waiting', 3]]);
});

test('whoDropsOneKeepsTheOthersAndTheyGoOverWhatIsThere', async () => {
  await empty();
  await put('task.notDone', 'task:a',
      {seen: 3, state: 'stopped', trouble: {status: 409, theirs: {version: 5}}});
  await put('task.done', 'task:a', {seen: 3});
  await put('task.comment', 'task:a');
  await put('task.done', 'task:b', {seen: 3});
  const [first] = await unsentOf('me');
  await drop([first]);
  equal((await unsentOf('me')).map((item) => [item.kind, item.seen]),
      [['task.done', 5], ['task.comment', null], ['task.done', 3]]);
});

test('whatAnotherPersonDidOnThisPhoneIsLeftAsTheySawIt', async () => {
  await empty();
  await put('task.notDone', 'task:a',
      {seen: 3, state: 'stopped', trouble: {status: 409, theirs: {version: 5}}});
  await put('task.done', 'task:a', {seen: 3, staff: 'somebody'});
  await drop(await unsentOf('me'));
  equal((await unsentOf('somebody')).map((item) => item.seen), [3]);
});

test('whoeverDoesNotKnowTheOtherSideOverwritesNothingUnseen', async () => {
  await empty();
  await put('task.done', 'task:a', {seen: 3, state: 'stopped', trouble: {theirs: null}});
  const items = await unsentOf('me');
  await sendOver(items[0], items);
  equal((await unsentOf('me')).map((item) => [item.state, item.seen]), [['waiting', 3]]);
});

test('theVersionThatWasSeenIsSaid', async () => {
  await empty();
  await put('task.start', 'task:a', {seen: 3});
  await put('task.done', 'task:a', {seen: 3});
  const server = new Server({
    'POST /task:a/task.start': {status: 200, data: {id: 'a', version: 4}},
  });
  await sendAll(server.call, 'me');
  equal(server.calls.map((call) => call.headers['If-Match']), ['"3"', '"4"']);
});

test('whatWasSentIsShownUntilTheNextAnswer', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: '"x"', data: day(3)});
  await put('task.start', 'task:a', {seen: 3});
  const server = new Server({
    'POST /task:a/task.start': {status: 200, data: {id: 'a', version: 4}},
  });
  await sendAll(server.call, 'me');
  const kept = await answer('me', dayPath('v1'));
  equal([kept.data.tasks[0].state, kept.data.tasks[0].version, kept.etag],
      ['IN_PROGRESS', 4, null]);
});

/** What is said of the version of a task that was as it says before an arrival without network. */
async function seenAfterArrival(before) {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day(3, before)});
  await put('visit.start', 'visit:v1', {seen: 1});
  await put('task.start', 'task:a', {seen: 3});
  const server = new Server({
    'POST /visit:v1/visit.start': {status: 200, data: {id: 'v1', version: 2}},
    'GET /diary/visits/v1': {status: 200, data: day(4)},
  });
  await sendAll(server.call, 'me');
  return server.calls.at(-1).headers['If-Match'];
}

test('whatWasDoneBeforeTheArrivalWasSentIsNoConflict', async () => {
  equal(await seenAfterArrival({state: 'NEW', visit: undefined}), '"4"');
});

test('whatAColleagueChangedWhileArrivalWaitedIsNotOverwritten', async () => {
  equal(await seenAfterArrival({state: 'PLANNED'}), '"3"');
});

test('whatAColleagueAnsweredBeforeOneTapIsNotOverwritten', async () => {
  const answered = (answeredBy) => ({status: 200, data: {
    items: [{id: 'c', state: 'OK', answeredBy, version: 2}],
  }});
  for (const [who, seen] of [['me', '"2"'], ['colleague', '"1"']]) {
    await empty();
    await put('device.ok', 'device:d', {device: 'd', path: '/d/ok'});
    await put('check.answer', 'check:c', {device: 'd', seen: 1});
    const server = new Server({'POST /d/ok': answered(who)});
    await sendAll(server.call, 'me');
    equal(server.calls.at(-1).headers['If-Match'], seen, who);
  }
});

test('aWishAndWhatWasDoneWithItArriveTogether', async () => {
  await empty();
  await put('visit.wish', 'task:mine', {makes: 'mine', path: '/visits/v1/wishes'});
  await put('task.start', 'task:mine', {path: '/tasks/mine/start'});
  const server = new Server({
    'POST /visits/v1/wishes': {status: 201, data: {id: 'T1', version: 1}},
  });
  await sendAll(server.call, 'me');
  equal(server.posts(), ['/visits/v1/wishes', '/tasks/T1/start']);
  equal(server.calls[1].headers['If-Match'], '"1"');
});

test('theDayIsFetchedAheadAndAskedForByItsTag', async () => {
  await empty();
  const diary = {me: {id: 'me'}, visits: [{id: 'v1', waiting: {}}, {id: 'v9'}], tasks: []};
  const server = new Server({
    'GET /diary': (headers) => (headers['If-None-Match'] === '"d"'
      ? {status: 304} : {status: 200, data: diary, etag: '"d"'}),
    'GET /diary/visits/v1': {status: 200, data: day(1), etag: '"v"'},
  });
  equal((await refresh(server.call, 'me')).status, 200);
  equal((await refresh(server.call, 'me')).status, 200);
  equal(server.calls.map((call) => [call.path, call.headers['If-None-Match'] ?? null]), [
    ['/diary', null], ['/diary/visits/v1', null],
    ['/diary', '"d"'], ['/diary/visits/v1', '"v"'],
  ]);
  equal((await answer('me', dayPath('v1'))).data.tasks[0].version, 1);
});

test('whatWasReadIsForgottenAndWhatWasDoneIsNot', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day(1)});
  await keepAnswer('somebody', dayPath('v1'), {etag: null, data: day(1)});
  await put('task.start', 'task:a');
  await forgetAnswers('me');
  equal(await answer('me', dayPath('v1')), undefined);
  equal((await answer('somebody', dayPath('v1'))).data, day(1));
  equal((await unsentOf('me')).length, 1);
});

test('whatIsKeptOfATaskGoesWithTheLastListThatHasIt', async () => {
  await empty();
  const diary = {me: {id: 'me'}, visits: [{id: 'v1', waiting: {}}], tasks: [{id: 'z'}]};
  const server = new Server({
    'GET /diary': {status: 200, data: diary},
    'GET /diary/visits/v1': {status: 200, data: day(1)},
  });
  for (const id of ['a', 'z', 'gone']) {
    await keepAnswer('me', `/tasks/${id}/photos`, {etag: null, data: {items: []}});
  }
  await refresh(server.call, 'me');
  const kept = await Promise.all(
      ['a', 'z', 'gone'].map((id) => answer('me', `/tasks/${id}/photos`)));
  equal(kept.map(Boolean), [true, true, false]);
});

test('aMarkOnAPhotoThatWaitsKeepsItsCaption', async () => {
  await empty();
  await act('photo.add', {id: 'a', title: 'x'},
      {blob: new Blob(['x']), inReport: true, caption: 'The fan & its dust'});
  const [photo] = await unsentOf('me');
  await markPhoto({id: 'a', title: 'x'}, {id: photo.makes}, false);
  const [marked] = await unsentOf('me');
  equal(saidOf(marked), {inReport: false, caption: 'The fan & its dust'});
});

test('itIsToldWhetherNobodyAnswersOrTheServerIsInTrouble', async () => {
  for (const status of [0, 503, 500]) {
    await empty();
    await put('task.start', 'task:a');
    const server = new Server({'POST /task:a/task.start': {status}});
    equal((await sendAll(server.call, 'me')).status, status);
  }
});

test('aDayThatIsLookedAtIsKeptThoughNobodyListsIt', async () => {
  await empty();
  want('v7');
  await load();
  equal(wanted(), ['v7']);
  const server = new Server({
    'GET /diary': {status: 200, data: {me: {id: 'me'}, visits: [], tasks: []}},
    'GET /diary/visits/v7': {status: 200, data: {...day(1), visit: {id: 'v7', state: 'CLOSED'}}},
  });
  await refresh(server.call, 'me', wanted());
  await load();
  equal([now().days.has('v7'), wanted()], [true, ['v7']]);
  want(null);
});

test('anotherPersonsDiaryIsNotTakenForMine', async () => {
  await empty();
  const server = new Server({
    'GET /diary': {status: 200, data: {me: {id: 'somebody'}, visits: [], tasks: []}},
  });
  await refresh(server.call, 'me');
  equal(await answer('me', '/diary'), undefined);
});

const brought = (...checks) => ({
  ...day(4),
  devices: [{id: 'd', reasons: [], checks: checks.map(
      ([item, version = 1, state = 'OPEN']) => ({id: `c-${item}`, item, title: item, state, version}))}],
});

async function arriveWithoutNetwork() {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: {...brought(), visit: {id: 'v1', state: 'SCHEDULED'}}});
  await put('visit.start', 'visit:v1', {seen: 1, body: {at: '2026-03-12T06:00:00Z'},
    brings: ['virus', 'dust'].map((item) => ({id: `mine-${item}`, asset: 'd', item, title: item}))});
}

const answerMine = (item, result, more = {}) => put('check.answer', `check:mine-${item}`, {
  device: 'd', expects: item, path: `/visits/v1/checks/mine-${item}`, body: {result}, ...more,
});

const allOk = (saw) => put('device.ok', 'device:d', {device: 'd', path: '/d/ok', saw});

test('aChecklistThatWasAnsweredBeforeArrivalWasSentArrives', async () => {
  await arriveWithoutNetwork();
  await answerMine('virus', 'PROBLEM');
  await allOk(['virus', 'dust']);
  await answerMine('dust', 'SKIPPED');
  const server = new Server({
    'GET /diary/visits/v1': {status: 200, data: brought(['virus'], ['dust'])},
    'POST /visits/v1/checks/c-virus': {status: 200, data: {id: 'c-virus', version: 2}},
    'POST /d/ok': {status: 200, data: {items: ['PROBLEM', 'OK'].map((state, index) => (
      {id: ['c-virus', 'c-dust'][index], state, answeredBy: 'me', version: 2}))}},
  });
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(server.calls.slice(2).map((call) => [call.path, call.headers['If-Match'] ?? null]), [
    ['/visits/v1/checks/c-virus', '"1"'], ['/d/ok', null], ['/visits/v1/checks/c-dust', '"2"'],
  ]);
  equal((await unsentOf('me')).length, 0);
});

test('whatArrivalDidNotBringIsKeptForThePersonAndTheRestGoesOn', async () => {
  await arriveWithoutNetwork();
  await answerMine('dust', 'PROBLEM');
  await put('task.start', 'task:a', {seen: 3});
  await put('visit.close', 'visit:v1');
  const server = new Server({
    'GET /diary/visits/v1': {status: 200, data: brought(['virus'])},
  });
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(server.posts(), ['/visit:v1/visit.start', '/task:a/task.start']);
  const left = await unsentOf('me');
  equal(left.map((item) => [item.kind, item.state]),
      [['check.answer', 'stopped'], ['visit.close', 'waiting']]);
  equal(left[0].trouble.why, 'notAsked');
  // The regulation is asked for anew, and has it after all.
  await keepAnswer('me', dayPath('v1'), {etag: null, data: brought(['virus'], ['dust'])});
  await sendOver(left[0], left);
  await sendAll(server.call, 'me');
  equal(server.posts().slice(2), ['/visits/v1/checks/c-dust', '/visit:v1/visit.close']);
});

test('anArrivalThatIsRefusedHoldsBackWhatWasDoneAfterIt', async () => {
  await arriveWithoutNetwork();
  await answerMine('virus', 'OK');
  await allOk(['virus', 'dust']);
  const server = new Server({'POST /visit:v1/visit.start': {status: 409, data: {title: 'no'}}});
  await sendAll(server.call, 'me');
  equal(server.posts(), ['/visit:v1/visit.start']);
  equal((await unsentOf('me')).map((item) => item.state), ['stopped', 'waiting', 'waiting']);
});

test('aVisitThatHasBegunWithoutThisArrivalGoesOn', async () => {
  await arriveWithoutNetwork();
  await answerMine('virus', 'OK');
  const server = new Server({
    'POST /visit:v1/visit.start': {status: 409},
    'GET /visits/v1': {status: 200, data: {id: 'v1', state: 'ON_SITE', version: 2}},
    'GET /diary/visits/v1': {status: 200, data: brought(['virus'])},
  });
  await sendAll(server.call, 'me');
  equal(server.posts(), ['/visit:v1/visit.start', '/visits/v1/checks/c-virus']);
  equal((await unsentOf('me')).length, 0);
});

test('withoutWhatArrivalBroughtNothingOfTheVisitIsSent', async () => {
  await arriveWithoutNetwork();
  await answerMine('virus', 'OK');
  let hasNetwork = false;
  const server = new Server({
    'GET /diary/visits/v1': () => (hasNetwork
      ? {status: 200, data: brought(['virus'], ['dust'])} : {status: 0}),
  });
  equal((await sendAll(server.call, 'me')).end, 'later');
  equal((await unsentOf('me')).length, 2);
  hasNetwork = true;
  equal((await sendAll(server.call, 'me')).end, 'empty');
  equal(server.posts(),
      ['/visit:v1/visit.start', '/visit:v1/visit.start', '/visits/v1/checks/c-virus']);
  equal(new Set(server.calls.map((call) => call.headers['Idempotency-Key']).filter(Boolean)).size, 2);
});

test('anAnswerInTheMomentInWhichArrivalIsSettledFindsItsCheck', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: brought(['virus'])});
  await answerMine('virus', 'OK');
  const server = new Server();
  await sendAll(server.call, 'me');
  equal(server.posts(), ['/visits/v1/checks/c-virus']);
});

test('whatArrivalWouldBringIsAskedForNowAndThen', async () => {
  await empty();
  const diary = {me: {id: 'me'}, visits: [{id: 'v1', waiting: {}}], tasks: []};
  let tag = '"one"';
  const expected = {items: [{asset: 'd', item: 'virus', title: 'Virus', mandatory: true}]};
  const server = new Server({
    'GET /diary': {status: 200, data: diary},
    'GET /diary/visits/v1': () => (
      {status: 200, data: {...day(1), visit: {id: 'v1', state: 'SCHEDULED'}}, etag: tag}),
    'GET /visits/v1/expected-checks': (headers) => (headers['If-None-Match'] === '"e"'
      ? {status: 304} : {status: 200, data: expected, etag: '"e"'}),
  });
  const asked = () => server.calls.filter((call) => call.path === expectedPath('v1')).length;
  await refresh(server.call, 'me');
  await refresh(server.call, 'me');
  equal(asked(), 1);
  tag = '"two"';
  await refresh(server.call, 'me');
  await refresh(server.call, 'me');
  equal(asked(), 2);
  equal((await answer('me', expectedPath('v1'))).data, expected);
  diary.visits = [];
  await refresh(server.call, 'me');
  equal(await answer('me', expectedPath('v1')), undefined);
});

test('aStepIsTakenNowIfItsMomentWasRefused', async () => {
  await empty();
  await put('visit.start', 'visit:v1', {state: 'stopped', seen: 1, body: {at: '2026-03-01T06:00:00Z'},
    trouble: {status: 422, errors: [{field: 'at', message: 'is too long ago'}], theirs: {version: 1}}});
  const [refused] = await unsentOf('me');
  await sendOver(refused, [refused]);
  const [again] = await unsentOf('me');
  equal([again.state, again.body, again.key === refused.key], ['waiting', {}, false]);
});

/** The closing that waits behind a refused arrival, after that is sent over. */
async function closingAfter(trouble) {
  await empty();
  const at = '2026-03-01T06:00:00Z';
  await put('visit.start', 'visit:v1', {state: 'stopped', seen: 1, body: {at},
    trouble: {errors: [], theirs: {version: 1}, ...trouble}});
  await put('visit.close', 'visit:v1', {seen: 1, body: {at}, at});
  const items = await unsentOf('me');
  await sendOver(items[0], items);
  const [, {body, key}] = await unsentOf('me');
  return [body.at === at, key === items[1].key];
}

test('aClosingThatWasNotRefusedKeepsTheMomentOfTheTap', async () => {
  equal(await closingAfter({status: 409}), [true, true]);
});

test('aClosingIsNotBeforeAnArrivalThatIsTakenNow', async () => {
  const errors = [{field: 'at', message: 'is too long ago'}];
  equal(await closingAfter({status: 422, errors}), [false, false]);
});

test('aClockThatIsWrongIsPutRight', async () => {
  await hear(new Date(Date.now() + 3_600_000).toUTCString());
  const ahead = Date.parse(moment()) - Date.now();
  equal(Math.abs(ahead - 3_600_000) < 5_000, true);
  await hear(new Date().toUTCString());
  equal(Math.abs(Date.parse(moment()) - Date.now()) < 1_000, true);
});

async function photoOf(more = {}) {
  await empty();
  await keepNote('who', {id: 'me', name: 'Peter'});
  await load();
  await keepAnswer('me', photosPath('a'),
      {etag: null, data: {items: [{id: 'p', inReport: false, version: 1}], next: null, ...more}});
}

const taskA = {id: 'a', visit: 'v1', title: 'Printer'};

test('aPhotoIsMarkedAndTakenAwayWithoutNetwork', async () => {
  await photoOf();
  await markPhoto(taskA, {id: 'p', version: 1}, true);
  await removePhoto(taskA, {id: 'p', version: 1});
  const server = new Server({
    'PATCH /photos/p': {status: 200, data: {id: 'p', inReport: true, version: 2}},
    'DELETE /photos/p': {status: 204},
  });
  await sendAll(server.call, 'me');
  equal(server.calls.map((call) => [call.method, call.headers['If-Match'], call.body ?? null]), [
    ['PATCH', '"1"', {inReport: true}], ['DELETE', '"2"', null],
  ]);
  equal((await answer('me', photosPath('a'))).data.items, []);
});

test('whatIsAsThePersonWantsItIsNoConflict', async () => {
  await photoOf();
  await markPhoto(taskA, {id: 'p', version: 1}, true);
  const server = new Server({
    'PATCH /photos/p': {status: 409},
    'GET /tasks/a/photos': {status: 200, data: {items: [{id: 'p', inReport: true, version: 2}]}},
    'DELETE /photos/p': {status: 404, data: {}},
  });
  await sendAll(server.call, 'me');
  equal((await unsentOf('me')).length, 0);
  await removePhoto(taskA, {id: 'p', version: 2});
  await sendAll(server.call, 'me');
  equal((await unsentOf('me')).length, 0);
});

test('aMarkThatSomebodyElseSetOtherwiseIsSettledByThePerson', async () => {
  await photoOf();
  await markPhoto(taskA, {id: 'p', version: 1}, true);
  const server = new Server({
    'PATCH /photos/p': {status: 409},
    'GET /tasks/a/photos': {status: 200, data: {items: [{id: 'p', inReport: false, version: 3}]}},
  });
  await sendAll(server.call, 'me');
  const [refused] = await unsentOf('me');
  equal([refused.state, refused.trouble.theirs.version], ['stopped', 3]);
});

test('aPhotoThatWasNeverTriedIsChangedAndDroppedWhereItWaits', async () => {
  await photoOf();
  await act('photo.add', taskA, {blob: new Blob(['x'], {type: 'image/jpeg'}), inReport: false});
  const [waiting] = await unsentOf('me');
  await markPhoto(taskA, {id: waiting.makes, version: null}, true);
  const [marked] = await unsentOf('me');
  equal([marked.kind, marked.path], ['photo.add', '/tasks/a/photos?inReport=true&caption=']);
  await removePhoto(taskA, {id: waiting.makes, version: null});
  equal(await unsentOf('me'), []);
});

test('aPhotoThatMayHaveArrivedIsFollowedByWhatWasDoneToIt', async () => {
  await photoOf();
  await act('photo.add', taskA, {blob: new Blob(['x'], {type: 'image/jpeg'}), inReport: false});
  const [{makes}] = await unsentOf('me');
  const server = new Server({
    'POST /tasks/a/photos?inReport=false&caption=': {status: 201, data: {id: 'P1', version: 1}},
    'PATCH /photos/P1': {status: 200, data: {id: 'P1', inReport: true, version: 2}},
    'DELETE /photos/P1': {status: 204},
  });
  server.losesReplies = 1;
  await sendAll(server.call, 'me');
  await markPhoto(taskA, {id: makes, version: null}, true);
  await removePhoto(taskA, {id: makes, version: null});
  await sendAll(server.call, 'me');
  equal(server.calls.slice(2).map((call) => [call.method, call.path, call.headers['If-Match']]), [
    ['PATCH', '/photos/P1', '"1"'], ['DELETE', '/photos/P1', '"2"'],
  ]);
  equal((await unsentOf('me')).length, 0);
  equal((await answer('me', photosPath('a'))).data.items.map((photo) => photo.id), ['p']);
});

test('whatIsDoneInTheMomentInWhichTheStepBeforeWasSettledTakesItsVersion', async () => {
  await empty();
  const seen = {id: 'v1', clientName: 'x', version: 4};
  await act('visit.accept', seen);
  await sendAll(new Server({
    'POST /visits/v1/accept': {status: 200, data: {id: 'v1', version: 5}},
  }).call, 'me');
  // The screen was not drawn anew yet.
  await act('visit.onTheWay', seen);
  equal((await unsentOf('me')).map((item) => item.seen), [5]);
  // Once it was, what it shows counts.
  await load();
  await act('visit.onTheWay', seen);
  equal((await unsentOf('me')).map((item) => item.seen), [5, 4]);
  await empty();
});

test('whatTheServerFailsOverWithholdsNothingThatIsNew', async () => {
  await empty();
  await put('task.start', 'task:a');
  const server = new Server({
    'GET /session': {status: 200, data: {staff: 'me', name: 'Peter', role: 'ENGINEER'}},
    'POST /task:a/task.start': {status: 500},
    'GET /diary': {status: 200, data: {me: {id: 'me'}, visits: [{id: 'v1', waiting: {}}], tasks: []}},
    'GET /diary/visits/v1': {status: 200, data: day(7)},
  });
  const real = globalThis.fetch;
  globalThis.fetch = async (path, {method, headers}) => {
    const {status, data} = await server.call(method, path.replace('/api/v1', ''), {headers});
    return new Response(data && JSON.stringify(data),
        {status, headers: {'Content-Type': 'application/json'}});
  };
  try {
    await soon();
  } finally {
    globalThis.fetch = real;
  }
  equal([now().days.get('v1').tasks[0].version, now().link], [7, 'server']);
  await empty();
});

await run();
