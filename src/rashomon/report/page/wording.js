// How each report names one group: its words as small bars, for each group a table.
const ORDER = ['participants', 'security_forces', 'foreign_forces', 'civilians', 'officials', 'journalists', 'workers', 'children', 'all'];
function drawWording(room) {
  const groups = new Map();
  for (const row of data.wording) {
    if (!groups.has(row[0])) groups.set(row[0], new Map());
    const reports = groups.get(row[0]);
    if (!reports.has(row[1])) reports.set(row[1], []);
    reports.get(row[1]).push(row);
  }
  const rank = (about) => (ORDER.includes(about) ? ORDER.indexOf(about) : 99);
  const rows = [...groups].sort((a, b) => rank(a[0]) - rank(b[0]) || b[1].size - a[1].size);
  if (!rows.length) return room.replaceChildren(make('p', { class: 'empty' }, say('nothing')));
  const box = make('div');
  room.replaceChildren(box);
  lazily(box, rows, drawGroup, 8);
}
function drawGroup([about, reports]) {
  const most = Math.max(...[...reports.values()].flat().map((row) => row[4]));
  const body = make('tbody');
  lazily(body, [...reports].sort((a, b) => a[0] - b[0]), ([report, rows]) => make('tr', {}, make('th', { scope: 'row' }, chip(report)),
    make('td', {}, make('div', { class: 'terms' }, ...rows.sort((a, b) => b[4] - a[4]).slice(0, 24).map((row) => drawTerm(report, row, most))))), 40);
  return make('section', { class: 'words' }, make('h2', { class: 'sub' }, bdi(term(about))), make('table', {}, body));
}
function drawTerm(report, [, , text, gloss, count, spans], most) {
  const show = spans[0] ? { 'data-words': `${report}/${spans[0].join('/')}` } : {};
  return make('div', { class: 'term' },
    make('button', { type: 'button', class: 'link', lang: data.docs[report].lang ?? '', dir: 'auto', ...show }, text,
      gloss && gloss !== text ? make('span', { class: 'gloss', lang: 'en' }, ` ${gloss}`) : ''),
    draw('svg', { role: 'img', 'aria-label': String(count) }, draw('rect', { x: 0, y: 2, height: 10, width: `${(85 * count) / most}%`, rx: 2 }),
      draw('text', { x: `${(85 * count) / most + 1}%`, y: 11 }, String(count))));
}
// Words that are no mention of their own (a term): show the place in the report.
function showPlace(report, start, end) {
  const doc = data.docs[report];
  if (reader.hidden) origin = document.activeElement;
  reader.hidden = false;
  const text = make('div', { class: 'text', lang: doc.lang ?? '', dir: 'auto' }, textOf(report).slice(0, start), make('mark', { class: 'here' }, slice(report, start, end)), textOf(report).slice(end));
  pane.replaceChildren(text);
  open = null;
  detail.replaceChildren();
  reader.querySelector('.reader-title').textContent = `${doc.short} · ${doc.title || doc.doc}`;
  reader.querySelector('.place').textContent = '';
  text.querySelector('mark').scrollIntoView({ block: 'center' });
  detail.focus({ preventScroll: true });
}
