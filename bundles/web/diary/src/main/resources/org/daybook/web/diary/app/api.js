/** Talks to the REST API. Never throws for an answer, nor for want of one. */

import {hear} from './clock.js';

const ROOT = '/api/v1';
const PATIENCE = 30_000;
const PATIENCE_FOR_PICTURES = 180_000;

let key = null;

/** What has to go with every change while a session is open; null without one. */
export function useKey(value) {
  key = value;
}

/**
 * Sends a request.
 *
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {{body?: Object, blob?: Blob, headers?: Object}} more
 * @returns {Promise<{status: number, data: *, etag: ?string, retryAfter: ?number}>} status 0 if
 *     nobody answered
 */
export async function call(method, path, {body, blob, headers = {}} = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), blob ? PATIENCE_FOR_PICTURES : PATIENCE);
  try {
    const response = await fetch(ROOT + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...(blob ? {'Content-Type': blob.type} : {}),
        ...(key && method !== 'GET' ? {'X-Daybook-Key': key} : {}),
        ...headers,
      },
      body: blob ?? (body === undefined ? undefined : JSON.stringify(body)),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: stop.signal,
    });
    const data = await content(response);
    if (data !== null || response.status === 304) {
      await hear(response.headers.get('Date'));
    }
    return {
      status: response.status,
      data,
      etag: response.headers.get('ETag'),
      retryAfter: Number(response.headers.get('Retry-After')) || null,
    };
  } catch {
    return {status: 0, data: null, etag: null, retryAfter: null};
  } finally {
    clearTimeout(timer);
  }
}

/** The JSON of an answer; null if it has none, as a page of somebody's Wi-Fi has none. */
async function content(response) {
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  if (!/json/.test(type) || text === '') {
    return null;
  }
  return JSON.parse(text);
}
