# Sourced by run.sh: a throw-away PostgreSQL on a free loopback port, gone when the tests are.

pg_data=""

as_postgres() { # initdb and the server refuse to run as root
  if [[ "$(id -u)" == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() { # work folder
  [[ -z "${QUALITYPLAN_POSTGRES:-}" ]] || return 0
  local folder="$1/postgres" password port try
  pg_bin="$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)"
  mkdir -m 700 "$folder"
  password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  printf '%s' "$password" >"$folder/password"
  [[ "$(id -u)" != 0 ]] || chown -R postgres "$folder"
  (cd / && as_postgres "$pg_bin/initdb" -D "$folder/data" -U qualityplan -A scram-sha-256 --pwfile="$folder/password" \
    -E UTF8 --locale=C.UTF-8 --no-sync >"$1/postgres.log" 2>&1) || { cat "$1/postgres.log" >&2; return 1; }
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 30000))
    # No durability wanted: the cluster lives as long as the tests.
    if (cd / && as_postgres "$pg_bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -s -o "-c listen_addresses=127.0.0.1 -p $port \
      -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start </dev/null); then
      pg_data="$folder/data"
      export QUALITYPLAN_POSTGRES="Host=127.0.0.1;Port=$port;Username=qualityplan;Password=$password;Database=postgres"
      return 0
    fi
  done
  return 1
}

stop_postgres() {
  [[ -z "$pg_data" ]] || (cd / && as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -m immediate -s stop) || true
  pg_data=""
}
