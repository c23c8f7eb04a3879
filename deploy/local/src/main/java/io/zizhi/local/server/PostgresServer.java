package io.zizhi.local.server;

import io.zizhi.local.LocalFailure;
import io.zizhi.local.state.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL server with a database and a role per service. It keeps every promise that production keeps:
 * passwords, and commits that are on the disk when they return.
 */
public final class PostgresServer {

    /** Names the pid file and the log. */
    public static final String NAME = "postgres";

    /** Chooses the port. */
    public static final String PORT_VARIABLE = "ZIZHI_PORT_POSTGRES";

    /** What people call it. */
    public static final String TITLE = "PostgreSQL";

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration ORPHANS_TIMEOUT = Duration.ofSeconds(20);
    private static final String ADMIN_SECRET = "database-postgres";

    private final int port;
    private final Secrets secrets;

    private PostgresServer(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * Starts the server of the installation in {@code folder}, or finds it running; makes the databases that are
     * missing.
     *
     * @param cache where the programs are unpacked
     * @param databases names of databases, which are also the names of the roles that own them
     */
    public static PostgresServer start(Path folder, Path cache, int port, Secrets secrets, List<String> databases) {
        ServerProcess process = ServerProcess.ready(
                NAME, TITLE, folder, () -> launch(folder, cache, port, secrets), probe(secrets), TIMEOUT);
        PostgresServer server = new PostgresServer(process.port(), secrets);
        new PostgresCatalog(admin(server.port, secrets))
                .prepare(databases.stream().map(server::database).toList());
        return server;
    }

    /** Asks the server to take a query of its administrator. */
    public static Probe probe(Secrets secrets) {
        return port -> new PostgresCatalog(admin(port, secrets)).complaint();
    }

    /** The database called {@code name}. */
    public Database database(String name) {
        return Database.of(port, name, secrets.get("database-" + name));
    }

    /**
     * Ends the server of the installation in {@code folder} without a checkpoint, for data that nobody needs. SIGKILL
     * would be as quick, but leave the server's shared memory in {@code /dev/shm} for ever.
     */
    public static void stopAtOnce(Path folder) {
        ServerProcess.running(NAME, folder).ifPresent(process -> process.stop("QUIT"));
    }

    private static Database admin(int port, Secrets secrets) {
        return Database.of(port, PostgresCatalog.ADMIN, secrets.get(ADMIN_SECRET));
    }

    private static Launch launch(Path folder, Path cache, int port, Secrets secrets) {
        Path home = PostgresBinaries.in(cache);
        Path data = folder.resolve("data").resolve(NAME);
        if (!Files.isDirectory(data)) {
            initialise(home, data, secrets.file(ADMIN_SECRET));
        }
        // the children of a killed server end a moment later; until then its data is theirs
        ProcessTable.awaitNobodyIn(data, ORPHANS_TIMEOUT);
        forgetStrangersLock(data);
        PostgresConfiguration.write(data, port);
        List<String> command =
                NotRoot.command(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
        // INT is the "fast" shutdown: it does not wait for clients to leave
        return new Launch(NAME, TITLE, port, PORT_VARIABLE, command, "-D " + data, "INT", Map.of());
    }

    /** In a folder beside the final one, so that an interrupted initdb leaves nothing that looks like a database. */
    private static void initialise(Path home, Path data, Path passwordFile) {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        try {
            Files.createDirectories(data.getParent());
            Folders.delete(unfinished);
            run(NotRoot.command(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + PostgresCatalog.ADMIN,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums")));
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * After a crash of the machine the lock file may name a pid that now belongs to a stranger; PostgreSQL would then
     * refuse to start. In every other case PostgreSQL itself knows best what the file means.
     */
    private static void forgetStrangersLock(Path data) {
        Path lock = data.resolve("postmaster.pid");
        try {
            if (Files.exists(lock)) {
                long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
                String owner = ProcessTable.commandLine(pid);
                if (!owner.isEmpty() && !owner.contains(data.toString())) {
                    Files.delete(lock);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LocalFailure("PostgreSQL could not make its data folder:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while PostgreSQL made its data folder", e);
        }
    }
}
