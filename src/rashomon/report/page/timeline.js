// What each report says happened, by day: a lane for every report, then the happenings in words.
const DAY = /^\d{4}-\d{2}-\d{2}/;
const dayOf = (value) => (DAY.exec(value ?? '') ?? [null])[0];
// The day, or the month or year where no day is given; '' where nothing is.
const heading = (value) => dayOf(value) ?? (/^\d{4}(-W?\d{2})?/.exec(value ?? '') ?? [''])[0];

function drawTimeline(room) {
  const events = data.marks.flatMap((marks, report) => marks.e.map((e) => ({ id: e[0], type: e[3], day: e[4], shown: e[5], report, start: e[1], end: e[2] })));
  const known = new Map(events.map((e) => [e.id, e]));
  const taken = new Set(data.moments.flatMap((m) => m[5]));
  const rows = data.moments.map((m) => ({ id: m[0], type: m[1], day: m[2], where: m[3], actors: m[4], events: m[5].map((id) => known.get(id)).filter(Boolean), differs: m[7], silent: m[8] }))
    .concat(events.filter((e) => !taken.has(e.id)).map((e) => ({ type: e.type, day: e.day, events: [e], actors: [], differs: [] })));
  const days = Map.groupBy ? Map.groupBy(rows, (row) => heading(row.day)) : grouped(rows);
  const order = [...days.keys()].sort((a, b) => (a || '9999') < (b || '9999') ? -1 : 1);
  const list = make('div');
  room.replaceChildren(...[data.docs.length <= 40 ? swimlanes(events) : null, slips(), list].filter(Boolean));
  if (!order.length) list.append(make('p', { class: 'empty' }, say('nothing')));
  else lazily(list, order, (day) => drawDay(day, days.get(day)), 8);
}
function grouped(rows) {
  const days = new Map();
  for (const row of rows) days.set(heading(row.day), [...(days.get(heading(row.day)) ?? []), row]);
  return days;
}
function drawDay(day, rows) {
  const shown = rows.flatMap((row) => row.events).find((e) => e.day === day)?.shown ?? day;
  const box = make('div');
  lazily(box, [...rows].sort((a, b) => several(b) - several(a)), drawMoment, 15);
  return make('section', { class: 'day' }, make('h2', { class: 'sub' }, day ? shown : say('undated')), box);
}
const several = (row) => new Set(row.events.map((e) => e.report)).size > 1;
const drawMoment = (row) => make('div', { class: `moment${several(row) ? ' shared' : ''}`, id: row.id ?? null },
  make('span', { class: 'type' }, term(row.type)), make('div', {}, ...row.events.map((e) => make('span', { class: 'item' }, chip(e.report),
    jump(e.id, { class: 'trigger', lang: data.docs[e.report].lang ?? '', dir: 'auto' }, slice(e.report, e.start, e.end)))),
  row.where ? bdi(row.where, { class: 'muted' }) : '', ' ',
  row.differs.length ? make('span', { class: 'tag slip' }, `${say('differs')} ${row.differs.map(term).join(', ')}`) : '',
  several(row) && row.silent?.length ? make('div', { class: 'muted' }, `${say('silent_on')} ${row.silent.map((i) => data.docs[i].short).join(', ')}`) : ''));
// Dates that stand in a report with an evident slip.
function slips() {
  const found = data.marks.flatMap((marks, report) => marks.t.filter((t) => t[3]).map((t) => [report, t]));
  return found.length ? make('p', {}, ...found.slice(0, 50).map(([report, t]) => make('span', { class: 'item' }, chip(report),
    jump(placedId('time', report, t), {}, slice(report, t[0], t[1])), make('span', { class: 'tag slip' }, say('evidently', { date: t[3] }))))) : null;
}
function swimlanes(events) {
  const figures = data.marks.flatMap((marks, report) => marks.f.filter((f) => dayOf(f.when)).map((f) => ({ id: f.id, day: f.when, report, text: f.v })));
  const points = [...events.filter((e) => dayOf(e.day)), ...figures];
  if (!points.length) return null;
  const number = (value) => Date.parse(dayOf(value)) / 864e5;
  const sorted = [...points.map((p) => p.day), ...data.docs.map((doc) => doc.published)].filter(dayOf).map(number).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const near = sorted.filter((day) => Math.abs(day - middle) <= 60);
  const [first, last] = [near[0], near[near.length - 1]];
  const at = (day) => 17 + (last === first ? 38 : ((day - first) / (last - first)) * 76);
  const height = data.docs.length * 26 + 34;
  const lanes = draw('svg', { class: 'swim', height, role: 'group' });
  data.docs.forEach((doc, report) => {
    const y = report * 26 + 18;
    lanes.append(draw('text', { class: 'label', x: 0, y: y + 4 }, `${doc.short} ${doc.lang ?? ''}`.slice(0, 24)),
      draw('line', { class: 'lane', x1: '16%', x2: '98%', y1: y, y2: y }));
    const day = dayOf(doc.published);
    if (day && number(day) >= first && number(day) <= last) lanes.append(draw('circle', { class: 'pub', cx: `${at(number(day))}%`, cy: y, r: 8 }, draw('title', {}, `${say('published')}: ${doc.day}`)));
  });
  const stacked = new Map();
  for (const p of points) {
    const day = number(p.day);
    if (day < first || day > last) continue;
    const key = `${p.report}/${day}`;
    const n = stacked.get(key) ?? 0;
    stacked.set(key, n + 1);
    if (n > 4) continue;
    const label = p.text ? `${p.text}` : slice(p.report, p.start, p.end);
    lanes.append(draw('a', { href: `#${p.id}`, 'aria-label': `${data.docs[p.report].short}: ${label}` },
      draw('circle', { class: p.text ? 'fg' : 'ev', cx: `${at(day)}%`, cy: p.report * 26 + 18, r: 4.5, transform: `translate(${n * 9} 0)` }, draw('title', {}, label))));
  }
  const y = height - 6;
  const step = Math.max(1, Math.ceil((last - first) / 6));
  const format = new Intl.DateTimeFormat(data.ui === 'en' ? 'en-GB' : data.ui, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  for (let day = first; day <= last; day += step) {
    lanes.append(draw('text', { x: `${at(day)}%`, y, 'text-anchor': 'middle' }, format.format(new Date(day * 864e5))));
  }
  return make('figure', { class: 'lanes' }, lanes, make('figcaption', { class: 'legend' }, ...[['ev', 'event'], ['fg', 'as_of'], ['pub', 'published']].map(([kind, key]) =>
    make('span', {}, draw('svg', { class: 'swim key', width: 16, height: 16 }, draw('circle', { class: kind, cx: 8, cy: 8, r: kind === 'pub' ? 7 : 4.5 })), say(key)))));
}
