#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK and Node, and only what is missing.
#   tests/install.sh [unit|web|browser|all]
# Each line: package, the command or file that shows it is there, the suites that use it.
set -euo pipefail

suite="${1:-all}"

wanted() {
  cat <<'LIST'
poppler-utils        pdftotext                                     unit web browser
qpdf                 qpdf                                          unit web browser
fonts-noto-cjk       /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc  unit web browser
libreoffice-calc     /usr/lib/libreoffice/program/libsclo.so       unit web browser
libreoffice-writer   /usr/lib/libreoffice/program/libswlo.so       unit web browser
postgresql           /usr/lib/postgresql/*/bin/initdb              web
chromium             chromium                                      browser
LIST
}

is_there() {
  case "$1" in
    /*) compgen -G "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

missing=()
while read -r package proof suites; do
  [[ "$suite" == all || " $suites " == *" $suite "* ]] || continue
  is_there "$proof" || missing+=("$package")
done < <(wanted)

for tool in dotnet node npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "缺少 $tool：請先安裝 .NET SDK 10 與 Node.js。 ($tool is not installed)" >&2
    exit 1
  fi
done

(( ${#missing[@]} )) || exit 0

echo "安裝測試所需套件：${missing[*]}"
install=(apt-get install -y -qq --no-install-recommends "${missing[@]}")
export DEBIAN_FRONTEND=noninteractive
if ! command -v apt-get >/dev/null; then
  echo "這台機器沒有 apt-get；請自行安裝：${missing[*]}" >&2
  exit 1
elif [[ "$(id -u)" == 0 ]]; then
  apt-get update -qq </dev/null
  "${install[@]}" </dev/null >/dev/null
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  sudo -n apt-get update -qq </dev/null
  sudo -n DEBIAN_FRONTEND=noninteractive "${install[@]}" </dev/null >/dev/null
else
  echo "沒有安裝套件的權限；請由管理者執行一次：" >&2
  echo "  apt-get update && ${install[*]}" >&2
  exit 1
fi
