/**
 * What an action will have changed, shown before the server has said so. The server decides; this
 * only spares people the wait. Each effect changes a copy of an answer in place.
 */

const FOUND_FOR_ITSELF = ['UNANSWERED', 'NOT_CHECKED'];

/** What arrival brings onto the visit, and what it leaves as it is. */
const COMES = ['NEW', 'CARRIED_OVER', 'RETURNED'];
const GOES_ON = ['PLANNED', 'IN_PROGRESS'];

/** Effects on the answer to /diary/visits/ID, by kind of action. */
const ON_DAY = {
  'visit.accept': (day, item) => { day.visit.acceptedAt ??= item.at; },
  'visit.onTheWay': (day, item) => {
    day.visit.acceptedAt ??= item.at;
    day.visit.onTheWayAt ??= item.at;
  },
  'visit.start': (day, item) => {
    day.visit.state = 'ON_SITE';
    day.visit.arrivedAt = item.at;
    for (const task of day.tasks) {
      if (COMES.includes(task.state)) {
        task.state = 'PLANNED';
      }
      if (GOES_ON.includes(task.state)) {
        // It may have been planned onto a visit that never took place.
        task.visit = day.visit.id;
      }
    }
    for (const {asset, ...check} of item.brings ?? []) {
      const checks = day.devices.find((each) => each.id === asset)?.checks ?? [];
      if (!checks.some((each) => each.item === check.item)) {
        checks.push({...check, state: 'OPEN', version: null, expected: true});
      }
    }
  },
  'visit.close': (day, item) => {
    day.visit.state = 'CLOSED';
    day.visit.departedAt = item.at;
  },
  'visit.wish': (day, item) => {
    day.tasks.push(newTask(item, {state: 'PLANNED', source: 'client', visit: day.visit.id}));
  },
  'check.answer': (day, item) => {
    for (const device of day.devices) {
      const check = device.checks.find((each) => item.object === `check:${each.id}`);
      if (check) {
        Object.assign(check, {
          state: item.body.result,
          description: item.body.description,
          action: item.body.action,
          dueAt: item.body.dueAt,
          reason: item.body.reason,
        });
        lookAgain(device, check);
      }
    }
  },
  'device.ok': (day, item) => answerOpen(day, item, {state: 'OK'},
      (device, check) => !knownProblem(device, check)),
  'device.skip': (day, item) => answerOpen(day, item, {state: 'SKIPPED', reason: item.body.reason}),
  'device.add': (day, item) => {
    day.devices.push({
      id: item.makes,
      name: item.body.name,
      kind: item.body.kind,
      hostname: item.body.hostname,
      inventoryNumber: item.body.inventoryNumber,
      verdict: 'RED',
      reasons: [],
      checks: [],
      fresh: true,
    });
  },
  'device.gone': (day, item) => {
    const device = day.devices.find((each) => item.object === `device:${each.id}`);
    if (device) {
      device.gone = item.body.reason;
    }
  },
};

function newTask(item, more) {
  return {
    id: item.makes,
    title: item.body.title,
    description: item.body.description,
    priority: item.body.priority,
    dueAt: item.body.dueAt,
    createdAt: item.at,
    occurrences: 1,
    carriedOver: 0,
    minutes: 0,
    comments: [],
    version: null,
    ...more,
  };
}

function answerOpen(day, item, answer, isMeant = () => true) {
  const device = day.devices.find((each) => item.object === `device:${each.id}`);
  for (const check of device?.checks ?? []) {
    if (check.state === 'OPEN' && isMeant(device, check)) {
      Object.assign(check, answer);
      lookAgain(device, check);
    }
  }
}

/** What is known already to be wrong where a check is open; null if nothing is. */
export function knownProblem(device, check) {
  return (check.state === 'OPEN'
      && (device.problems ?? []).find((problem) => problem.item === check.item)) || null;
}

/** Effects on a task, wherever it is listed. */
const ON_TASK = {
  'task.plan': (task, item) => {
    if (task.state === 'CARRIED_OVER' && task.visit === item.body.visit) {
      // Taken back: it was not carried over after all.
      task.carriedOver -= 1;
    }
    task.state = 'PLANNED';
    task.visit = item.body.visit;
  },
  'task.start': (task) => { task.state = 'IN_PROGRESS'; task.reason = undefined; },
  'task.done': (task, item) => {
    task.state = 'DONE';
    task.result = item.body.result;
    task.reason = undefined;
    task.minutes += item.body.minutes ?? 0;
  },
  'task.resolveRemotely': (task, item) => {
    task.state = 'RESOLVED_REMOTELY';
    task.result = item.body.result;
    task.minutes += item.body.minutes ?? 0;
  },
  'task.notDone': (task, item) => { task.state = 'NOT_DONE'; task.reason = item.body.reason; },
  'task.carryOver': (task, item) => {
    task.state = 'CARRIED_OVER';
    task.reason = item.body.reason;
    task.carriedOver += 1;
  },
  'task.handover': (task, item) => {
    task.state = 'HANDED_OVER';
    task.reason = item.body.reason;
    task.specialist = item.body.specialist;
    task.specialistName = item.names?.specialist;
  },
  'task.accept': (task) => { task.state = 'ACCEPTED'; },
  'task.return': (task, item) => { task.state = 'RETURNED'; task.reason = item.body.reason; },
  'task.comment': (task, item) => {
    task.comments.push({by: item.by, at: item.at, text: item.body.text, unsent: true});
  },
  'task.time': (task, item) => { task.minutes += item.body.minutes; },
};

/** Effects on the answer to /tasks/ID/photos, by kind of action. */
const ON_PHOTO = {
  'photo.mark': (photo, item) => { photo.inReport = item.body.inReport; },
  'photo.remove': (photo) => { photo.removed = true; },
};

/** The answer to /tasks/ID/photos as it will be. */
export function photosWith(photos, items) {
  const copy = structuredClone(photos);
  for (const item of items) {
    const photo = copy.items.find((each) => item.object === `photo:${each.id}`);
    if (photo) {
      ON_PHOTO[item.kind]?.(photo, item);
    }
  }
  return copy;
}

/** The answer to /tasks/ID/photos once the server has an item and said what came of it. */
export function photosAfter(photos, item, photo) {
  const {items} = photos;
  if (item.kind === 'photo.remove') {
    return {...photos, items: items.filter((each) => item.object !== `photo:${each.id}`)};
  }
  if (!photo?.id) {
    return photos;
  }
  const isThere = items.some((each) => each.id === photo.id);
  return {
    ...photos,
    items: isThere ? items.map((each) => (each.id === photo.id ? photo : each)) : [...items, photo],
  };
}

/**
 * The answer to /diary/visits/ID as it will be.
 *
 * @param {Array} expected the checks that arrival will bring, as far as is known
 */
export function dayWith(day, items, expected = []) {
  const copy = structuredClone(day);
  if (day.visit.state === 'SCHEDULED') {
    const devices = new Map(copy.devices.map((device) => [device.id, device]));
    for (const check of expected) {
      const device = devices.get(check.asset);
      if (device) {
        device.expected = [...(device.expected ?? []), check];
      }
    }
  }
  for (const item of items) {
    if (item.visit === day.visit.id) {
      ON_DAY[item.kind]?.(copy, item);
    }
    // Before arrival it may be on no visit yet, or on an earlier one.
    const task = copy.tasks.find((each) => item.object === `task:${each.id}`);
    if (task) {
      ON_TASK[item.kind]?.(task, item);
    }
  }
  return copy;
}

/** Effects on the answer to /diary, by kind of action. */
const ON_DIARY = {
  'dispute.answer': (diary, item) => {
    diary.disputes = (diary.disputes ?? [])
        .filter((dispute) => item.object !== `dispute:${dispute.id}`);
  },
  'remote.pass': (diary, item) => {
    const client = diary.clients.find((each) => each.code === item.body.client);
    diary.tasks.push(newTask(item, {state: 'NEW', source: 'remote', clientName: client?.name}));
  },
};

/** The answer to /diary as it will be. */
export function diaryWith(diary, items) {
  const copy = structuredClone(diary);
  for (const item of items) {
    ON_DIARY[item.kind]?.(copy, item);
    const visit = copy.visits.find((each) => each.id === item.visit);
    if (visit && item.kind.startsWith('visit.')) {
      ON_DAY[item.kind]?.({visit, tasks: [], devices: []}, item);
    }
    const task = copy.tasks.find((each) => item.object === `task:${each.id}`);
    if (task) {
      ON_TASK[item.kind]?.(task, item);
    }
  }
  return copy;
}

/** A check was answered: the reasons that said it was not are not true any more. */
function lookAgain(device, check) {
  const open = device.checks.some((each) => each.state === 'OPEN');
  const isMended = (problem) => check.state === 'OK' && problem.item === check.item;
  const mended = (device.problems ?? []).filter(isMended).map((problem) => problem.description);
  device.problems = (device.problems ?? []).filter((problem) => !isMended(problem));
  device.reasons = device.reasons.filter((reason) => {
    if (FOUND_FOR_ITSELF.includes(reason.what)) {
      return open && !reason.problem.includes(check.title);
    }
    return reason.what !== 'PROBLEM' || !mended.includes(reason.problem);
  });
}
