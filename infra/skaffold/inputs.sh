#!/usr/bin/env bash
# Prints the input files of a module's image as a JSON array. Skaffold rebuilds an image when one of them changes.
# inputs.sh MODULE [live]; with "live" it prints the classes of the module instead of its sources, and compiles newer sources.
set -euo pipefail
cd "$(dirname "$0")/../.."
module=$1 live=${2:-}
kept=.local/inputs

# --- which modules ---

name() { awk '/<parent>/ { parent = 1 } /<\/parent>/ { parent = 0 } !parent && /<artifactId>/ { gsub(/.*<artifactId>|<.*/, ""); print; exit }' "$1/pom.xml"; }

names() { # of all modules, with their folders
  local folder
  for folder in */pom.xml */*/pom.xml; do echo "$(name "${folder%/pom.xml}") ${folder%/pom.xml}"; done
}

with_what_it_needs() { # module, names
  local folders=$1 before='' folder
  while [ "$folders" != "$before" ]; do
    before=$folders
    folders=$(for folder in $before; do
      echo "$folder"
      grep -o '<artifactId>[^<]*' "$folder/pom.xml" | cut -d '>' -f 2
    done | awk -v names="$2" 'BEGIN { n = split(names, line, "\n"); for (i = 1; i <= n; i++) { split(line[i], part, " "); folder[part[1]] = part[2]; known[part[2]] } }
      $0 in folder { print folder[$0] } $0 in known { print }' | sort -u)
  done
  echo "$folders"
}

folders() { # computed again when a pom has changed
  local file=$kept/${module##*/}
  if [ ! -f "$file" ] || [ -n "$(find pom.xml ./*/pom.xml ./*/*/pom.xml -newer "$file" -print -quit)" ]; then
    mkdir -p "$kept"
    with_what_it_needs "$module" "$(names)" >"$file.new"
    mv "$file.new" "$file"
  fi
  cat "$file"
}

# --- which files ---

files() {
  local folder
  echo pom.xml
  echo infra/local/jvm.flags
  for folder in $(folders); do
    existing "$folder/pom.xml" "$folder/jvm.flags"
    [ "$folder:$live" = "$module:live" ] || existing "$folder/src/main"
  done
  if [ "$live" = live ]; then existing "$module/target/classes"; else existing "$module/target/aot"; fi
  [ "$module" != system-tests ] || existing "$module/src/test"
}

existing() {
  local path
  for path in "$@"; do [ ! -e "$path" ] || find "$path" -type f; done
}

# --- live classes ---

compile() { # writes only differing classes, because skaffold copies each written file into the container
  local stamp=$kept/${module##*/}.compiled classes=$module/target/classes work
  [ -f "$module/target/class-path" ] || return 0 # before the first build
  [ ! -f "$stamp" ] || [ -n "$(find "$module/src/main" -newer "$stamp" -print -quit)" ] || return 0
  work=$(mktemp -d) # outside the folders that skaffold watches
  # shellcheck disable=SC2064 # expand now: the variable is local
  trap "rm -rf '$work'" EXIT
  touch "$work/stamp"
  find "$module/src/main/java" -name '*.java' >"$work/sources"
  "${JAVA_HOME:+$JAVA_HOME/bin/}javac" -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -proc:none -parameters -nowarn -g \
    -cp "$(cat "$module/target/class-path")" -d "$work/classes" "@$work/sources"
  [ ! -d "$module/src/main/resources" ] || cp -R "$module/src/main/resources/." "$work/classes"
  replace "$work/classes" "$classes"
  mkdir -p "$kept"
  cp -p "$work/stamp" "$stamp"
}

replace() { # new folder, old folder
  local file
  (cd "$1" && find . -type f) | while read -r file; do
    cmp -s "$1/$file" "$2/$file" || { mkdir -p "$(dirname "$2/$file")" && cp "$1/$file" "$2/$file"; }
  done
  (cd "$2" && find . -name '*.class') | while read -r file; do [ -f "$1/$file" ] || rm "$2/$file"; done
}

[ "$live" != live ] || compile
files | sort -u | sed 's/.*/"&"/' | paste -sd, - | sed 's/.*/[&]/'
