#!/usr/bin/env bash
# Creates missing secrets for development; ./secrets.sh --print prints them as manifests instead. It never changes existing
# secrets. For production create jwt-secret, content-secret and stripe-secret yourself (docs/deploy.md), before or instead:
#
#   jwt-secret     JWT_KEY                 Ed25519 private key, PKCS#8 PEM: openssl genpkey -algorithm ed25519; for auth-service alone
#   content-secret CONTENT_KEYS            1:KEY, to seal the content of tickets; KEY from: openssl rand -base64 32; for tickets-service alone
#                  CONTENT_CODE_KEY        KEY, for the fingerprints of codes; it never changes
#   stripe-secret  STRIPE_KEY              sk_live_… of your account
#                  STRIPE_WEBHOOK_SECRET   whsec_… of the webhook endpoint https://ticketing.dev/api/payments/webhook
#                  STRIPE_PUBLISHABLE_KEY  pk_live_…
#
# All others are passwords that nobody needs to know. Production uses them as this script creates them.
set -euo pipefail
cd "$(dirname "$0")"

namespace=ticketing
authority=../../.local/k8s # of the certificate; the browser must trust it
print=
case ${1:-} in
  '') ;;
  --print) print=yes ;;
  *) sed -n '2,/^set/s/^# \{0,1\}//p' "$(basename "$0")" >&2; exit 1 ;;
esac

command -v openssl >/dev/null || { echo "✗ openssl is missing: install it" >&2; exit 1; }
workdir=$(mktemp -d)
trap 'rm -rf "$workdir"' EXIT
umask 077

password() { openssl rand -hex 24 | sed 's/^/p/'; } # begins with a letter: nats-server reads 12e4… as a number

missing() { [ -n "$print" ] || ! kubectl get secret "$1" --namespace "$namespace" >/dev/null 2>&1; }

secret() { # name, kubectl create secret …
  local name=$1 kind=$2
  shift 2
  if [ -n "$print" ]; then
    echo ---
    kubectl create secret "$kind" "$name" --namespace "$namespace" --dry-run=client --output yaml "$@"
  else
    kubectl create secret "$kind" "$name" --namespace "$namespace" "$@"
  fi
}

certificate() { # signed by an authority of this machine, created once
  mkdir -p "$authority"
  if [ ! -f "$authority/ca.crt" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Ticketing on $(hostname)" \
      -addext "keyUsage=critical,keyCertSign" -keyout "$authority/ca.key" -out "$authority/ca.crt" 2>/dev/null
  fi
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=ticketing.dev" -keyout "$workdir/tls.key" \
    -out "$workdir/tls.csr" 2>/dev/null
  printf 'subjectAltName=DNS:ticketing.dev,DNS:stripe.ticketing.dev\nextendedKeyUsage=serverAuth\n' >"$workdir/extensions"
  openssl x509 -req -in "$workdir/tls.csr" -CA "$authority/ca.crt" -CAkey "$authority/ca.key" -CAcreateserial -days 397 \
    -extfile "$workdir/extensions" -out "$workdir/tls.crt" 2>/dev/null
}

if [ -z "$print" ]; then # with its labels, because the first apply comes later
  # with apply, so that the later apply of the overlay does not warn
  kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl apply --filename platform/namespace.yaml
fi

if missing jwt-secret; then
  openssl genpkey -algorithm ed25519 -out "$workdir/jwt-key.pem"
  secret jwt-secret generic --from-file=JWT_KEY="$workdir/jwt-key.pem"
fi
if missing content-secret; then
  secret content-secret generic --from-literal=CONTENT_KEYS="1:$(openssl rand -base64 32)" \
    --from-literal=CONTENT_CODE_KEY="$(openssl rand -base64 32)"
fi
if missing stripe-secret; then # for the sandbox, which accepts any test key
  secret stripe-secret generic --from-literal=STRIPE_KEY=sk_test_sandbox --from-literal=STRIPE_WEBHOOK_SECRET="whsec_$(password)"
fi

for folder in services/*/; do
  service=$(basename "$folder")
  if missing "$service"; then # its passwords at the broker and at its database
    passwords=(--from-literal=NATS_PASSWORD="$(password)")
    if grep -q base/documents "$folder/kustomization.yaml"; then passwords+=(--from-literal=MONGODB_PASSWORD="$(password)"); fi
    if grep -q platform/redis "$folder/kustomization.yaml"; then passwords+=(--from-literal=REDIS_PASSWORD="$(password)"); fi
    secret "$service" generic "${passwords[@]}"
  fi
  database=${service%-service}-mongodb
  if grep -q base/documents "$folder/kustomization.yaml" && missing "$database"; then
    openssl rand -base64 756 >"$workdir/keyfile"
    secret "$database" generic --from-literal=root-password="$(password)" --from-file=keyfile="$workdir/keyfile"
  fi
done
for user in operator nats-servers; do # at the broker: people; the servers among themselves
  if missing "$user"; then secret "$user" generic --from-literal=NATS_PASSWORD="$(password)"; fi
done

if missing ticketing-tls; then
  certificate
  secret ticketing-tls tls --cert="$workdir/tls.crt" --key="$workdir/tls.key"
  echo "Trust $(cd "$authority" && pwd)/ca.crt in your browser, or use a certificate of your own in the secret ticketing-tls." >&2
fi
