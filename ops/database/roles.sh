#!/bin/bash
# Runs once, when the database is made: the two roles of Poom, and the extensions, which need the superuser.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d poom -v owner_password="$OWNER_PASSWORD" -v web_password="$WEB_PASSWORD" <<'SQL'
CREATE ROLE poom_owner LOGIN CREATEDB BYPASSRLS PASSWORD :'owner_password';
CREATE ROLE poom_web LOGIN PASSWORD :'web_password';
ALTER DATABASE poom OWNER TO poom_owner;
SQL
for database in template1 poom; do
  for extension in pg_trgm btree_gist unaccent citext; do
    psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$database" -c "CREATE EXTENSION IF NOT EXISTS $extension"
  done
done
