/** What the kinds of rules say; `as.value` writes a value with its unit, `as.part` a condition inside of another. */
export const kinds = {
  threshold: (when, as) => beyond(...(when.outside ? [when.outside[1], when.outside[0]] : [when.above, when.below]), as.value),
  range: (when, as) => beyond(when.max, when.min, as.value),
  levels(when, as) {
    const [side, levels] = when.above ? ['above', when.above] : ['below', when.below];
    return Object.entries(levels).map(([severity, limit]) => `${side} ${as.value(limit)} (${severity})`).join(', ');
  },
  rate(when, as) {
    const per = as.duration(when.per ?? 'PT1M');
    return either([when.above, (v) => `rises by more than ${as.value(v)} in ${per}`], [when.below, (v) => `falls by more than ${as.value(Math.abs(v))} in ${per}`]);
  },
  window(when, as) {
    const aggregate = when.aggregate === 'percentile' ? `${as.plain(when.percentile).replace(/\.0$/, '')}th percentile` : when.aggregate;
    const of = when.session ? `a session with pauses below ${as.duration(when.session)}` : as.duration(when.size);
    return `${aggregate} of ${of} ${beyond(when.above, when.below, when.aggregate === 'count' ? as.plain : as.value)}`;
  },
  flatline: (when, as) => `stays within ${as.value(when.tolerance ?? 0)} for ${as.duration(when.duration)}`,
  spike: (when, as) => `more than ${as.value(when.above)} away from its neighbours`,
  missing: (when, as) => `no reading for ${as.duration(when.duration)}`,
  deviation: (when, as) => `more than ${as.value(when.above)} away from its group's median`,
  all: (when, as) => when.conditions.map(as.part).join(' and '),
  any: (when, as) => when.conditions.map(as.part).join(' or '),
  not: (when, as) => `not: ${as.part(when.condition)}`,
  expression: (when) => when.expression,
  baseline(when, as) {
    const rate = /^(\d+) per (P\S+)$/.exec(when.falseAlarms ?? '1 per P7D');
    return `unlike all that was learned of it (${rate ? `${rate[1]} false alarm in ${as.duration(rate[2])}` : when.falseAlarms})`;
  },
  forecast: (when, as) => `will be ${beyond(when.above, when.below, as.value)} within ${as.duration(when.within)}`,
};

const beyond = (above, below, value) => either([below, (v) => `below ${value(v)}`], [above, (v) => `above ${value(v)}`]);
const either = (...sides) => sides.filter(([limit]) => limit !== undefined && limit !== null).map(([limit, say]) => say(limit)).join(' or ');

const things = (count) => (count === 1 ? 'One thing is' : `${count} things are`);

export const rules = {
  firstExample: 'a whole rule',
  allSensors: 'all sensors',
  lasting: (said, duration) => `${said}, for ${duration}`,
  otherwise: (said, count) => `${said}, otherwise for ${count === 1 ? 'some sensors' : `${count} kinds of sensors`}`,
  version: (version) => `version ${version}`,
  open: (count) => `${count} open`,
  off: 'Off',
  on: 'In force',
  edited: 'not saved',
  none: 'There is no rule: nothing is judged. Make the first one.',
  unavailable: (why) => `The rules cannot be loaded: ${why}`,
  chosen: 'Rule',
  choose: 'Choose a rule, or make a new one.',
  making: 'New rule',
  unknown: (id) => `There is no rule ${id}, or it was deleted.`,
  loading: 'Loading…',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  switchedOff: (version) => `Switched off with version ${version}; its open alerts end within two seconds.`,
  switchedOn: (version) => `Switched on with version ${version}, in force within two seconds.`,
  deleting: { title: (id) => `Delete ${id}?`, sentence: 'Its open alerts end with that reason. Its versions stay, and it can be made anew.', yes: 'Delete' },
  deleted: (id) => `The rule ${id} was deleted.`,
  kind: (name) => `What ${name} means`,
  checking: 'Checking…',
  valid: (said, sensors) => `Valid: ${said}; of ${sensors}.`,
  wrong: (count) => `${things(count)} wrong:`,
  uncheckable: (why) => `It cannot be checked now: ${why}`,
  line: (line) => `Line ${line}`,
  must({ path, allowed, value }) {
    // what should not be there at all is wrong whatever it says
    if (allowed.startsWith('left out')) return `${path} must be ${allowed}`;
    return `${path} must be ${allowed}${value === null ? ', and is missing' : `, was ${JSON.stringify(value)}`}`;
  },
  mend: (hint) => `Did you mean ${hint}?`,
  newId: 'new-rule',
  taken: (id) => `There is a rule ${id} already: choose another id, or change that rule.`,
  make: 'Make this rule',
  save: (version) => `Save as version ${version}`,
  putLive: 'Put live',
  saving: 'Saving…',
  saved: (version) => `Saved as version ${version}, in force within two seconds.`,
  notSaved: (why) => `Not saved: ${why}`,
  failed: (why) => `Nothing was changed: ${why}`,
  gone: 'Somebody else has deleted this rule meanwhile: saving makes it anew.',
  conflict: {
    sentence: (version, began) => `Somebody else has saved version ${version} while you were writing, and yours began with version ${began}.`,
    theirs: 'What the other has changed',
    mine: (version) => `What yours would change of version ${version}`,
    keep: 'Save mine over it',
    take: 'Take the other’s',
    write: 'Go on writing',
  },
  versions: {
    none: 'No version is known.',
    unavailable: (why) => `The versions cannot be loaded: ${why}`,
    newest: 'in force',
    first: 'the first',
    deleted: 'deleted',
    changed: (fields) => `changed: ${fields.join(', ')}`,
    same: 'nothing changed',
    back: 'Go back to this version',
    wentBack: (old, version) => `Version ${version} says what version ${old} said, and is in force within two seconds.`,
    older: 'Older versions',
  },
};
