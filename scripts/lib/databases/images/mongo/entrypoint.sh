#!/bin/bash
# The official image's entry point, as far as a server goes that is no mongod: not as root, and the first
# administrator from variables or files.
set -Eeuo pipefail
if [ "$1" != mongod ]; then exec "$@"; fi
if [ "$(id -u)" = 0 ]; then
  find /data/db \! -user mongodb -exec chown mongodb '{}' +
  exec gosu mongodb "$0" "$@"
fi
for name in MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD; do
  file="${name}_FILE"
  if [ -n "${!file:-}" ]; then export "$name"="$(<"${!file}")"; fi
done
exec java -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '/opt/mongo/classes:/opt/mongo/jars/*' Server /data/db
