package io.zizhi.local.server;

import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real OIDC server with the demo users and the services as clients. It checks their passwords and secrets. An
 * installation with TLS has {@link Keycloak} instead.
 */
public final class IdentityServer {

    /** The name of the pid file and the log. */
    public static final String NAME = "identity";

    /** Public client of the command line: password grant. */
    public static final String CLI_CLIENT = "zizhi-cli";

    /** Id of the public client for browsers, which uses the authorization code flow with PKCE. */
    public static final String CONSOLE_CLIENT = "zizhi-console";

    /**
     * The client id of a system that issues SMS signatures. It is outside the suite and calls qualification-service. Like
     * the password of a demo user, its secret is its name.
     */
    public static final String SIGNATURE_SYSTEM = "signature-system";

    /**
     * The client id of a system that files signatures with carriers. It is outside the suite and calls
     * qualification-service and document-service. Its secret is its name, and it files with all three carriers.
     */
    public static final String CARRIER_FILING_SYSTEM = "carrier-filing-system";

    /** The clients outside the suite. Each has a role of its own, with the same name. */
    public static final List<String> OUTSIDE_CLIENTS = List.of(SIGNATURE_SYSTEM, CARRIER_FILING_SYSTEM);

    public static final String PORT_VARIABLE = "ZIZHI_PORT_OIDC";

    /** Display name. */
    public static final String TITLE = "the OIDC server";

    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private IdentityServer() {}

    /**
     * Starts the server of the installation in {@code folder}, or finds it running.
     *
     * @param clients services that may request tokens with their own secrets
     * @return the issuer
     */
    public static String start(Path folder, int port, Secrets secrets, List<DemoUser> users, List<String> clients) {
        ServerProcess process = ServerProcess.ready(
                NAME,
                TITLE,
                folder,
                () -> Certificates.of(folder)
                        .map(tls -> Keycloak.launch(folder, port, secrets, clients, tls))
                        .orElseGet(() -> launch(folder, port, secrets, users, clients)),
                probe(folder),
                TIMEOUT);
        return issuer(folder, process.port());
    }

    /** Returns a probe that requests the discovery document. */
    public static Probe probe(Path folder) {
        return Probe.http(folder, path(folder) + "/.well-known/openid-configuration", 200);
    }

    /** Returns the issuer of the server on {@code port}: this one, or {@link Keycloak} in an installation with TLS. */
    public static String issuer(Path folder, int port) {
        return Certificates.scheme(folder) + "://127.0.0.1:" + port + path(folder);
    }

    /** Returns the path of the token endpoint, below the issuer. */
    public static String tokenPath(Path folder) {
        return Certificates.of(folder).isPresent() ? "/protocol/openid-connect/token" : "/token";
    }

    private static String path(Path folder) {
        return Certificates.of(folder).isPresent() ? Keycloak.PATH : "/zizhi";
    }

    /** Returns the name of the secret with which {@code client} requests tokens. */
    public static String secretOf(String client) {
        return "client-" + client;
    }

    private static Launch launch(Path folder, int port, Secrets secrets, List<DemoUser> users, List<String> clients) {
        Path registry = PrivateFiles.folder(folder.resolve(NAME)).resolve("registry.properties");
        Path key = folder.resolve("data").resolve(NAME).resolve("signing-key.json");
        PrivateFiles.write(registry, registry(secrets, users, clients));
        List<String> options = List.of(
                "io.zizhi.local.identity.IdentityMain", Integer.toString(port), registry.toString(), key.toString());
        return JavaLaunch.of(
                NAME, TITLE, folder, port, PORT_VARIABLE, "48m", options, ServerClassPath.of("local-identity-server"));
    }

    private static String registry(Secrets secrets, List<DemoUser> users, List<String> clients) {
        StringBuilder lines = new StringBuilder();
        for (DemoUser user : users) {
            String prefix = "user." + user.name() + ".";
            lines.append(prefix).append("password=").append(user.name()).append('\n');
            lines.append(prefix)
                    .append("roles=")
                    .append(String.join(",", user.roles()))
                    .append('\n');
            if (user.account() != null) {
                lines.append(prefix).append("account=").append(user.account()).append('\n');
            }
        }
        for (String client : clients) {
            lines.append("client.").append(client).append(".secret=").append(secrets.get(secretOf(client)));
            lines.append('\n');
        }
        for (String client : OUTSIDE_CLIENTS) {
            String prefix = "client." + client;
            lines.append(prefix).append(".secret=").append(client).append('\n');
            lines.append(prefix).append(".roles=").append(client).append('\n');
        }
        lines.append("client.").append(CARRIER_FILING_SYSTEM);
        lines.append(".carriers=CHINA_MOBILE,CHINA_TELECOM,CHINA_UNICOM\n");
        lines.append("client.").append(CLI_CLIENT).append(".grants=password\n");
        lines.append("client.").append(CONSOLE_CLIENT).append(".grants=authorization_code\n");
        return lines.toString();
    }
}
