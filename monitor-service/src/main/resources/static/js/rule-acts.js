import * as address from './address.js';
import { call, tag } from './calls.js';
import { confirm } from './confirm.js';
import * as drafts from './drafts.js';
import * as notices from './notices.js';
import * as rules from './rules.js';
import { texts } from './texts.js';

const path = (rule) => `api/rules/${encodeURIComponent(rule.id)}`;

/** Switches a rule off, or on again. */
export async function toggle(rule) {
  await act(async () => {
    const saved = await call('PUT', path(rule), { body: { ...rule, enabled: !rule.enabled }, ifMatch: tag(rule) });
    rules.take(saved);
    notices.say(saved.enabled ? texts.rules.switchedOn(saved.version) : texts.rules.switchedOff(saved.version), 'good');
  });
}

/** Deletes a rule, if that is really wanted. */
export async function erase(rule) {
  const question = texts.rules.deleting;
  if (!await confirm({ title: question.title(rule.id), sentence: question.sentence, yes: question.yes })) return;
  await act(async () => {
    await call('DELETE', path(rule), { ifMatch: tag(rule) });
    drafts.discard(rule.id);
    address.go({ rule: '', making: false });
    rules.drop(rule.id);
    notices.say(texts.rules.deleted(rule.id), 'good');
  });
}

/** Makes a new version that says what an old one said. */
export async function goBack(rule, version) {
  await act(async () => {
    const saved = await call('POST', `${path(rule)}/rollback`, { body: { version }, ifMatch: tag(rule) });
    rules.take(saved);
    notices.say(texts.rules.versions.wentBack(version, saved.version), 'good');
  });
}

/** A refusal is said in the service's own words; what others have changed meanwhile is shown. */
async function act(work) {
  try {
    await work();
  } catch (refused) {
    notices.say(texts.rules.failed(refused.message), 'bad');
    rules.reload();
  }
}
