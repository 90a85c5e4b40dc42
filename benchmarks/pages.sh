#!/usr/bin/env bash
# Measures pages per second: benchmarks/pages.sh [http://localhost:8080], against a running ./dev up --demo. Needs wrk and curl.
set -euo pipefail
door=${1:-http://localhost:8080}
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

curl -fsS -o /dev/null -c "$jar" -H 'Content-Type: application/json' \
  -d "{\"email\":\"bench-$RANDOM$RANDOM@example.com\",\"password\":\"correct horse battery\"}" "$door/api/users/signup"
session=$(awk '$6 ~ /session/ {print $6 "=" $7}' "$jar")

measure() { # what, path, wrk arguments
  local what=$1 path=$2
  shift 2
  wrk -t2 -c32 -d3 "$@" "$door$path" >/dev/null # warm
  printf '%-34s %s\n' "$what" "$(wrk -t2 -c32 -d10 --latency "$@" "$door$path" |
    awk '/Requests\/sec/ {rate=$2} $1=="50%" {p50=$2} $1=="99%" {p99=$2} /Non-2xx/ {bad=" NOT 2xx: " $NF} END {print rate " req/s, p50 " p50 ", p99 " p99 bad}')"
}

measure '/ signed out' /
measure '/ signed in' / -H "Cookie: $session"
measure '/?q=a signed in' '/?q=a' -H "Cookie: $session"
measure '/api/tickets' /api/tickets
sleep 2
curl -fsS -o /dev/null -w 'first byte in quiet                %{time_starttransfer} s\n' "$door/"
