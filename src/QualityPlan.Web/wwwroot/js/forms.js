// Forms: no submit while composing, questions before what cannot be undone, filters, limits, drop zones, double clicks.
import { ask } from './words.js';

const isComposing = event => event.isComposing || event.keyCode === 229;
let composedAt = 0;

// 注音, 倉頡 and 拼音 end a composition with Enter: some browsers report that Enter after the composition has ended.
document.addEventListener('compositionend', () => { composedAt = performance.now(); }, true);
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches?.('input, textarea, select')) {
    return;
  }
  const justComposed = performance.now() - composedAt < 80;
  const isLine = event.target.matches('input:not([type=submit], [type=button], [type=checkbox], [type=radio], [type=file]), select');
  if (isLine && (isComposing(event) || justComposed || event.target.closest('[data-autosave]'))) {
    event.preventDefault();
  }
}, true);

export function watchForms(root) {
  for (const form of root.querySelectorAll('form')) {
    watchDoubleSubmit(form);
    if (form.matches('[data-unsaved]')) {
      watchUnsaved(form);
    }
    if (form.matches('[data-auto-submit]')) {
      form.addEventListener('change', event => event.target.matches('select, [type=checkbox], [type=radio]') && form.requestSubmit());
    }
  }
  root.querySelectorAll('[data-confirm]').forEach(watchConfirm);
  root.querySelectorAll('[data-limit]').forEach(watchLimit);
  root.querySelectorAll('[data-drop]').forEach(watchDrop);
}

function watchConfirm(button) {
  button.addEventListener('click', async event => {
    if (button.dataset.confirmed === 'yes') {
      delete button.dataset.confirmed;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const yes = button.dataset.confirmYes ?? button.textContent.trim();
    if (await ask({ title: '請確認', text: button.dataset.confirm, yes })) {
      button.dataset.confirmed = 'yes';
      button.click();
    }
    button.focus();
  });
}

// The second click of a double click is not a second act.
function watchDoubleSubmit(form) {
  form.addEventListener('submit', event => {
    if (event.defaultPrevented || form.method !== 'post') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

function watchUnsaved(form) {
  let isChanged = false;
  form.addEventListener('input', () => { isChanged = true; });
  form.addEventListener('submit', () => { isChanged = false; });
  addEventListener('beforeunload', event => isChanged && event.preventDefault());
}

function watchLimit(area) {
  const limit = Number(area.dataset.limit);
  const line = document.createElement('p');
  line.className = 'limit';
  area.after(line);
  const show = () => {
    const over = area.value.length - limit;
    line.textContent = over > 0 ? `超過${over}字，請精簡至${limit}字以內` : `${area.value.length}/${limit}字`;
    line.toggleAttribute('data-over', over > 0);
  };
  area.addEventListener('input', show);
  show();
}

function watchDrop(zone) {
  const input = zone.querySelector('input[type=file]');
  if (!input) {
    return;
  }
  const names = document.createElement('div');
  names.className = 'drop-names';
  const status = document.createElement('div');
  status.setAttribute('role', 'status');
  status.append(names);
  input.after(status);
  const show = () => names.replaceChildren(...[...input.files].map(file => {
    const line = document.createElement('p');
    line.className = 'm-0';
    line.textContent = `${file.name}（${(file.size / 1048576).toFixed(1)} MB）`;
    return line;
  }));
  input.addEventListener('change', show);
  zone.addEventListener('dragover', event => { event.preventDefault(); zone.dataset.over = ''; });
  zone.addEventListener('dragleave', () => delete zone.dataset.over);
  zone.addEventListener('drop', event => {
    event.preventDefault();
    delete zone.dataset.over;
    const dropped = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) {
      dropped.items.add(file);
    }
    input.files = dropped.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
