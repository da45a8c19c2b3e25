// Everything here makes pages that work without it better: nothing depends on it.
import { watchForms } from './forms.js';
import { startAutosave } from './autosave.js';
import { watchSession } from './session.js';
import { watchReports } from './report.js';
import { watchBooks } from './books.js';

watchForms(document);
startAutosave(document);
watchReports(document);
watchBooks(document);
watchSession();
wireFrame();

// Parts that htmx brings in get the same treatment as the page.
document.addEventListener('htmx:load', event => {
  if (event.target !== document.body) {
    watchForms(event.target);
    startAutosave(event.target);
  }
});

function wireFrame() {
  document.querySelector('[data-focus]')?.focus();

  const theme = document.querySelector('[data-theme-toggle]');
  if (theme) {
    theme.hidden = false;
    theme.addEventListener('click', () => {
      const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark'
        || (!document.documentElement.dataset.bsTheme && matchMedia('(prefers-color-scheme: dark)').matches);
      remember('theme', isDark ? 'light' : 'dark');
      document.documentElement.dataset.bsTheme = isDark ? 'light' : 'dark';
    });
  }

  const fold = document.querySelector('[data-fold-menu]');
  if (fold) {
    fold.hidden = false;
    const show = () => fold.setAttribute('aria-expanded', String(document.documentElement.dataset.menu !== 'folded'));
    show();
    fold.addEventListener('click', () => {
      const isFolded = document.documentElement.dataset.menu === 'folded';
      document.documentElement.dataset.menu = isFolded ? 'open' : 'folded';
      remember('menu', isFolded ? 'open' : 'folded');
      show();
    });
  }
}

// The server reads these two cookies, so that a page is right from its first line.
function remember(name, value) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=${document.body.dataset.root || '/'}; Max-Age=31536000; SameSite=Lax${secure}`;
}
