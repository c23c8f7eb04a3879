package io.zizhi.local.server;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Keycloak with the realm of production and the users of a trial. It keeps everything in
 * memory and reads the realm at each start, so tokens from before a restart are invalid.
 */
final class Keycloak {

    /** The path of the issuer. */
    static final String PATH = "/realms/zizhi";

    /** The realm of production, and the users of a trial. */
    private static final String REALM = "infrastructure/keycloak/zizhi-realm.json";

    private static final String USERS = "overlays/trial/servers/zizhi-users-0.json";

    private static final Pattern PASSWORD = Pattern.compile("(\"username\": \"([^\"]+)\"[^$]*)\\$\\{TRIAL_PASSWORD}");

    private static final List<String> OPENED = List.of(
            "java.base/java.util", "java.base/java.util.concurrent", "java.base/java.security", "java.base/java.lang");

    private Keycloak() {}

    static Launch launch(Path folder, int port, Secrets secrets, List<String> clients, Certificates tls) {
        Path home = home(folder);
        write(home, REALM, UnaryOperator.identity());
        // a demo user's password is the user name
        write(home, USERS, users -> PASSWORD.matcher(users).replaceAll("$1$2"));
        String marker = "-Dlocal.part=" + IdentityServer.NAME + ":" + folder;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                marker,
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1"));
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--hostname=https://127.0.0.1:" + port,
                "--http-host=127.0.0.1",
                "--https-port=" + port,
                "--https-certificate-file=" + tls.certificate(),
                "--https-certificate-key-file=" + tls.key()));
        return new Launch(
                IdentityServer.NAME,
                IdentityServer.TITLE,
                port,
                IdentityServer.PORT_VARIABLE,
                command,
                marker,
                "TERM",
                environment(secrets, clients));
    }

    /** Returns a home with the programs of the cache and a data folder of this installation. */
    private static Path home(Path folder) {
        Path programs = ProjectFolder.cache().resolve("keycloak");
        if (!Files.exists(programs.resolve("lib/quarkus-run.jar"))) {
            throw new LocalFailure("Keycloak is missing in " + programs + ". Run ./zizhi up --production-like.");
        }
        Path home = PrivateFiles.folder(folder.resolve("keycloak"));
        try {
            for (String part : List.of("conf", "lib", "providers", "themes")) {
                Files.deleteIfExists(home.resolve(part));
                Files.createSymbolicLink(home.resolve(part), programs.resolve(part));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in the variables of the realm file. */
    private static Map<String, String> environment(Secrets secrets, List<String> clients) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String client : clients) {
            variables.put(variable(client), secrets.get(IdentityServer.secretOf(client)));
        }
        IdentityServer.OUTSIDE_CLIENTS.forEach(client -> variables.put(variable(client), client));
        variables.put("PASSWORD_LOGIN", "true");
        variables.put("CONSOLE_URL", "http://127.0.0.1:8080");
        return variables;
    }

    private static String variable(String client) {
        return client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }

    private static void write(Path home, String file, UnaryOperator<String> change) {
        Path source = ProjectFolder.find().resolve("deploy/kubernetes").resolve(file);
        try {
            PrivateFiles.write(
                    home.resolve("data/import").resolve(source.getFileName()), change.apply(Files.readString(source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
