// The fill-in: opens cause and countermeasure when a row falls behind, writes the sentence of 本季無變動, keeps the
// count of filled rows. The server judges again; nothing here decides.
const Threshold = 10;

export function watchReports(root) {
  for (const form of root.querySelectorAll('form[data-fill-in]')) {
    const rows = [...form.querySelectorAll('[data-autosave-row]')];
    rows.forEach(row => {
      row.addEventListener('input', () => update(form, row));
      row.querySelector('[data-unchanged]')?.addEventListener('change', event => confirmUnchanged(event.target, row));
    });
    rows.filter(row => row.hasAttribute('data-done')).forEach(row => mark(row));
  }
}

function update(form, row) {
  row.toggleAttribute('data-done', row.querySelector('[data-words]').value.trim() !== '');
  mark(row, true);
  const owed = [...form.querySelectorAll('[data-owes]')];
  const filled = owed.filter(one => one.hasAttribute('data-done')).length;
  const bar = form.querySelector('[data-fill-count] progress');
  if (bar) {
    bar.value = filled;
    const word = form.querySelector('[data-fill-count] .progress-line span');
    if (word) {
      word.textContent = word.textContent.replace(/\d+(?=\s*\/)/, String(filled));
    }
  }
}

function mark(row, opens = false) {
  const behind = row.querySelector('[data-behind]');
  const isBehind = falls(row);
  behind.toggleAttribute('data-needed', isBehind);
  behind.querySelector('[data-behind-word]').textContent = isBehind ? '（必填）' : '';
  behind.querySelectorAll('textarea, input').forEach(box => box.setAttribute('aria-required', String(isBehind)));
  if (opens && isBehind && row.hasAttribute('data-done')) {
    behind.open = true;
  }
}

function falls(row) {
  const state = row.querySelector('input[type=radio]:checked')?.value;
  const percent = row.querySelector('[data-percent]').value.normalize('NFKC').trim();
  const isLow = percent !== '' && row.dataset.planned && Number(row.dataset.planned) - Number(percent) > Threshold;
  return state === 'NotAchieved' || isLow || row.querySelector('[data-due]:not(:checked)') !== null;
}

function confirmUnchanged(tick, row) {
  const words = row.querySelector('[data-words]');
  if (tick.checked && words.value.trim() === '') {
    words.value = tick.dataset.unchanged;
  } else if (!tick.checked && words.value === tick.dataset.unchanged) {
    words.value = '';
  }
  words.dispatchEvent(new Event('input', { bubbles: true }));
}
