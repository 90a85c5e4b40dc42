#!/usr/bin/env bash
# Called by ./dev images and ./dev aot. Each image is built twice: first without a cache, to record the start of its application
# with its own JRE, jars and flags, and then with that AOT cache as a layer (docs/adr/0021-images-and-their-caches.md).
# If no cache can be recorded (not on Linux, or the JRE of the base does not run here), images have none.
# ./dev images --check needs no registry. It builds tars on a base from this JDK, starts them, and fails if anything fails.
set -euo pipefail
cd "$(dirname "$0")/.."
goal=$1
unpacked=.local/images
log=.local/logs/images.log
launcher=(java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -jar infra/local/target/local-1.0.0-SNAPSHOT.jar)

die() { echo "✗ $*" >&2; exit 1; }

# --- the modules, from their poms ---

pom() { # folder; prints its pom without comments and blanks
  awk '{ text = text $0 } END { while ((from = index(text, "<!--")) && (length_ = index(substr(text, from), "-->")))
    text = substr(text, 1, from - 1) substr(text, from + length_ + 2); gsub(/[ \t\r]/, "", text); print text }' "$1/pom.xml"
}

value() { sed -n "s/.*<$1>\([^<]*\)<\/$1>.*/\1/p"; } # of a property in a pom

reactor() { # folder, whether it has an image and of which kind; modules inherit from the pom that lists them
  local text module skip kind
  text=$(pom "$1") skip=$(value jib.skip <<<"$text") kind=$(value image.kind <<<"$text")
  skip=${skip:-$2} kind=${kind:-$3}
  [ "$skip" != false ] || echo "$kind ${1#./}"
  for module in $(grep -o '<module>[^<]*' <<<"$text" | cut -d '>' -f 2); do reactor "$1/$module" "$skip" "$kind"; done
}

modules() { reactor . true service | sed -n "s/^${1:-.*} //p"; } # kind: service, tool, or both

joined() { paste -sd, -; }

# --- building ---

maven() { # goal, modules, arguments; one platform, because tars and Docker engines hold only one
  local platform
  platform=linux/$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
  "$mvn" -B -ntp -T1C package "jib:$1" -pl "$2" -am -DskipTests -Djib.from.platforms="$platform" "${@:3}" >"$log" 2>&1 || {
    grep -E '^\[ERROR\]' "$log" | head -n 5 >&2
    die "the images cannot be built (log: $log)"
  }
}

layers() { # image, jib (the layers added by jib) or base (those below)
  tar -xOf "$1" manifest.json | sed 's/.*"Layers":\[//; s/\].*//; s/"//g' | tr ',' '\n' |
    awk -v which="$2" -v added="$(tar -xOf "$1" config.json | grep -o '"created_by":"jib-maven-plugin' | wc -l)" \
      '{ layer[NR] = $0 } END { for (i = 1; i <= NR; i++) if ((i > NR - added) == (which == "jib")) print layer[i] }'
}

unpack() { # image, folder, which layers
  local layer
  mkdir -p "$2"
  for layer in $(layers "$1" "$3"); do
    # GNU tar warns about jib's headers for every file; some files of a base cannot be unpacked without root
    tar -xOf "$1" "$layer" | tar -xz -C "$2" 2>>"$log" || [ "$3" = base ] || die "$1 cannot be unpacked (log: $log)"
  done
  tar -xOf "$1" config.json >"$2/config.json"
}

unpack_all() { # kind; also unpacks their common base
  local module
  rm -rf "$unpacked"
  for module in $(modules "${1:-}"); do unpack "$module/target/jib-image.tar" "$unpacked/${module##*/}" jib; done
  unpack "$(modules service | head -n 1)/target/jib-image.tar" "$unpacked/base" base
}

base_java() { find "$PWD/$unpacked/base" -path '*/bin/java' -type f | head -n 1; }

forget_caches() {
  local module
  for module in $(modules); do rm -rf "$module/target/aot"; done
}

# After a build of the same sources: Maven recompiles a module whenever the jars below it are new, which they always are.
unchanged() { echo -Dmaven.compiler.useIncrementalCompilation=false; }

train() {
  unpack_all service
  "$(base_java)" -version >/dev/null 2>&1 && "${launcher[@]}" train "$unpacked" "$(base_java)" && keep_caches
}

keep_caches() {
  local module
  for module in $(modules service); do
    [ -f "$unpacked/${module##*/}/start.aot" ] || continue
    mkdir -p "$module/target/aot"
    mv "$unpacked/${module##*/}/start.aot" "$module/target/aot/"
  done
}

prepare() {
  echo "Building plain images …"
  forget_caches
  maven buildTar "$(modules service | joined),infra/local" "$@"
  train || echo "No AOT caches: the JRE of the base does not run here, or a start failed." >&2
  rm -rf "$unpacked"
}

images() {
  local module
  prepare "$@"
  echo "Building images …"
  if docker version >/dev/null 2>&1; then
    maven dockerBuild "$(modules | joined)" "$@"
    docker images 'ticketing/*'
  else
    maven buildTar "$(modules | joined)" "$@"
    for module in $(modules); do echo "  $module/target/jib-image.tar"; done
  fi
}

# --- a base without a registry ---

local_base() { # a JRE from this JDK and the libraries that it loads, in the format of docker save
  local base=.local/base layer
  stamp=$(java -version 2>&1 | cksum | tr -d ' ')
  [ -f "$base/$stamp.tar" ] || make_base "$base" "$stamp"
  echo "$PWD/$base/$stamp.tar"
}

make_base() { # folder, name
  local root=$1/root id
  rm -rf "$1"
  mkdir -p "$root/opt/java" "$root/tmp" "$root/etc" "$1/image"
  jlink --add-modules "$(java --list-modules | sed -n 's/@.*//; /^java\./p; /^jdk\.\(unsupported\|crypto\|naming\|net$\|zipfs\|jfr\|management\|charsets\|localedata\|security\|httpserver\)/p' | joined)" \
    --strip-debug --no-header-files --no-man-pages --generate-cds-archive --output "$root/opt/java/openjdk" >"$1/jlink.log" 2>&1 ||
    die "no base can be made from this JDK (log: $1/jlink.log)"
  libraries "$root"
  echo '127.0.0.1 localhost' >"$root/etc/hosts"
  tar -C "$root" -cf "$1/image/layer.tar" .
  id=$(digest "$1/image/layer.tar")
  cat >"$1/image/config.json" <<END
{"architecture":"$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')","os":"linux","config":{"Env":["PATH=/opt/java/openjdk/bin:/usr/bin:/bin"]},"rootfs":{"type":"layers","diff_ids":["sha256:$id"]}}
END
  echo '[{"Config":"config.json","RepoTags":null,"Layers":["layer.tar"]}]' >"$1/image/manifest.json"
  tar -C "$1/image" -cf "$1/$2.tar" manifest.json config.json layer.tar
  rm -rf "$root" "$1/image"
}

libraries() { # root; keeps their paths, so that the loader finds them
  local library
  have_ldd || return 0
  for library in $(find "$1/opt" -type f \( -name java -o -name '*.so' \) -exec ldd {} + 2>/dev/null |
    awk '/=> \// { print $3 } /^\t\// { print $1 }' | grep -v '/opt/java/openjdk/' | sort -u); do
    mkdir -p "$1${library%/*}"
    cp -L "$library" "$1$library"
  done
}

have_ldd() { command -v ldd >/dev/null 2>&1; }

digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d ' ' -f 1; }

# --- starting the images ---

check() {
  local base
  base=$(local_base)
  echo "Building plain images …"
  forget_caches
  trap forget_caches EXIT # they belong to another base than the images
  # shellcheck disable=SC2046 # zero or one argument
  maven buildTar "$(modules | joined),infra/local" -Djib.from.image="tar://$base" $([ -z "${CI:-}" ] || unchanged) "$@"
  train || die "the AOT caches cannot be recorded"
  echo "Building images with their caches …"
  maven buildTar "$(modules service | joined)" -Djib.from.image="tar://$base" "$(unchanged)" -Dmaven.test.skip=true "$@"
  unpack_all
  env -u STRIPE_API_BASE -u MONGODB_URI -u NATS_URL -u REDIS_URL "${launcher[@]}" check-images "$unpacked" "$(base_java)" $(modules service)
  rm -rf "$unpacked"
  echo "Every image can be built and started ($SECONDS s)."
}

# --- for skaffold, which requests one artifact after the other ---

artifact() { # module, arguments; IMAGE, PUSH_IMAGE and PLATFORMS as skaffold sets them
  local built module image
  image=$(image_name "$1")
  built=.local/artifacts/$(batch "$@")
  if [ ! -f "$built/${1##*/}" ]; then
    build_batch "$@"
    rm -rf .local/artifacts
    mkdir -p "$built"
    for module in $(batch_modules "$@"); do touch "$built/${module##*/}"; done
  fi
  rm "$built/${1##*/}" # a second request builds it again
}

batch() { # identifies a Maven run by its inputs
  local module
  for module in $(batch_modules "$@"); do infra/skaffold/inputs.sh "$module"; done | tr -d '[]' | tr ',' '\n' | sort -u |
    xargs cksum | cat - <(printf '%s\n' "$image" "${PUSH_IMAGE:-}" "${PLATFORMS:-}" "${MAVEN_ARGS:-}" "${@:2}") | cksum | tr -d ' '
}

batch_modules() { # skaffold dev does not run the tools
  case " $* " in *' -Dhot-reload '*) modules service ;; *) modules ;; esac
}

build_batch() {
  local engine=dockerBuild
  [ "${PUSH_IMAGE:-}" != true ] || engine=build
  # shellcheck disable=SC2086 # several arguments; Maven reads them by itself only since 3.9
  maven "$engine" "$(batch_modules "$@" | joined)" -Dimage.name="$image" ${MAVEN_ARGS:-} \
    ${PLATFORMS:+-Djib.from.platforms="$PLATFORMS"} "${@:2}"
}

image_name() { # module; the name pattern for Maven
  local repository=${IMAGE%:*} name=${1##*/}
  [ "$repository" != "${repository%"$name"}" ] || die "$IMAGE is no name for an image of $1"
  echo "${repository%"$name"}\${project.artifactId}:${IMAGE##*:}"
}

case $goal in
  modules) modules "${2:-}" ;;
  images | aot | check | artifact)
    mvn=$2
    shift 2
    if [ "$goal" = aot ]; then prepare "$@"; else "$goal" "$@"; fi
    ;;
esac
