#!/usr/bin/env bash
# ./dev publish and ./dev rollout, called by CI. Both take a profile of skaffold.yaml; see docs/deploy.md, Continuous delivery.
set -euo pipefail
cd "$(dirname "$0")/../.."
command=$1 profile=$2
builds=.local/builds.json
namespace=ticketing
PATH="$PWD/.local/bin:$PATH"

fetch_skaffold() {
  local url=https://storage.googleapis.com/skaffold/releases/v2.24.0/skaffold-linux-amd64
  command -v skaffold >/dev/null && return
  [ "$(uname -sm)" = "Linux x86_64" ] || { echo "✗ skaffold is missing: https://skaffold.dev/docs/install" >&2 && exit 1; }
  curl -fsSL "$url" -o .local/bin/skaffold.part
  [ "$(curl -fsSL "$url.sha256" | cut -d ' ' -f 1)" = "$(sha256sum .local/bin/skaffold.part | cut -d ' ' -f 1)" ]
  chmod +x .local/bin/skaffold.part
  mv .local/bin/skaffold.part .local/bin/skaffold
}

deployments() { kubectl -n $namespace get deployments "$@"; }

publish() { # writes the built images, by digest, to .local/builds.json
  skaffold build -p "$profile" --file-output="$builds"
  cat "$builds"
}

revisions() {
  deployments -o jsonpath='{range .items[*]}{.metadata.name}={.metadata.annotations.deployment\.kubernetes\.io/revision}{"\n"}{end}' 2>/dev/null || true
}

roll_back() { # restores every changed Deployment; leaves new ones for a human
  local before name revision
  echo "✗ rolling back" >&2
  while IFS== read -r name revision; do
    before=$(sed -n "s/^$name=//p" <<<"$1")
    if [ -n "$before" ] && [ "$before" != "$revision" ]; then
      kubectl -n $namespace rollout undo "deployment/$name" --to-revision="$before"
    fi
  done < <(revisions)
  deployments -o name | xargs -n 1 kubectl -n $namespace rollout status --timeout=5m
}

rollout() { # waits until everything is ready, runs the purchase story, and rolls back if either fails
  local before
  [ -z "${BUILDS:-}" ] || echo "$BUILDS" >"$builds" # as printed by publish, perhaps on another machine
  before=$(revisions)
  if ! { skaffold deploy -p "$profile" -a "$builds" && skaffold verify -p "$profile" -a "$builds"; }; then
    kubectl -n $namespace get pods -o wide >&2 || true
    roll_back "$before"
    exit 1
  fi
}

fetch_skaffold
case $command in
  publish) publish ;;
  rollout) rollout ;;
esac
