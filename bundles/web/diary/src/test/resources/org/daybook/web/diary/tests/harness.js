/** Runs tests whose names are sentences, one after another, and leaves what came of them. */

const tests = [];

export function test(sentence, body) {
  tests.push({sentence, body});
}

export function equal(actual, expected, what = '') {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) {
    throw new Error(`${what} expected ${other}, was ${one}`);
  }
}

export async function run() {
  const results = [];
  for (const {sentence, body} of tests) {
    try {
      await body();
      results.push({sentence, trouble: null});
    } catch (error) {
      results.push({sentence, trouble: String(error.stack ?? error)});
    }
  }
  globalThis.results = results;
}
