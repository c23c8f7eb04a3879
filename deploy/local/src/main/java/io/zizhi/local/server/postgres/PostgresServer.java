package io.zizhi.local.server.postgres;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.server.Folders;
import io.zizhi.local.server.Launch;
import io.zizhi.local.server.Probe;
import io.zizhi.local.server.ProcessTable;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.state.Certificates;
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
 * A real PostgreSQL server with a database and a role per service. It is as strict as in production: roles need
 * passwords, and commits are on disk when they return.
 */
public final class PostgresServer {

    /** The name of the pid file and the log. */
    public static final String NAME = "postgres";

    public static final String PORT_VARIABLE = "ZIZHI_PORT_POSTGRES";

    /** Display name. */
    public static final String TITLE = "PostgreSQL";

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Duration ORPHANS_TIMEOUT = Duration.ofSeconds(20);
    private static final String ADMIN_SECRET = "database-postgres";

    private final Path folder;
    private final int port;
    private final Secrets secrets;

    private PostgresServer(Path folder, int port, Secrets secrets) {
        this.folder = folder;
        this.port = port;
        this.secrets = secrets;
    }

    /**
     * Starts the server of the installation in {@code folder}, or finds it running; creates missing databases. With
     * TLS, the tables belong to a second role, which only migrates: a service cannot change its own schema.
     *
     * @param cache where the programs are unpacked
     * @param databases names of databases, which are also the names of the services' roles
     */
    public static PostgresServer start(Path folder, Path cache, int port, Secrets secrets, List<String> databases) {
        ServerProcess process = ServerProcess.ready(
                NAME, TITLE, folder, () -> launch(folder, cache, port, secrets), probe(folder, secrets), TIMEOUT);
        PostgresServer server = new PostgresServer(folder, process.port(), secrets);
        boolean apart = Certificates.of(folder).isPresent();
        for (String name : databases) {
            Database owner = apart ? server.migration(name) : server.database(name);
            server.admin(PostgresCatalog.ADMIN).prepare(server.database(name), owner);
            if (apart) {
                server.admin(name).grant(name, owner.username());
            }
        }
        return server;
    }

    /** Returns a probe that runs a query as administrator. */
    public static Probe probe(Path folder, Secrets secrets) {
        return port -> new PostgresServer(folder, port, secrets)
                .admin(PostgresCatalog.ADMIN)
                .complaint();
    }

    /** Returns the database {@code name} as its service uses it. */
    public Database database(String name) {
        return as(name, name);
    }

    /** Returns the database {@code name} as its migrations use it in an installation with TLS. */
    public Database migration(String name) {
        return as(name, name + "_migration");
    }

    private Database as(String name, String role) {
        Path authority = Certificates.of(folder).map(Certificates::authority).orElse(null);
        return Database.of(port, name, role, secrets.get("database-" + role), authority);
    }

    /**
     * Stops the server of the installation in {@code folder} without a checkpoint, for data that is not kept. SIGKILL
     * would be as quick, but would leave shared memory in {@code /dev/shm}.
     */
    public static void stopAtOnce(Path folder) {
        ServerProcess.running(NAME, folder).ifPresent(process -> process.stop("QUIT"));
    }

    private PostgresCatalog admin(String database) {
        return new PostgresCatalog(as(database, PostgresCatalog.ADMIN));
    }

    private static Launch launch(Path folder, Path cache, int port, Secrets secrets) {
        Path home = PostgresBinaries.in(cache);
        Path data = folder.resolve("data").resolve(NAME);
        if (!Files.isDirectory(data)) {
            initialise(home, data, secrets.file(ADMIN_SECRET));
        }
        // the children of a killed server end a moment later and use its data until then
        ProcessTable.awaitNobodyIn(real(data), ORPHANS_TIMEOUT);
        removeForeignLock(data);
        PostgresConfiguration.write(data, port, Certificates.of(folder));
        List<String> command =
                NotRoot.command(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
        // INT is the "fast" shutdown: it does not wait for clients to disconnect
        return new Launch(NAME, TITLE, port, PORT_VARIABLE, command, "-D " + data, "INT", Map.of());
    }

    /** Returns the path that the system reports for processes in {@code folder}, which may be a link. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Initialises a folder next to the final one, so that an interrupted initdb leaves nothing that looks like a
     * database.
     */
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
     * Removes the lock file if its pid now belongs to another program, for example after a crash of the machine.
     * Otherwise PostgreSQL would refuse to start. It handles all other cases itself.
     */
    private static void removeForeignLock(Path data) {
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
                throw new LocalFailure("PostgreSQL could not create its data folder:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while PostgreSQL created its data folder", e);
        }
    }
}
