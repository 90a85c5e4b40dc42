#!/usr/bin/env bash
# Repeats ./dev test on the same code, and names each test that failed: ./dev flaky [runs, 3 by default]. A test that failed in
# some runs only is flaky.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-3}
[[ $runs =~ ^[1-9][0-9]*$ ]] || { echo "✗ how many runs? (for instance ./dev flaky 5)" >&2; exit 1; }
failures=.local/logs/flaky.txt
mkdir -p .local/logs
: >"$failures"

reports() { find . -path '*/target/*-reports/TEST-*.xml' -not -path './.local/*'; }

# class.method of each test with a failure or an error, once; the same for all values of a parameter
failed() {
  reports | while IFS= read -r report; do
    awk '
      /<testcase / { name = $0; sub(/.* name="/, "", name); sub(/[^A-Za-z0-9_].*/, "", name)
                     class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
      /<(failure|error)[ >\/]/ { print class "." (name == "" ? "(class)" : name) }' "$report"
  done | sort -u
}

for ((run = 1; run <= runs; run++)); do
  echo "Run $run of $runs …"
  reports | while IFS= read -r report; do rm -f "$report"; done
  ./dev test -Dmaven.test.failure.ignore=true || echo "./dev test itself" >>"$failures"
  failed >>"$failures"
done

if [ ! -s "$failures" ]; then
  echo "No test failed in $runs runs."
  exit
fi
sort "$failures" | uniq -c | sort -rn | while read -r times test; do
  if [ "$times" = "$runs" ]; then kind=broken; else kind=flaky; fi
  echo "✗ $kind: $test failed in $times of $runs runs" >&2
done
exit 1
