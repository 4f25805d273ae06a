#!/bin/bash
# Makes passwords and certificates of a profile of docker-compose.yml, once: what is there stays as it is.
set -euo pipefail
umask 077
shape=${1:?Which profile: eventstoredb or cluster?}
secrets=${SECRETS:-/secrets}
certificates=${CERTIFICATES:-/certificates}
owner=${OWNER-1000:1000}

kept=$(cat "$secrets/shape" 2>/dev/null || true)
if [ -n "$kept" ] && [ "$kept" != "$shape" ]; then
  echo "These volumes were set up for the profile $kept. Copy the log first (klimaspur log copy); see docs/operations.md." >&2
  exit 1
fi

# Letters and digits, so that they may stand in an address.
password() {
  [ -s "$secrets/$1" ] || head -c 64 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c 40 >"$secrets/$1"
  cat "$secrets/$1"
}

token=$(password token)
if [ "$shape" = eventstoredb ]; then
  log='esdb://eventstore:2113?tls=false'
  vault='sqlite:'
  : >"$secrets/eventstore.env"
else
  admin=$(password eventstore-admin)
  ops=$(password eventstore-ops)
  store=$(password postgres)
  log="esdb://admin:$admin@eventstore-1:2113,eventstore-2:2113,eventstore-3:2113?tls=true&tlsCaFile=/certificates/ca/ca.crt&nodePreference=leader"
  vault="postgres://klimaspur:$store@postgres:5432/klimaspur"
  printf "export EVENTSTORE_DEFAULT_ADMIN_PASSWORD='%s'\nexport EVENTSTORE_DEFAULT_OPS_PASSWORD='%s'\n" \
    "$admin" "$ops" >"$secrets/eventstore.env"
  [ -s "$certificates/ca/ca.crt" ] || es-gencert-cli create-ca -out "$certificates/ca"
  for node in eventstore-1 eventstore-2 eventstore-3; do
    [ -s "$certificates/$node/node.crt" ] || es-gencert-cli create-node \
      -ca-certificate "$certificates/ca/ca.crt" -ca-key "$certificates/ca/ca.key" \
      -out "$certificates/$node" -dns-names "$node,localhost" -ip-addresses 127.0.0.1
  done
  # The key of the authority stays readable to this step alone.
  chmod 755 "$certificates" "$certificates/ca" && chmod 644 "$certificates/ca/ca.crt"
  [ -z "$owner" ] || chown -R "$owner" "$certificates"/eventstore-*
fi

printf "export KLIMASPUR_LOG='%s'\nexport KLIMASPUR_VAULT='%s'\nexport KLIMASPUR_TOKEN='%s'\n" \
  "$log" "$vault" "$token" >"$secrets/app.env"
printf '%s' "$shape" >"$secrets/shape"
chmod 755 "$secrets"
if [ -n "$owner" ]; then
  chown "$owner" "$secrets/app.env" "$secrets/eventstore.env"
  # The user of the image of PostgreSQL.
  [ ! -f "$secrets/postgres" ] || chown 999:999 "$secrets/postgres"
  # Where both nodes keep what was uploaded.
  [ ! -d /data ] || install -d -m 700 -o "${owner%:*}" -g "${owner#*:}" /data/files
fi
