/** What a condition says of a value; numbers come as text. */
const findings = {
  'above-limit': (a) => `${a.value} is above ${a.limit}`,
  'below-limit': (a) => `${a.value} is below ${a.limit}`,
  'not-above-limit': (a) => `${a.value} is not above ${a.limit}`,
  'not-below-limit': (a) => `${a.value} is not below ${a.limit}`,
  'below-clear-limit': (a) => `${a.value} is below ${a.limit}`,
  'above-clear-limit': (a) => `${a.value} is above ${a.limit}`,
};

/** Every sentence of the page, in one place. */
export const texts = {
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    reconnecting: (age) => `Reconnecting, shown is ${age} old`,
    lost: (age) => `Connection lost, shown is ${age} old`,
  },
  figures: {
    rate: 'Readings/s', readings: 'Readings', latency: 'Verdict p50/p99', lag: 'Waiting', sensors: 'Sensors charted',
    info: 'Open info', warning: 'Open warning', critical: 'Open critical',
  },
  unknown: '–',
  states: { PENDING: 'Pending', FIRING: 'Firing', RECOVERING: 'Recovering', RESOLVED: 'Resolved' },
  severities: { info: 'info', warning: 'warning', critical: 'critical' },
  reasons: {
    ...findings,
    ...Object.fromEntries(Object.entries(findings).map(([code, say]) => [`${code}-for`, (a) => `${say(a)} for ${a.seconds} s`])),
    relapsed: (a) => findings[a.findingCode] && `it did not stay clear: ${findings[a.findingCode](a)}`,
    lapsed: (a) => findings[a.findingCode] && `the breach did not last: ${findings[a.findingCode](a)}`,
    withdrawn: (a) => `withdrawn: with the late reading of ${a.value} there was no such alert`,
    revised: (a) => `the late reading of ${a.value} moved the alert's beginning or end`,
    'rule-gone': () => 'the rule is no longer in force for this sensor',
    'rule-changed': () => 'the rule was changed and no longer finds a breach',
  },
  byRule: (reason, rule) => `${reason} · ${rule}`,
  count: (shown, total) => (total > shown ? `${shown} of ${total}` : `${total}`),
  noOpenAlerts: 'No alert is open: every series is within its limits.',
  noAlerts: 'No alert yet. The first breach of a rule will stand here within a tenth of a second.',
  alertsUnavailable: (why) => `The list of alerts cannot be loaded: ${why}`,
  noSensor: 'No sensor has been heard yet. The first one that is will stand here.',
  noReadings: (sensor) => `No recent reading of ${sensor} is known.`,
  chartUnavailable: (why) => `The readings cannot be loaded: ${why}`,
  notCharted: (max) => `This sensor has no chart: only the first ${max} sensors do (homeostat.charts.series-max).`,
  chartSummary: (sensor, last, min, max) => `${sensor}: last ${last}, lowest ${min}, highest ${max}`,
  keys: { raw: 'as it came', corrected: 'corrected', limit: (v) => `limit ${v}` },
  noConnection: 'the service does not answer',
};
