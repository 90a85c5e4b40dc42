#!/usr/bin/env bash
# ./dev pin: asks the registry for the current digest of every third-party image and writes it beside the tag, so that a
# moved tag changes nothing. From then on Dependabot updates tag and digest.
#   --check    writes nothing; fails if a digest is missing
#   --propose  opens a pull request if something has changed (CI: .github/workflows/images.yaml)
set -euo pipefail
cd "$(dirname "$0")/../.."
mode=${1:-write}
files=(infra/k8s/platform/*/statefulset.yaml infra/local/compose.yaml)

images() { sed -nE 's/^ *image: ([a-z0-9./-]+:[^ @]+(@sha256:[0-9a-f]{64})?)$/\1/p' "${files[@]}" | sort -u; }

digest_of() { # of all platforms: the digest of the index, not of one image
  local digest
  digest=$(docker buildx imagetools inspect "$1" --format '{{.Manifest.Digest}}')
  [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "✗ $1 has no digest: $digest" >&2; return 1; }
  echo "$digest"
}

check() {
  local unpinned
  unpinned=$(images | grep -v @ || true)
  [ -z "$unpinned" ] || { echo "✗ without a digest: $(echo $unpinned) (./dev pin)" >&2; exit 1; }
}

write() {
  local image tagged digest
  for image in $(images); do
    tagged=${image%@*}
    digest=$(digest_of "$tagged")
    sed -i.before "s|image: $tagged\(@sha256:[0-9a-f]*\)\{0,1\}\$|image: $tagged@$digest|" "${files[@]}"
    echo "$tagged@$digest"
  done
  for image in "${files[@]}"; do rm -f "$image.before"; done
}

propose() {
  local branch=pin-images
  write
  git diff --quiet -- "${files[@]}" && return
  git checkout -q -B "$branch"
  git -c user.name=github-actions -c user.email=github-actions@users.noreply.github.com \
    commit -q -m "k8s: images by digest" -- "${files[@]}"
  gh auth setup-git
  git push -q --force origin "$branch"
  gh pr view "$branch" --json state --jq .state 2>/dev/null | grep -q OPEN ||
    gh pr create --head "$branch" --title "k8s: images by digest" --body "The digests that the tags have in their registries now."
}

case $mode in
  write) write ;;
  --check) check ;;
  --propose) propose ;;
  *) sed -n '2,/^set/s/^# \{0,1\}//p' infra/delivery/pin.sh >&2; exit 1 ;;
esac
