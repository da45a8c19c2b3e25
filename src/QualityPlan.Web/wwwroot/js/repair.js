// Typing beside a choice chooses it.
for (const box of document.querySelectorAll('[data-choose]')) {
  const choose = () => { document.getElementById(box.dataset.choose).checked = true; };
  box.addEventListener('input', choose);
  box.addEventListener('change', choose);
}
