import {equal, run, test} from './harness.js';

const base = new URLSearchParams(location.search).get('base');
const {closeAnew, drop, sendOver} = await import(`${base}/actions.js`);
const {
  answer, db, forgetAnswers, keepAnswer, keepNote, unsentOf, unsentOfOthers,
} = await import(`${base}/db.js`);
const {alone, dayPath, refresh, sendAll} = await import(`${base}/outbox/sender.js`);
const {load, now, want, wanted} = await import(`${base}/store.js`);

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

const day = (version) => ({
  visit: {id: 'v1', state: 'ON_SITE', version: 2},
  tasks: [task('a', version)],
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
  equal((await sendAll(server.call, 'me')).end, 'later');
  equal(server.posts(), ['/task:a/task.start', '/task:b/task.start']);
  equal((await unsentOf('me')).map((item) => item.state), ['waiting', 'waiting']);
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

test('aSecondArrivalCountsAsDoneAndHoldsNothingBack', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day(4)});
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

test('whatWasDoneBeforeTheArrivalWasSentIsNoConflict', async () => {
  await empty();
  await keepAnswer('me', dayPath('v1'), {etag: null, data: day(3)});
  await put('visit.start', 'visit:v1', {seen: 1});
  await put('task.start', 'task:a', {seen: 3});
  const server = new Server({
    'POST /visit:v1/visit.start': {status: 200, data: {id: 'v1', version: 2}},
    'GET /diary/visits/v1': {status: 200, data: day(4)},
  });
  await sendAll(server.call, 'me');
  equal(server.calls.at(-1).headers['If-Match'], '"4"');
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

await run();
