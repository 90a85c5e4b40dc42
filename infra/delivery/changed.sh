#!/usr/bin/env bash
# ./dev changed [since]: lists the modules that a change since main touches, in the format of Maven's -pl option.
# Prints "all" if every module depends on a changed file, and nothing if no test reads the changed files.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
since=${1:-origin/main}

files=$(git diff --name-only "$(git merge-base "$since" HEAD)" HEAD)
modules=$(sed -n 's/.*<module>\(.*\)<\/module>.*/\1/p' pom.xml)
touched=''
while IFS= read -r file; do
  case $file in
    '') continue ;;
    common/* | infra/suite/* | pom.xml | mvnw* | .mvn/* | dev | .ci/*) echo all && exit ;;
    .github/* | skaffold.yaml | infra/images.sh | infra/k8s/secrets.sh) touched="$touched infra/delivery" ;;
    infra/skaffold/* | infra/k8s/platform/* | infra/local/compose.yaml) touched="$touched infra/delivery infra/k8s" ;;
    infra/operator/pod.yaml) touched="$touched infra/k8s" ;;
    README.md) touched="$touched infra/delivery system-tests" ;; # has the event table
    *.md | */src/test/*) touched="$touched infra/delivery" ;; # tests the documents, which name tests
    checker/src/main/*) touched="$touched system-tests" ;; # checks the stories
    infra/k8s/* | docs/*) ;;
  esac
  for module in $modules; do
    case $file in "$module"/*) touched="$touched $module" ;; esac
  done
done <<<"$files"
echo "$touched" | tr ' ' '\n' | sed '/^$/d' | sort -u | paste -sd, -
