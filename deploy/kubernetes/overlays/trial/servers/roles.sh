# Runs once, when the volume is empty: a database per service, owned by the role that migrates it.
for service in qualification document review notification; do
    migration="${service^^}_MIGRATION_PASSWORD" password="${service^^}_PASSWORD"
    psql --set ON_ERROR_STOP=1 --username postgres --dbname postgres \
        --set service="$service" --set migration="${service}_migration" \
        --set password="${!password}" --set migration_password="${!migration}" <<'SQL'
create role :"service" login password :'password';
create role :"migration" login password :'migration_password';
create database :"service" owner :"migration" template template0 encoding 'UTF8'
    locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke all on database :"service" from public;
grant connect on database :"service" to :"service";
SQL
done
