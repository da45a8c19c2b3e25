// The repair screen: the file's table and the plan point at each other, remarks are walked by key, a row is cut at
// the cursor. Without this script the same goes by links and by an empty line.

// Typing beside a choice chooses it.
for (const box of document.querySelectorAll('[data-choose]')) {
  const choose = () => { document.getElementById(box.dataset.choose).checked = true; };
  box.addEventListener('input', choose);
  box.addEventListener('change', choose);
}

linkBothSides();
walkRemarks();
document.querySelectorAll('[data-split]').forEach(offerSplit);

function linkBothSides() {
  const source = document.querySelector('[data-source]');
  const tree = document.querySelector('[data-tree]');
  if (!source) {
    return;
  }

  const clear = () => document.querySelectorAll('.linked, .linked-here').forEach(one => one.classList.remove('linked', 'linked-here'));
  const cells = element => (element?.dataset.cells ?? '').split(' ').filter(Boolean).map(id => document.getElementById(id)).filter(Boolean);

  // What is being worked on, a remark or a cell of the plan, shows where it came from.
  const showSource = event => {
    const cell = event.target.closest('[data-cells]');
    const row = event.target.closest('[data-row]');
    if (!cell && !row || source.contains(event.target)) {
      return;
    }
    const lines = row ? [...tree.querySelectorAll(`tr[data-row="${row.dataset.row}"].step-row`)] : [];
    const all = lines.flatMap(line => [...line.querySelectorAll('[data-cells]')].flatMap(cells));
    const here = cells(cell);
    clear();
    lines.forEach(line => line.classList.add('linked'));
    all.forEach(one => one.classList.add('linked'));
    here.forEach(one => one.classList.add('linked', 'linked-here'));
    bringIntoPane(here[0] ?? all[0], source);
  };
  if (tree) {
    document.addEventListener('focusin', showSource);
    document.addEventListener('click', showSource);
  }

  source.addEventListener('click', event => {
    const cell = event.target.closest('td[data-rows]');
    if (!cell || !tree) {
      return;
    }
    clear();
    cell.classList.add('linked', 'linked-here');
    const lines = cell.dataset.rows.split(' ').map(id => document.getElementById(`row-${id}`)).filter(Boolean);
    lines.forEach(line => line.classList.add('linked'));
    lines[0]?.scrollIntoView({ block: 'center' });
  });
}

// The pane scrolls by itself: the page stays where the person is.
function bringIntoPane(cell, source) {
  for (let pane = cell?.parentElement; pane && source.contains(pane); pane = pane.parentElement) {
    if (pane.scrollHeight > pane.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(pane).overflowY)) {
      pane.scrollTop += cell.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
      return;
    }
  }
}

// F8 and Shift+F8, as in editors: the next and the last remark, also over the pages of a long list.
function walkRemarks() {
  const list = document.querySelector('[data-doubts]');
  const remarks = [...document.querySelectorAll('[data-testid=doubt]')];
  if (!list || remarks.length === 0) {
    return;
  }
  const keys = list.querySelector('[data-keys]');
  keys.hidden = false;
  const status = list.querySelector('[data-walk]');
  const go = index => {
    const remark = remarks[index];
    remark.focus();
    remark.scrollIntoView({ block: 'center' });
    status.textContent = `第 ${index + 1} 項，共 ${remarks.length} 項：${remark.getAttribute('aria-label')}`;
  };
  document.addEventListener('keydown', event => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const here = remarks.findIndex(remark => remark.contains(document.activeElement));
    const next = event.shiftKey ? (here < 0 ? remarks.length : here) - 1 : here + 1;
    const beyond = next < 0 ? list.dataset.before : next >= remarks.length ? list.dataset.after : null;
    if (beyond) {
      location.href = beyond;
    } else if (next < 0 || next >= remarks.length) {
      status.textContent = next < 0 ? '已經是第一項。' : '已經是最後一項。';
    } else {
      go(next);
    }
  });
  const asked = remarks.findIndex(remark => `#${remark.id}` === location.hash);
  if (asked >= 0) {
    go(asked);
  }
}

function offerSplit(area) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm btn-outline-secondary';
  button.textContent = '在游標處分割';
  button.dataset.testid = 'split';
  const state = document.createElement('span');
  state.setAttribute('role', 'status');
  state.className = 'quiet';
  const line = document.createElement('p');
  line.className = 'acts';
  line.append(button, state);
  area.after(line);
  button.addEventListener('click', () => {
    const at = area.selectionStart;
    const before = area.value.slice(0, at).trimEnd();
    const after = area.value.slice(at).trimStart();
    if (!before || !after) {
      state.textContent = '請先把游標放在文字中間要分割的地方。';
      area.focus();
      return;
    }
    area.value = `${before}\n\n${after}`;
    area.setSelectionRange(before.length + 2, before.length + 2);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
    state.textContent = `儲存後成為 ${area.value.split(/\n\s*\n/).length} 列。`;
  });
}
