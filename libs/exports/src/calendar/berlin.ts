/** The clock of Germany, as calendars want it: directive 2000/84/EC, in the jCal form of RFC 7265. */
export const berlin = 'Europe/Berlin';

const change = (name: string, from: string, to: string, start: string, month: number) => [
  name === 'CEST' ? 'daylight' : 'standard',
  [
    ['tzname', {}, 'text', name],
    ['tzoffsetfrom', {}, 'utc-offset', from],
    ['tzoffsetto', {}, 'utc-offset', to],
    ['dtstart', {}, 'date-time', start],
    ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: month, byday: '-1SU' }],
  ],
  [],
];

export const berlinTimezone = [
  'vtimezone',
  [['tzid', {}, 'text', berlin]],
  [
    change('CEST', '+01:00', '+02:00', '1970-03-29T02:00:00', 3),
    change('CET', '+02:00', '+01:00', '1970-10-25T03:00:00', 10),
  ],
] as const;
