#!/bin/sh
# Creates the three users of the database and gives it to its owner. Runs once, as superuser, before the first migration.
set -eu
secret() { cat "/run/secrets/$1"; }
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
  -v owner_password="$(secret owner_password)" \
  -v app_password="$(secret app_password)" \
  -v reader_password="$(secret reader_password)" \
  -v database="$POSTGRES_DB" <<'SQL'
create role wendai_owner login password :'owner_password';
create role wendai_app login password :'app_password';
create role wendai_reader login password :'reader_password';
alter database :"database" owner to wendai_owner;
grant all on schema public to wendai_owner;
SQL
