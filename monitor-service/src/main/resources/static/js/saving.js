import * as address from './address.js';
import { call, tag } from './calls.js';
import * as drafts from './drafts.js';
import * as notices from './notices.js';
import * as rules from './rules.js';
import { texts } from './texts.js';

const YAML = 'application/yaml';

/** Saves a draft over the version that it was begun with, and says what came of it. */
export async function save(draft, { onConflict, onFaults }) {
  notices.say(texts.rules.saving);
  try {
    const saved = await send(draft);
    drafts.discard(draft.id);
    if (address.read().making && draft.id !== saved.id) address.settle({ making: false, rule: saved.id });
    rules.take(saved);
    notices.say(texts.rules.saved(saved.version), 'good');
  } catch (refused) {
    await tell(refused, draft, onConflict, onFaults);
  }
}

function send({ base, text }) {
  if (!base) return call('POST', 'api/rules', { body: text, type: YAML });
  return call('PUT', `api/rules/${encodeURIComponent(base.id)}`, { body: text, type: YAML, ifMatch: tag(base) });
}

async function tell(refused, draft, onConflict, onFaults) {
  if (refused.status === 412) {
    notices.hide();
    return onConflict(await call('GET', `api/rules/${encodeURIComponent(draft.base.id)}`));
  }
  if (refused.status === 404) {
    drafts.rebase(draft, undefined);
    return notices.say(texts.rules.gone, 'bad');
  }
  if (refused.status === 422 && refused.problem.errors) onFaults(refused.problem.errors);
  return notices.say(texts.rules.notSaved(refused.message), 'bad');
}
