// Questions by reports: who gives a figure, who repeats one, who mentions the matter, who is silent.
const COLUMNS = 24;
function drawMatrix(room, from = 0) {
  const rows = data.questions.filter((q) => q.cells.length || q.seen.length);
  if (!rows.length) return room.replaceChildren(make('p', { class: 'empty' }, say('nothing')));
  const all = data.docs.map((_, i) => i);
  const shown = all.slice(from, from + COLUMNS);
  const body = make('tbody');
  const table = make('table', { class: 'matrix' },
    make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, say('question')),
      ...shown.map((i) => make('th', { scope: 'col' }, chip(i), data.docs[i].day ? make('small', {}, data.docs[i].day) : '')))), body);
  lazily(body, rows, (q) => matrixRow(q, shown), 60);
  const pager = all.length > COLUMNS ? make('div', { class: 'pager' },
    make('button', { type: 'button', on: () => drawMatrix(room, Math.max(0, from - COLUMNS)) }, '←'),
    make('span', {}, say('reports_range', { a: from + 1, b: Math.min(all.length, from + COLUMNS), c: all.length })),
    make('button', { type: 'button', on: () => drawMatrix(room, from + COLUMNS < all.length ? from + COLUMNS : from) }, '→')) : '';
  room.replaceChildren(...[pager, make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('question') }, table)].filter(Boolean));
}
function matrixRow(q, shown) {
  return make('tr', {}, make('th', { scope: 'row' }, make('span', { class: `pip c-${q.verdict}`, title: term(q.verdict) }),
    make('a', { href: `#${q.id}`, dir: 'auto' }, q.asks), make('small', { class: `c-${q.verdict}` }, term(q.verdict))),
  ...shown.map((i) => matrixCell(q, i)));
}
function matrixCell(q, report) {
  const mine = q.cells.filter((cell) => cell[0] === report);
  if (!mine.length) {
    return q.seen.includes(report) ? make('td', { class: 'seen', title: say('mentions') }, make('span', { role: 'img', 'aria-label': say('mentions') }, '○')) : make('td');
  }
  return make('td', { class: q.verdict === 'conflict' && mine.some((cell) => !cell[2]) ? 'conflict-cell' : null }, ...mine.map(([, id, repeat]) => {
    const f = figureOf(id);
    return jump(id, { class: repeat ? 'rep' : null, title: [slice(report, f.s, f.e), f.asof].filter(Boolean).join(' · ') }, make('b', {}, f.c),
      make('small', repeat ? { title: say('repeats') } : {}, repeat ? '↳ ' : '', bdi(f.src)));
  }));
}
