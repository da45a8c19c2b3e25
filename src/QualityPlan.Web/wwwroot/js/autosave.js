// Autosave. A form with data-autosave is posted whole to its data-autosave address (or its action); when it has
// parts marked data-autosave-row, only the part that changed is posted, with the boxes marked data-autosave-always
// (round, unit). Answers: 200 JSON {values?: {box: new value}, message?}, 409/422/403 JSON {message, theirs?}.
import { clock } from './words.js';

const Delay = 2500;
const Patience = 10000;
const pending = new Set();

addEventListener('beforeunload', event => {
  if (pending.size > 0) {
    event.preventDefault();
  }
});

export function startAutosave(root) {
  root.querySelectorAll('form[data-autosave]').forEach(form => {
    const parts = form.querySelectorAll('[data-autosave-row]');
    const savers = (parts.length > 0 ? [...parts] : [form]).map(part => new Saver(form, part));
    waitForAnswers(form, savers);
  });
}

// A button pressed while a save is under way would collide with it: the answer brings the row's new stamp first.
function waitForAnswers(form, savers) {
  let hasWaited = false;
  form.addEventListener('submit', async event => {
    const running = savers.filter(one => one.isSaving).map(one => one.running);
    if (hasWaited || running.length === 0) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    await Promise.race([Promise.all(running), new Promise(done => setTimeout(done, Patience))]);
    hasWaited = true;
    form.requestSubmit(event.submitter);
    hasWaited = false;
  }, true);
}

class Saver {
  constructor(form, part) {
    this.form = form;
    this.part = part;
    this.key = `draft:${location.pathname}:${part.dataset.rowName ?? ''}`;
    this.state = part.querySelector('[data-save-state]') ?? form.querySelector('[data-save-state]');
    this.state?.setAttribute('role', 'status');
    this.saved = this.text();
    this.offerDraft();
    part.addEventListener('input', event => this.changed(event));
    part.addEventListener('change', event => this.changed(event));
    part.addEventListener('focusout', () => this.isDirty() && this.save());
    form.addEventListener('submit', () => { clearTimeout(this.timer); pending.delete(this); });
  }

  // Files are sent by their own form or with the submit, never by autosave.
  boxes() {
    return [...this.form.elements].filter(box => box.name && !box.disabled
      && !['submit', 'button', 'reset', 'image', 'file', 'fieldset'].includes(box.type)
      && (this.part === this.form || this.part.contains(box) || box.hasAttribute('data-autosave-always')));
  }

  values(boxes) {
    return boxes.flatMap(box => {
      if (box.type === 'checkbox' || box.type === 'radio') {
        return box.checked ? [[box.name, box.value]] : [];
      }
      return box.type === 'select-multiple' ? [...box.selectedOptions].map(one => [box.name, one.value]) : [[box.name, box.value]];
    });
  }

  // What a person wrote: stamps and tokens change by themselves.
  text() {
    return JSON.stringify(this.values(this.boxes().filter(box => box.type !== 'hidden')));
  }

  // Line ends as a browser posts them, so that autosave and button save the same text.
  body() {
    const token = this.form.elements.namedItem('__RequestVerificationToken');
    const values = this.values(this.boxes()).filter(([name]) => name !== token?.name);
    return new URLSearchParams([...values, ...(token ? [[token.name, token.value]] : [])]
      .map(([name, value]) => [name, value.replace(/\r?\n/g, '\r\n')]));
  }

  isDirty() {
    return this.text() !== this.saved;
  }

  changed(event) {
    if (event.isComposing || !this.isDirty()) {
      return;
    }
    pending.add(this);
    keep(this.key, this.text());
    if (this.isStopped) {
      return;
    }
    this.show('changed', '尚未儲存');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Delay);
  }

  // One request at a time: what is typed meanwhile goes with the next one.
  async save() {
    clearTimeout(this.timer);
    if (this.isSaving || this.isStopped || !this.isDirty()) {
      return;
    }
    this.isSaving = true;
    this.running = this.send();
    await this.running;
  }

  async send() {
    const sent = this.text();
    this.show('saving', '儲存中…');
    try {
      const response = await fetch(this.form.dataset.autosave || this.form.action, {
        method: 'POST', body: this.body(), redirect: 'manual',
        headers: { 'X-Requested-With': 'autosave', Accept: 'application/json' },
      });
      this.answered(response, sent, await readJson(response));
    } catch {
      this.show('refused', '連線中斷，文字已保留在這台電腦，連線恢復後自動儲存');
      this.timer = setTimeout(() => this.save(), 10000);
    } finally {
      this.isSaving = false;
    }
  }

  answered(response, sent, answer) {
    if (!response.ok) {
      // Somebody was faster: from here on a person decides, with the page's own button.
      this.isStopped = response.status === 409;
      this.show('refused', answer.message ?? refusal(response));
      this.showConflict(answer);
      return;
    }
    this.saved = sent;
    this.part.querySelector('[data-conflict]')?.remove();
    for (const [name, value] of Object.entries(answer.values ?? {})) {
      const box = this.form.elements.namedItem(name);
      if (box && 'value' in box) {
        box.value = value;
      }
    }
    if (this.isDirty()) {
      this.timer = setTimeout(() => this.save(), Delay);
      return;
    }
    pending.delete(this);
    forget(this.key);
    this.show('saved', answer.message ?? `已儲存 ${clock()}`);
    this.part.dispatchEvent(new CustomEvent('autosaved', { bubbles: true, detail: answer }));
  }

  showConflict({ theirs }) {
    this.part.querySelector('[data-conflict]')?.remove();
    if (!theirs) {
      return;
    }
    const box = document.createElement('div');
    box.className = 'notice notice-warning';
    box.dataset.conflict = '';
    const title = Object.assign(document.createElement('p'), { className: 'notice-title', textContent: '系統目前的文字（尚未覆蓋）' });
    const text = Object.assign(document.createElement('p'), { className: 'conflict-text', textContent: theirs });
    box.append(title, text);
    this.part.append(box);
  }

  show(state, text) {
    if (this.state) {
      this.state.dataset.state = state;
      this.state.textContent = text;
    }
  }

  // What a lost session or a closed window left behind is offered, never put in silently.
  offerDraft() {
    const draft = recall(this.key);
    if (!draft || draft === this.saved) {
      forget(this.key);
      return;
    }
    const line = Object.assign(document.createElement('p'), { className: 'notice notice-warning' });
    line.append('這台電腦留有尚未送達系統的文字。 ');
    line.append(this.draftButton('放回', () => this.restore(draft)), ' ', this.draftButton('捨棄', () => forget(this.key)));
    this.part.prepend(line);
  }

  draftButton(text, act) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: 'btn btn-sm btn-outline-secondary' });
    button.addEventListener('click', () => { button.parentElement.remove(); act(); });
    return button;
  }

  restore(draft) {
    const values = JSON.parse(draft);
    for (const box of this.part.querySelectorAll('input, textarea, select')) {
      const mine = values.filter(([name]) => name === box.name).map(([, value]) => value);
      if (box.type === 'checkbox' || box.type === 'radio') {
        box.checked = mine.includes(box.value);
      } else if (box.type !== 'hidden' && box.type !== 'file' && mine.length > 0) {
        box.value = mine[0];
      }
    }
    this.part.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function refusal(response) {
  return response.status === 401 || response.type === 'opaqueredirect'
    ? '登入已逾時，文字已保留在這台電腦；請在另一分頁登入後再按暫存'
    : `系統未儲存（${response.status}），文字已保留在這台電腦`;
}

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

// A browser may forbid storage: then there is no draft, and everything else works.
function keep(key, text) { try { localStorage.setItem(key, text); } catch { /* no draft */ } }
function recall(key) { try { return localStorage.getItem(key); } catch { return null; } }
function forget(key) { try { localStorage.removeItem(key); } catch { /* no draft */ } }
