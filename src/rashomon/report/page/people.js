// Speakers with what they are reported to say, origins as a drawn graph, names under all their forms.
function drawSpeakers(room) {
  const speakers = new Map();
  data.marks.forEach((marks, report) => marks.q.forEach((q) => {
    if (!speakers.has(q.by)) speakers.set(q.by, []);
    speakers.get(q.by).push([report, q]);
  }));
  const rows = [...speakers].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const box = make('div');
  room.replaceChildren(...[disputes(), box].filter(Boolean));
  if (!rows.length) box.append(make('p', { class: 'empty' }, say('nothing')));
  else lazily(box, rows, drawSpeaker);
}
function drawSpeaker([by, quotes]) {
  const count = (key) => {
    const seen = new Map();
    for (const [, q] of quotes) seen.set(q[key], (seen.get(q[key]) ?? 0) + 1);
    return [...seen].sort((a, b) => b[1] - a[1]);
  };
  const reports = [...new Set(quotes.map(([report]) => report))];
  const node = make('details', { class: 'speaker' }, make('summary', {}, make('b', {}, bdi(by)),
    make('span', { class: 'muted' }, `${quotes.length} · ${count('kind').map(([kind, n]) => `${term(kind)} ${n}`).join(', ')}`),
    ...count('stance').filter(([stance]) => stance !== 'asserts').map(([stance, n]) => make('span', { class: `tag ${stance}` }, `${term(stance)} ${n}`)),
    ...reports.slice(0, 8).map((report) => make('span', { class: 'chip' }, bdi(data.docs[report].short), ' ', make('span', { class: 'lang' }, data.docs[report].lang ?? '')))));
  const fillIn = () => { if (node.childElementCount > 1) return; const box = make('div'); node.append(box); lazily(box, quotes, utterance, 20); };
  node.addEventListener('toggle', fillIn);
  return node;
}
const utterance = ([report, q]) => make('div', { class: `utter ${q.kind}` },
  jump(q.id, { class: 'link', lang: data.docs[report].lang ?? '', dir: 'auto' }, slice(report, q.s, q.e)),
  make('span', {}, chip(report), ' ', make('span', { class: 'tag' }, term(q.kind)), ' ',
    q.stance === 'asserts' ? '' : make('span', { class: `tag ${q.stance}` }, term(q.stance)), ' ',
    q.cue ? make('span', { class: 'muted', lang: data.docs[report].lang ?? '' }, bdi(slice(report, ...q.cue))) : ''));
function disputes() {
  if (!data.disputes.length) return null;
  const box = make('div', { class: 'disputes' });
  lazily(box, data.disputes, ([id, kind, about, items, reason]) => {
    const found = items.map((item) => lookUp(item)).filter(Boolean);
    return make('div', { class: 'dispute', id }, make('p', {}, make('span', { class: 'tag denied' }, term(kind)), ' ', make('span', { dir: 'auto' }, reason)),
      ...(found.length ? [] : [make('p', {}, bdi(about))]),
      ...found.map((m) => make('p', { class: 'against' }, chip(m.report), ' ', m.kind === 'quote' ? bdi(`${m.item.by}: `) : '',
        jump(m.id, { class: 'link', lang: data.docs[m.report].lang ?? '', dir: 'auto' }, slice(m.report, m.start, m.end)))));
  }, 6);
  return make('section', {}, make('h2', { class: 'sub' }, say('contradicted')), box);
}

const MOST = 24;
function drawOrigins(room) {
  const strength = new Map();
  for (const s of data.sources) strength.set(s[0], (strength.get(s[0]) ?? 0) + s[4] + s[5] + 0.01);
  const into = new Map();
  for (const s of data.sources) into.set(s[0], (into.get(s[0]) ?? new Set()).add(s[2]));
  const reportsOf = (name) => into.get(name).size;
  const own = new Set(data.sources.filter((s) => s[7]).map((s) => s[0]));
  const names = [...strength.keys()].filter((name) => !own.has(name)).sort((a, b) => reportsOf(b) - reportsOf(a) || strength.get(b) - strength.get(a) || a.localeCompare(b));
  if (!data.sources.length) return room.replaceChildren(make('p', { class: 'empty' }, say('nothing')));
  const middle = (name) => [...into.get(name)].reduce((sum, report) => sum + report, 0) / reportsOf(name);
  const shown = new Set(names.slice(0, MOST).sort((a, b) => middle(a) - middle(b)));
  const links = data.sources.filter((s) => shown.has(s[0]) && s[2] >= 0);
  const vias = [...new Set(links.flatMap((s) => s[1]))];
  const reports = [...new Set(links.map((s) => s[2]))].sort((a, b) => a - b).slice(0, 60);
  const columns = vias.length ? [0, 38, 76] : [0, null, 70];
  const height = Math.max(shown.size, vias.length, reports.length) * 30 + 40;
  const place = (n, total) => 40 + ((n + 0.5) * (height - 40)) / total;
  const width = 1000;
  const graph = draw('svg', { class: 'graph', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say('origin') });
  const nodes = { o: new Map(), v: new Map(), r: new Map() };
  const node = (kind, key, label, column, y, strong) => {
    nodes[kind].set(key, [column * 10, y]);
    return [draw('rect', { class: `node${strong ? ' several' : ''}`, x: column * 10, y: y - 12, width: 235, height: 24, rx: 5 }),
      draw('text', { x: column * 10 + 9, y: y + 4 }, label.length > 28 ? `${label.slice(0, 27)}…` : label, draw('title', {}, label))];
  };
  const boxes = [
    ...[...shown].flatMap((name, n) => node('o', name, name, 0, place(n, shown.size), reportsOf(name) > 1)),
    ...vias.flatMap((name, n) => node('v', name, name, columns[1], place(n, vias.length), false)),
    ...reports.flatMap((r, n) => node('r', r, `${data.docs[r].short} ${data.docs[r].lang ?? ''}`, columns[2], place(n, reports.length), false)),
  ];
  const heads = [[say('origin'), 0], ...(vias.length ? [[say('outlet'), columns[1]]] : []), [say('report'), columns[2]]]
    .map(([text, x]) => draw('text', { class: 'head', x: x * 10, y: 16 }, text));
  const lines = links.flatMap(([name, via, report, how, figures, quotes]) => {
    const stops = [nodes.o.get(name), ...via.map((v) => nodes.v.get(v)), nodes.r.get(report)].filter(Boolean);
    return stops.slice(1).map((to, i) => curve(stops[i], to, how, figures + quotes, `${name} → ${data.docs[report].short}: ${term(how)}`));
  });
  graph.append(...heads, ...lines, ...boxes);
  if (!names.length) graph.setAttribute('hidden', '');
  const body = make('tbody');
  lazily(body, data.sources, ([name, via, report, how, figures, quotes, ids]) => make('tr', {}, make('td', {}, ids[0] ? jump(ids[0], { class: 'link' }, bdi(name)) : bdi(name)),
    make('td', {}, via.join(' → ')), make('td', {}, report >= 0 ? chip(report) : ''), make('td', {}, term(how)), make('td', { class: 'num' }, String(figures)), make('td', { class: 'num' }, String(quotes))), 60);
  room.replaceChildren(make('div', { class: 'scroll' }, graph), make('div', { class: 'scroll' }, make('table', { class: 'piletable' },
    make('thead', {}, make('tr', {}, ...['origin', 'outlet', 'report', 'how', 'figures', 'quotes'].map((key) => make('th', { scope: 'col' }, say(`col_${key}`))))), body)));
}
function curve(from, to, how, weight, title) {
  const [x1, y1, x2, y2] = [from[0] + 235, from[1], to[0], to[1]];
  const bend = Math.max(30, (x2 - x1) / 2);
  return draw('path', { class: how, 'stroke-width': Math.min(6, 1.2 + weight * 0.5), d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` }, draw('title', {}, title));
}

function drawNames(room) {
  const rows = [...data.ents].sort((a, b) => b[4].length - a[4].length || b[5] - a[5] || a[2].localeCompare(b[2]));
  const first = new Map();
  data.marks.forEach((marks, report) => marks.n.forEach((n) => { if (n[3] >= 0 && !first.has(n[3])) first.set(n[3], placedId('name', report, n)); }));
  const numbers = new Map(data.ents.map((e, i) => [e, i]));
  const box = make('div');
  const find = make('input', { type: 'search', 'aria-label': say('name'), placeholder: say('name') });
  const list = () => {
    const wanted = find.value.toLocaleLowerCase();
    const found = rows.filter((e) => !wanted || [e[2], ...Object.values(e[3]).flat()].some((form) => form.toLocaleLowerCase().includes(wanted)));
    if (found.length) lazily(box, found, (e) => drawEntity(e, first.get(numbers.get(e))));
    else box.replaceChildren(make('p', { class: 'empty' }, say('nothing')));
  };
  find.addEventListener('input', list);
  room.replaceChildren(make('p', {}, find), box);
  list();
}
function drawEntity([id, kind, label, forms, reports, , why], first) {
  const name = first ? jump(first, { class: 'link' }, make('b', {}, bdi(label))) : make('b', {}, bdi(label));
  return make('div', { class: 'entity', id }, make('div', {}, name, ' ', make('span', { class: 'tag' }, term(kind))),
    make('div', {}, ...Object.entries(forms).map(([language, met]) => make('div', {}, make('span', { class: 'lang' }, `${language} `),
      ...met.map((form) => make('span', { class: 'form', lang: language }, bdi(form)))))),
    make('div', {}, ...reports.slice(0, 6).map(chip), reports.length > 6 ? ` +${reports.length - 6}` : ''),
    why.length ? make('details', {}, make('summary', {}, say('evidence')), why.join(' · ')) : '');
}
