// 製作報表: only the boxes that the chosen book needs, only the formats it comes in. The server checks all of it anyway.
export function watchBooks(root) {
  const form = root.querySelector('[data-books]');
  const book = form?.querySelector('[name$="Book"]');
  if (!book) {
    return;
  }
  const needs = JSON.parse(form.dataset.books);
  const show = () => {
    const chosen = needs[book.value];
    if (!chosen) {
      return;
    }
    toggle(form, 'PlanId', chosen.plan);
    toggle(form, 'Quarter', chosen.quarter);
    toggle(form, 'UnitId', chosen.unit);
    offer(form.querySelector('[name$="Format"]'), chosen.formats);
    form.querySelector('[data-testid="preview"]').hidden = !chosen.plan;
  };
  book.addEventListener('change', show);
  show();
}

function toggle(form, name, isNeeded) {
  const box = form.querySelector(`[name$="${name}"]`);
  if (box) {
    box.closest('.field').hidden = !isNeeded;
    box.disabled = !isNeeded;
    if (isNeeded && box.value === '' && box.options.length > 1) {
      box.selectedIndex = 1;
    }
  }
}

function offer(box, formats) {
  for (const option of box.options) {
    option.hidden = option.disabled = !formats.includes(option.value);
  }
  if (!formats.includes(box.value)) {
    box.value = formats[0];
  }
}
