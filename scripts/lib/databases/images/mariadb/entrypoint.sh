#!/bin/bash
# The steps of the official images' entry points: a data folder, a server of its own without network, root's
# password, the database and its user, the server again. MySQL's image has this file, too.
set -Eeuo pipefail

variable_or_file() {
  local mariadb="MARIADB_$1" mysql="MYSQL_$1" value="" file
  for name in "$mariadb" "$mysql"; do
    file="${name}_FILE"
    if [ -n "${!file:-}" ]; then value="$(<"${!file}")"; elif [ -n "${!name:-}" ]; then value="${!name}"; fi
    unset "$file" "$name"
    [ -z "$value" ] || break
  done
  printf -v "$1" '%s' "$value"
}
quoted() { printf '%s' "$1" | sed "s/\\\\/\\\\\\\\/g; s/'/\\\\'/g"; }

server="$1"
data=/var/lib/mysql
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$data" /run/mysqld
  find "$data" /run/mysqld \! -user mysql -exec chown mysql:mysql '{}' +
  exec gosu mysql "$0" "$@"
fi
variable_or_file ROOT_PASSWORD
variable_or_file DATABASE
variable_or_file USER
variable_or_file PASSWORD
if [ ! -d "$data/mysql" ]; then
  if [ -z "$ROOT_PASSWORD" ]; then
    echo 'Database is uninitialized and password option is not specified' >&2
    exit 1
  fi
  if [ "$server" = mysqld ]; then
    mysqld --initialize-insecure --datadir="$data"
    client=mysql
  else
    mariadb-install-db --datadir="$data" --auth-root-authentication-method=normal --skip-test-db >/dev/null
    client=mariadb
  fi
  "$@" --skip-networking --socket=/run/mysqld/init.sock --datadir="$data" &
  child=$!
  until "$client" --no-defaults -uroot -S /run/mysqld/init.sock -e 'SELECT 1' >/dev/null 2>&1; do
    kill -0 "$child" || exit 1
    sleep 0.05
  done
  {
    echo "CREATE USER 'root'@'%' IDENTIFIED BY '$(quoted "$ROOT_PASSWORD")';"
    echo "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;"
    echo "ALTER USER 'root'@'localhost' IDENTIFIED BY '$(quoted "$ROOT_PASSWORD")';"
    [ -z "$DATABASE" ] || echo "CREATE DATABASE IF NOT EXISTS \`$DATABASE\`;"
    if [ -n "$USER" ] && [ -n "$PASSWORD" ]; then
      echo "CREATE USER '$USER'@'%' IDENTIFIED BY '$(quoted "$PASSWORD")';"
      [ -z "$DATABASE" ] || echo "GRANT ALL ON \`${DATABASE//_/\\_}\`.* TO '$USER'@'%';"
    fi
  } | "$client" --no-defaults -uroot -S /run/mysqld/init.sock
  kill "$child"
  wait "$child" || true
  echo 'init process done. Ready for start up.'
fi
unset ROOT_PASSWORD PASSWORD
exec "$@" --bind-address=0.0.0.0 --datadir="$data"
