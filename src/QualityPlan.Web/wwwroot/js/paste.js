// A table pasted from Word, Writer, Excel or Calc: its html goes to the server as it is, what is shown is only its
// text, so that nothing of a stranger's page gets into ours. Without this script the box takes text with tabs.

const form = document.querySelector('form[data-paste]');
const box = form?.querySelector('textarea');

if (box) {
  const area = document.createElement('div');
  area.className = 'paste-area form-control';
  area.contentEditable = 'true';
  area.setAttribute('role', 'textbox');
  area.setAttribute('aria-multiline', 'true');
  area.setAttribute('aria-label', '貼上表格');
  if (box.hasAttribute('aria-describedby')) {
    area.setAttribute('aria-describedby', box.getAttribute('aria-describedby'));
  }
  area.dataset.testid = 'paste-area';
  const state = document.createElement('p');
  state.setAttribute('role', 'status');
  state.className = 'quiet';
  box.before(area);
  area.after(state);
  box.hidden = true;
  if (box.value) {
    take('', box.value);
  }

  area.addEventListener('paste', event => {
    event.preventDefault();
    take(event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain'));
  });
  area.addEventListener('drop', event => event.preventDefault());
  // Only pasting and clearing change it: what is sent is what was copied.
  area.addEventListener('beforeinput', event => {
    if (event.inputType.startsWith('delete')) {
      event.preventDefault();
      take('', '');
    } else if (event.inputType !== 'insertFromPaste') {
      event.preventDefault();
    }
  });

  function take(html, text) {
    const tables = html ? [...new DOMParser().parseFromString(bare(html), 'text/html').querySelectorAll('table')] : [];
    box.value = tables.length > 0 ? html : text;
    area.replaceChildren(...(tables.length > 0 ? tables.map(copyOf) : [document.createTextNode(text)]));
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    state.textContent = tables.length > 0 ? `已貼上 ${tables.length} 個表格，共 ${rows} 列。`
      : text ? `已貼上文字 ${text.split('\n').length} 行。` : '';
  }
}

// The bones of the tables: no styles, no handlers, no pictures, so that nothing is loaded or run even while parsing.
function bare(html) {
  const kept = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
  return html
    .replace(/<!--[\s\S]*?-->|<(style|script|head)\b[\s\S]*?<\/\1>|<[!?][^>]*>/gi, '')
    .replace(/<(\/?)([a-z][\w:]*)([^>]*)>/gi, (_, close, tag, rest) => {
      if (kept.has(tag.toLowerCase())) {
        const spans = close ? [] : rest.match(/(?:col|row)span\s*=\s*["']?\d+/gi) ?? [];
        return `<${close}${[tag, ...spans.map(span => span.replace(/["']/g, ''))].join(' ')}>`;
      }
      return /^(?:p|div|br|li)$/i.test(tag) && (close || tag.toLowerCase() === 'br') ? '\n' : '';
    });
}

function copyOf(table) {
  const copy = document.createElement('table');
  for (const row of [...table.rows].slice(0, 200)) {
    const line = copy.insertRow();
    for (const cell of row.cells) {
      const place = line.insertCell();
      place.textContent = cell.textContent.trim();
      place.colSpan = cell.colSpan;
      place.rowSpan = cell.rowSpan;
    }
  }
  return copy;
}
