// Messages in the status region, and questions in a dialog that the keyboard can leave.

export function say(text, kind) {
  const region = document.getElementById('toasts');
  const line = document.createElement('p');
  line.className = 'toast-line m-0';
  line.dataset.kind = kind ?? 'done';
  line.textContent = text;
  region.append(line);
  setTimeout(() => line.remove(), kind === 'refused' ? 12000 : 5000);
}

// Resolves to true when the person says yes; Escape and the cancel button say no.
// The focus stands on no, so that a stray Enter does nothing; startsOnYes is for what does no harm.
export function ask({ title, text, yes, no, startsOnYes }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  const heading = element('h2', title);
  heading.id = 'ask-title';
  const actions = element('div', '');
  actions.className = 'actions';
  actions.append(button(no ?? '取消', 'btn btn-outline-secondary', ''), button(yes ?? '確定', 'btn btn-primary', 'yes'));
  dialog.append(heading, element('p', text), actions);
  document.body.append(dialog);

  return new Promise(resolve => {
    actions.addEventListener('click', event => event.target.matches('button') && dialog.close(event.target.value));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
    actions.children[startsOnYes ? 1 : 0].focus();
  });
}

export function clock(date = new Date()) {
  return date.toLocaleTimeString('zh-TW', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Taipei' });
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text, cssClass, value) {
  const made = element('button', text);
  made.type = 'button';
  made.className = cssClass;
  made.value = value;
  return made;
}
