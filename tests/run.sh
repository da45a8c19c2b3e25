2>&1 && echo 0 >"$work/$name.rc" || echo $? >"$work/$name.rc"
#!/usr/bin/env bash
# Runs the tests. The last line is always: N passed, N failed, N skipped
#   bash tests/run.sh                  everything
#   bash tests/run.sh unit|web|browser one suite
#   bash tests/run.sh pictures         browser tests, and the user guide's pictures taken anew
#   bash tests/run.sh hostile          hostile files and 2,000 spoilt ones through every upload, in 256 MB; minutes
# Further arguments go to the test programs, e.g.  bash tests/run.sh web -class '*PlanPageTests'
# QUALITYPLAN_POSTGRES  use this PostgreSQL instead of a throw-away one
# QUALITYPLAN_SQLSERVER run the data tests on this SQL Server as well
set -euo pipefail
cd "$(dirname "$0")/.."

suite="${1:-all}"
(( $# )) && shift
under=()
case "$suite" in
  all) suites=(Unit Web Browser) ;;
  unit) suites=(Unit) ;;
  web) suites=(Web) ;;
  browser) suites=(Browser) ;;
  pictures) suites=(Browser); export QUALITYPLAN_PICTURES=1; suite=browser ;;
  # Each door in a process of its own: the memory that is limited is then that of its uploads alone.
  hostile) suites=(Web/import Web/offline Web/evidence Web/criteria Web/verify); suite=web; set -- -class '*HostileUploadTests' "$@"
    under=(env "QUALITYPLAN_MUTATIONS=${QUALITYPLAN_MUTATIONS:-2000}" DOTNET_gcServer=0 DOTNET_GCHeapHardLimit=0x10000000) ;;
  *) echo "usage: bash tests/run.sh [all|unit|web|browser|pictures|hostile] [test options]" >&2; exit 2 ;;
esac

work="$(mktemp -d /tmp/qualityplan-tests.XXXXXX)"
chmod 755 "$work"
source tests/postgres.sh
trap 'stop_postgres; rm -rf "$work" "${swift:-}"' EXIT
trap 'exit 130' INT TERM

[[ -n "${HOME:-}" && -w "${HOME:-}" ]] || { export HOME="$work/home"; mkdir -p "$HOME"; }
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 QUALITYPLAN_TEST_WORK="$work"
# A hundred sites watch their files; Linux gives a user 128 watches of its own kind.
export DOTNET_USE_POLLING_FILE_WATCHER=1 DOTNET_hostBuilder__reloadConfigOnChange=false
unset ASPNETCORE_ENVIRONMENT DOTNET_ENVIRONMENT ASPNETCORE_URLS

# Nothing could be run: still ends with the line that says so.
give_up() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

bash tests/install.sh "$suite" || give_up "Something the tests need is missing."

if [[ "$suite" != all ]]; then
  build="tests/QualityPlan.${suites[0]%/*}Tests"
else
  build=QualityPlan.sln
fi
dotnet build "$build" -v q --disable-build-servers </dev/null || give_up "The build failed."

if [[ " ${suites[*]}" == *" Web"* ]]; then
  start_postgres "$work" || give_up "PostgreSQL did not start."
fi

# Whatever the tests leave lying about goes with this folder. Their databases live as long as the run and need no
# durability: in memory, where there is room, nothing waits for the disk.
free="$(df --output=avail -k /dev/shm 2>/dev/null | tail -1 | tr -d ' ' || true)"
if (( ${free:-0} > 6000000 )) && swift="$(mktemp -d /dev/shm/qualityplan-tests.XXXXXX)"; then
  chmod 755 "$swift"
  export TMPDIR="$swift"
else
  mkdir "$work/tmp"
  export TMPDIR="$work/tmp"
fi

# One suite, or a part of it (Web/import: uploads through the door called import): its own program, its own result
# file; a missing or empty result is a crash.
run_suite() {
  local name="QualityPlan.${1%/*}Tests" result="$work/${1/\//-}" label="${1}Tests" started=$SECONDS
  local door=()
  [[ "$1" != */* ]] || { label="$1"; door=(env "QUALITYPLAN_DOOR=${1#*/}"); }
  shift
  "${door[@]}" "${under[@]}" "artifacts/bin/$name/debug/$name" -noLogo -noColor -result-xml "$result.xml" "$@" \
    </dev/null >"$result.log" 2>&1 && echo 0 >"$result.rc" || echo 1 >"$result.rc"
  sed "s|^|[$label] |" "$result.log"
  echo "[$label] $((SECONDS - started)) s"
}

# Unit tests go first and alone; the other two have idle time for each other.
for one in "${suites[@]}"; do
  if [[ "$one" == Unit || "$one" == */* ]]; then run_suite "$one" "$@"; else run_suite "$one" "$@" & fi
done
wait
[[ ! -s "$work/hostile.txt" ]] || cat "$work/hostile.txt"

count() { # result file, attribute of its <assembly> element
  grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'
}

passed=0 failed=0 skipped=0
for one in "${suites[@]}"; do
  result="$work/${one/\//-}.xml"
  if [[ ! -s "$result" ]] || (( $(count "$result" total) == 0 )); then
    echo "$one ran no test or crashed." >&2
    failed=$((failed + 1))
    continue
  fi
  bad=$(($(count "$result" failed) + $(count "$result" errors)))
  if (( bad == 0 && $(cat "${result%.xml}.rc") != 0 )); then
    echo "$one ended with an error though no test failed." >&2
    bad=1
  fi
  passed=$((passed + $(count "$result" passed)))
  failed=$((failed + bad))
  skipped=$((skipped + $(count "$result" skipped) + $(count "$result" not-run)))
done
stop_postgres
echo "$passed passed, $failed failed, $skipped skipped"
(( failed == 0 ))
