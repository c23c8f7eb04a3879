package io.zizhi.local.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The main class of the OIDC server. */
public final class IdentityMain {

    private IdentityMain() {}

    /**
     * Serves until the process is stopped.
     *
     * @param arguments port; file of users and clients; file of the signing key, created if missing
     */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        Registry registry = Registry.load(Path.of(arguments[1]));
        SigningKey key = SigningKey.loadOrCreate(Path.of(arguments[2]));
        OidcServer.start(port, registry, key, Clock.systemUTC());
    }
}
