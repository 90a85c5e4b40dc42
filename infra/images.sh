#!/usr/bin/env bash
# ./dev images and ./dev aot call this. An image is made twice: plain, to record how its application starts with the very
# JRE, jars and flags that it holds, and then with that AOT cache in a layer of its own (docs/adr/0021-images-and-their-caches.md).
# Where no cache can be made (another system than Linux, a base whose JRE does not run here), images do without.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn=$1 goal=$2
shift 2
unpacked=.local/images

modules() { grep -l '<jib.skip>false' ./*/pom.xml ./*/*/pom.xml | xargs -n 1 dirname; }

applications() { modules | grep -v system-tests; }

maven() { # goal, arguments: one platform, since neither a tar nor a Docker engine holds more
  local platform
  platform=linux/$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
  "$mvn" -B -ntp -T1C package "jib:$1" -DskipTests -Djib.from.platforms="$platform" "${@:2}" \
    >.local/logs/images.log 2>&1 || {
    grep -E '^\[ERROR\]' .local/logs/images.log | head -n 5 >&2
    echo "✗ the images cannot be built (log: .local/logs/images.log)" >&2
    exit 1
  }
}

layers() { tar -xOf "$1" manifest.json | sed 's/.*"Layers":\[//; s/\].*//; s/[",]/ /g'; }

unpack() { # image, folder, what of it
  local layer
  mkdir -p "$2"
  for layer in $(layers "$1"); do
    tar -xOf "$1" "$layer" | tar -xz -C "$2" "${@:3}" 2>/dev/null || true # a layer without it is no error
  done
}

train() {
  local module java
  rm -rf "$unpacked"
  for module in $(applications); do
    unpack "$module/target/jib-image.tar" "$unpacked/$(basename "$module")" app
  done
  unpack auth-service/target/jib-image.tar "$unpacked/base"
  java=$(find "$unpacked/base" -path '*/bin/java' -type f | head -n 1)
  "$java" -version >/dev/null 2>&1 && java -jar infra/local/target/local-1.0.0-SNAPSHOT.jar train "$unpacked" "$java"
}

keep_caches() {
  local module cache
  for module in $(applications); do
    cache=$unpacked/$(basename "$module")/start.aot
    [ -f "$cache" ] || continue
    mkdir -p "$module/target/aot"
    mv "$cache" "$module/target/aot/"
  done
}

echo "Building plain images …"
for module in $(modules); do rm -rf "$module/target/aot"; done
maven buildTar -pl '!system-tests' -Dmaven.test.skip=true "$@"
if train; then keep_caches; else echo "No AOT caches: the JRE of the base does not run here, or a start failed." >&2; fi
rm -rf "$unpacked"
case $goal in
  aot) exit ;;
  images) echo "Building images …" ;;
esac
if docker version >/dev/null 2>&1; then
  maven dockerBuild "$@"
  docker images 'ticketing/*'
else
  maven buildTar "$@"
  for module in $(modules); do echo "  $module/target/jib-image.tar"; done
fi
