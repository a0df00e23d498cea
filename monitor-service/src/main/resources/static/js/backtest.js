import * as address from './address.js';
import * as calls from './calls.js';
import * as result from './backtest-result.js';
import * as csv from './csv.js';
import * as editing from './editing.js';
import * as format from './format.js';
import * as notices from './notices.js';
import { events } from './sse.js';
import { texts } from './texts.js';
import * as words from './words.js';

const PATH = 'api/rules/backtest';
const HOURS = { hour: 1, day: 24, week: 168 };
const said = texts.backtest;

const section = document.getElementById('backtest');
const form = document.getElementById('backtest-form');
const range = document.getElementById('backtest-range');
const file = document.getElementById('backtest-file');
const fileRow = document.getElementById('backtest-file-row');
const sensors = document.getElementById('backtest-sensors');
const state = document.getElementById('backtest-state');
const bar = document.getElementById('backtest-progress');
const run = document.getElementById('backtest-run');
const cancel = document.getElementById('backtest-cancel');
let running;

/** Shows what would be tried; to be called when the draft was looked at. */
export function show() {
  if (address.read().tab !== 'backtest') return;
  const rule = editing.validRule();
  run.disabled = Boolean(running) || !rule;
  fileRow.hidden = range.value !== 'file';
  if (!running && state.dataset.of !== 'run') state.textContent = rule ? said.ready(words.of(rule), words.sensors(rule)) : said.notValid;
  result.redraw();
}

/** What was tried of another rule is shown no longer. */
export function forget() {
  stop();
  running = undefined;
  state.dataset.of = '';
  result.hide();
  idle();
}

async function start() {
  const rule = editing.validRule();
  if (!rule || running) return;
  notices.hide();
  result.hide();
  const over = range.value === 'file' ? await fromFile(rule) : fromTopic(rule);
  if (!over) return;
  const mine = running = { abort: new AbortController(), id: '' };
  tell(said.starting);
  try {
    const answer = await calls.open('POST', over.path, { ...over, accept: 'text/event-stream', signal: mine.abort.signal });
    const found = await follow(answer, mine);
    if (running === mine) { tell(said.done(found.alertCount)); result.show(rule, found, over.series); }
  } catch (error) {
    if (running === mine) tell(mine.abort.signal.aborted ? said.cancelled : said.failed(error.message));
  } finally {
    const here = running === mine;
    if (here) running = undefined;
    idle();
    // the button that had the focus is gone
    if (here && mine.abort.signal.aborted) run.focus();
  }
}

function fromTopic(rule) {
  const now = Date.now();
  const from = HOURS[range.value] ? now - HOURS[range.value] * 3600000 : 0;
  const glob = sensors.value.trim();
  const body = { rule, from: new Date(from).toISOString(), to: new Date(now).toISOString(), ...(glob ? { sensors: glob } : {}) };
  return { path: PATH, body };
}

async function fromFile(rule) {
  const [chosen] = file.files;
  if (!chosen) return tell(said.noFile);
  if (chosen.size > csv.MOST_BYTES) return tell(said.tooLarge(format.value(chosen.size / 2 ** 20), csv.MOST_BYTES / 2 ** 20));
  const body = await chosen.text();
  return { path: `${PATH}?rule=${encodeURIComponent(JSON.stringify(rule))}`, body, type: 'text/csv', series: csv.parse(body) };
}

async function follow(answer, mine) {
  for await (const { event, data } of events(answer)) {
    if (event === 'started') mine.id = data.backtestId;
    if (event === 'progress' && running === mine) progress(data);
    if (event === 'failed') throw new Error(data.detail ?? texts.status(data.status));
    if (event === 'result') return data;
  }
  throw new Error(said.ended);
}

function progress({ readings, share }) {
  bar.value = share;
  tell(said.progress(format.count(readings), format.share(share)));
}

function tell(sentence) {
  state.textContent = sentence;
  state.dataset.of = 'run';
  bar.hidden = cancel.hidden = !running;
  run.disabled = Boolean(running) || !editing.validRule();
}

function idle() {
  bar.hidden = cancel.hidden = true;
  bar.removeAttribute('value');
  run.disabled = !editing.validRule();
}

function stop() {
  if (running?.id) calls.call('DELETE', `${PATH}/${encodeURIComponent(running.id)}`).catch(() => {});
  running?.abort.abort();
}

form.addEventListener('submit', (event) => { event.preventDefault(); start(); });
cancel.addEventListener('click', stop);
range.addEventListener('change', show);
section.addEventListener('dragover', (event) => { event.preventDefault(); section.classList.add('dropping'); });
section.addEventListener('dragleave', () => section.classList.remove('dropping'));
section.addEventListener('drop', (event) => {
  event.preventDefault();
  section.classList.remove('dropping');
  if (event.dataTransfer.files.length === 0) return;
  file.files = event.dataTransfer.files;
  range.value = 'file';
  show();
});
addEventListener('validated', show);
