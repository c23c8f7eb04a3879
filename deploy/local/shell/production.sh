# Prepares what only a production-like installation needs: Keycloak and clamd; sourced by zizhi.

KEYCLOAK=26.7.3

prepare_production_like() {
    [[ -x /usr/sbin/clamd ]] ||
        die "A production-like installation needs clamd. On Debian: apt-get install --no-install-recommends clamav-daemon"
    ensure_keycloak
}

# Unpacks Keycloak from Maven Central into the cache and builds it for its database in memory, once. Another run may do
# the same now, so one of them waits.
ensure_keycloak() {
    local cache="$ROOT/.zizhi/cache" lock
    mkdir -p "$cache"
    exec {lock}>"$cache/keycloak.lock"
    flock "$lock"
    unpack_keycloak "$cache"
    exec {lock}>&-
}

unpack_keycloak() {
    local cache="$1" new
    [[ "$(cat "$cache/keycloak/version.txt" 2>/dev/null)" != *"$KEYCLOAK"* ]] || return 0
    require_space "$cache" 600 "Keycloak"
    echo "Downloading Keycloak $KEYCLOAK (180 MB) and preparing it (half a minute)"
    new="$(mktemp -d "$cache/keycloak.XXXXXX")"
    run_maven -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK:zip" -DoutputDirectory="$new"
    (cd "$new" && "$JAVA_HOME/bin/jar" xf "keycloak-quarkus-dist-$KEYCLOAK.zip" && rm ./*.zip)
    "$JAVA_HOME/bin/java" "-Dkc.home.dir=$new/keycloak-$KEYCLOAK" "-Djboss.server.config.dir=$new/keycloak-$KEYCLOAK/conf" \
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dpicocli.disable.closures=true \
        -cp "$new/keycloak-$KEYCLOAK/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint \
        build --db=dev-mem --cache=local >"$ROOT/.zizhi/keycloak.log" 2>&1 ||
        die "Keycloak could not be prepared. Full output: $ROOT/.zizhi/keycloak.log"
    rm -rf "$cache/keycloak"
    mv -T "$new/keycloak-$KEYCLOAK" "$cache/keycloak"
    rm -rf "$new"
}
