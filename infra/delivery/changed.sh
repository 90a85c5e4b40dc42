#!/usr/bin/env bash
# Which modules a change touches, as Maven's -pl takes them: ./dev changed [since], by default since main.
# "all" for what every module rests on; nothing for what no test reads.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
since=${1:-origin/main}

files=$(git diff --name-only "$(git merge-base "$since" HEAD)" HEAD)
modules=$(sed -n 's/.*<module>\(.*\)<\/module>.*/\1/p' pom.xml)
touched=''
while IFS= read -r file; do
  case $file in
    '') continue ;;
    common/* | pom.xml | mvnw* | .mvn/* | dev | .ci/*) echo all && exit ;;
    .github/* | skaffold.yaml | infra/skaffold/* | infra/images.sh) touched="$touched infra/delivery" ;;
    README.md) touched="$touched system-tests" ;; # its table of events
    infra/k8s/* | docs/* | *.md) ;;
  esac
  for module in $modules; do
    case $file in "$module"/*) touched="$touched $module" ;; esac
  done
done <<<"$files"
echo "$touched" | tr ' ' '\n' | sed '/^$/d' | sort -u | paste -sd, -
