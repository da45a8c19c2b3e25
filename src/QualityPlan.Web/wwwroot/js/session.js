// Two minutes before an idle session ends, one key prolongs it.
import { ask, say } from './words.js';

const Warning = 2 * 60 * 1000;

export function watchSession() {
  const minutes = Number(document.body.dataset.idleMinutes);
  if (!minutes) {
    return;
  }
  let timer;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(warn, Math.max(minutes * 60 * 1000 - Warning, 1000));
  };
  const warn = async () => {
    const stays = await ask({
      title: '即將自動登出',
      text: '您已一段時間沒有操作，約2分鐘後將自動登出。尚未儲存的文字會保留在這台電腦。',
      yes: '繼續使用',
      no: '稍後',
      startsOnYes: true,
    });
    if (stays) {
      await prolong();
      restart();
    }
  };
  // Any answered request prolongs the session on the server; so it does here.
  document.addEventListener('autosaved', restart);
  document.addEventListener('htmx:afterRequest', restart);
  restart();
}

async function prolong() {
  const response = await fetch(`${document.body.dataset.root}session`, { redirect: 'manual', cache: 'no-store' });
  say(response.ok ? '已延長登入時間' : '登入已逾時，請重新登入', response.ok ? 'done' : 'refused');
}
