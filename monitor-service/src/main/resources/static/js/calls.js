import { texts } from './texts.js';
import * as token from './token.js';

/** The service's refusal: its own sentence, its status, and the problem's other members. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? texts.status(status));
    this.status = status;
    this.problem = problem;
  }
}

/** The entity tag of a version that somebody has seen. */
export const tag = (rule) => `"${rule.version}"`;

/** Asks the service for a change, and answers the body of what it says; a refusal is thrown. */
export async function call(method, path, options = {}) {
  const answer = await open(method, path, options);
  return answer.status === 204 ? undefined : answer.json();
}

/** The service's answer as it comes in; a refusal is thrown. Asks for the token where one is needed, unless told not to. */
export async function open(method, path, options = {}) {
  let answer = await send(method, path, options);
  if (answer.status === 401 && options.mayAsk !== false && await token.ask()) answer = await send(method, path, options);
  if (answer.ok) return answer;
  token.forgetIf(answer.status === 401);
  throw new Refused(answer.status, await answer.json().catch(() => ({})));
}

async function send(method, path, { body, type = 'application/json', accept = 'application/json', ifMatch, signal }) {
  const headers = { Accept: `${accept}, application/problem+json`, ...token.header() };
  if (method !== 'GET') headers['Content-Type'] = type;
  if (ifMatch) headers['If-Match'] = ifMatch;
  const sent = type === 'application/json' && body !== undefined ? JSON.stringify(body) : body;
  try {
    return await fetch(path, { method, headers, body: sent, signal, cache: 'no-store' });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error(texts.noConnection);
  }
}
