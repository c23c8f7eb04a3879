package io.zizhi.local;

import io.zizhi.local.audit.AuditCommand;
import io.zizhi.local.audit.AuditServices;
import io.zizhi.local.demo.DemoUser;
import io.zizhi.local.demo.DemoUsers;
import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.StartupRecords;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.local.suite.PortCheck;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The program behind {@code ./zizhi}: starts, stops and shows the installation in {@code .zizhi/}. */
public final class Main {

    private static final int MISUSE = 2;

    /** Internal command: see {@link StartupRecords}. */
    private static final String ARCHIVES = "startup-archives";

    /**
     * Whether archives are made. Tests start each build only a few times, so an archive would cost more time than it
     * saves.
     */
    private static final boolean MAKES_ARCHIVES = System.getenv("ZIZHI_BUILT") == null;

    private final Path folder;
    private final PrintStream out;

    Main(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Exit codes: 0 success, 1 failure, 2 invalid arguments. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Main main = new Main(ProjectFolder.state(), System.out);
            return main.dispatch(arguments);
        } catch (LocalFailure failure) {
            System.err.println();
            System.err.println(failure.getMessage());
            for (Throwable other : failure.getSuppressed()) {
                System.err.println(other.getMessage());
            }
            return 1;
        } catch (UncheckedIOException failure) {
            System.err.println();
            System.err.println("A file could not be used: " + failure.getMessage());
            System.err.println("Do you own " + ProjectFolder.state() + " and all files in it?");
            return 1;
        }
    }

    private int dispatch(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        if (command.equals("token") && arguments.size() == 2) {
            out.println(token(arguments.get(1)));
            return 0;
        }
        if (command.equals("logs")) {
            LogsCommand.parse(arguments.subList(1, arguments.size())).run(folder, out);
            return 0;
        }
        if (command.equals("audit")) {
            return new AuditCommand(auditServices(), out, System.err).run(arguments.subList(1, arguments.size()));
        }
        if (command.equals("backup") && arguments.size() == 2) {
            return alone(() -> new InstallationBackup(folder, out).save(Path.of(arguments.get(1))));
        }
        if (command.equals("restore") && arguments.size() == 2) {
            return alone(() -> new InstallationBackup(folder, out).restore(Path.of(arguments.get(1)), Ports.local()));
        }
        if (arguments.equals(List.of("demo")) || arguments.equals(List.of("demo", "--production-like"))) {
            return new DemoCommand(folder, identity(), arguments.subList(1, arguments.size())).run();
        }
        if (arguments.equals(List.of("up", "--fresh"))) {
            return alone(this::fresh);
        }
        if (arguments.equals(List.of("up", "--production-like"))) {
            return alone(this::productionLike);
        }
        if (arguments.equals(List.of("up", "--production-like", "--servers"))) {
            return alone(this::productionServers);
        }
        if (arguments.size() != 1) {
            return misuse();
        }
        return switch (command) {
            case "up" -> alone(this::up);
            case "down" -> alone(this::down);
            case "status" -> new StatusCommand(folder, out).run();
            case ARCHIVES -> archives();
            case "reconcile" -> new ReconcileCommand(folder, identity(), out).run();
            default -> misuse();
        };
    }

    private String token(String user) {
        List<String> users = DemoUsers.ALL.stream().map(DemoUser::name).toList();
        if (!users.contains(user)) {
            throw new LocalFailure("There is no demo user " + user + ". Users: " + String.join(", ", users));
        }
        return identity().userToken(user);
    }

    /**
     * Returns the running services, or those of another installation, which the environment names together with a token
     * of one of its auditors.
     */
    private AuditServices auditServices() {
        String elsewhere = System.getenv("ZIZHI_AUDIT_SERVICES");
        if (elsewhere != null) {
            String token = System.getenv("ZIZHI_AUDIT_TOKEN");
            if (token == null) {
                throw new LocalFailure("ZIZHI_AUDIT_SERVICES needs the token of an auditor in ZIZHI_AUDIT_TOKEN.");
            }
            List<URI> addresses =
                    Stream.of(elsewhere.trim().split("\\s+")).map(URI::create).toList();
            return new AuditServices(addresses, token);
        }
        List<URI> addresses = Stream.of(Service.values())
                .map(service -> Ports.local().running(service, folder))
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
        return new AuditServices(addresses, token("auditor"));
    }

    private void up() {
        long start = System.nanoTime();
        out.println("Starting Zizhi; state and logs are in " + folder);
        Room.at(folder).require(folder, out);
        if (MAKES_ARCHIVES) {
            StartupRecords.want(folder);
        }
        Suite suite = Suite.up(folder, Ports.local(), this::ready);
        out.printf(Locale.ROOT, "%nReady after %.1f s.%n%n", seconds(Duration.ofNanos(System.nanoTime() - start)));
        new Overview(suite).print(out);
        if (MAKES_ARCHIVES) {
            StartupRecords.makeInBackground(folder, List.of(Main.class.getName(), ARCHIVES));
        }
        reportOtherSettings();
    }

    /** Starts with TLS and profile {@code prod}. */
    private void productionLike() {
        prepareTls();
        up();
    }

    /** Starts the servers like {@link #productionLike()}, without the services. */
    private void productionServers() {
        prepareTls();
        out.println("Starting the servers of Zizhi; state and logs are in " + folder);
        Room.at(folder).require(folder, out);
        Suite.servers(folder, Ports.local(), this::ready);
        out.println("The servers are ready. Passwords are in " + folder.resolve("secrets") + ", certificates in "
                + folder.resolve(Certificates.FOLDER));
    }

    /** Creates the certificates of a new installation. An installation stays what it was at its first start. */
    private void prepareTls() {
        if (Certificates.of(folder).isEmpty() && Files.isDirectory(folder.resolve("data"))) {
            throw new LocalFailure("The installation in " + folder
                    + " was started without --production-like. Choose another folder: ZIZHI_STATE=FOLDER");
        }
        Certificates.create(folder);
    }

    /**
     * Explains settings that have no effect. Fails if they were set for this command; only reports settings of running
     * services.
     */
    private void reportOtherSettings() {
        var differences = new GivenSettings(System.getenv()).withServicesIn(folder);
        if (!differences.withoutEffect().isEmpty()) {
            throw new LocalFailure(differences.explanation());
        }
        if (!differences.isEmpty()) {
            out.println();
            out.println(differences.explanation());
        }
    }

    private int archives() {
        StartupRecords.makeArchives(folder);
        return 0;
    }

    /** Checks the ports before it deletes data, so that the next start does not fail. */
    private void fresh() {
        Suite.stop(folder, (part, took) -> line(part, "stopped", took));
        PortCheck.requireFree(folder, Ports.local());
        new InstallationData(folder).delete(out);
        up();
    }

    private void down() {
        int stopped = Suite.stop(folder, (part, took) -> line(part, "stopped", took));
        out.println(stopped == 0 ? "Nothing was running." : "Zizhi is down. Its data remains in " + folder + "/data");
    }

    private IdentityClient identity() {
        ServerProcess process = ServerProcess.running(IdentityServer.NAME, folder)
                .orElseThrow(() -> new LocalFailure("Zizhi is not up. Run ./zizhi up first."));
        return new IdentityClient(
                folder, IdentityServer.issuer(folder, process.port()), new Secrets(folder.resolve("secrets")));
    }

    /** Runs one command at a time, because two would start every process twice. */
    private int alone(Runnable command) {
        Path file = PrivateFiles.folder(folder).resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new LocalFailure("Another ./zizhi is running in " + folder + ". Try again when it has finished.");
            }
            command.run();
            return 0;
        } catch (IOException e) {
            throw new LocalFailure("Cannot lock " + file, e);
        }
    }

    private void ready(String part, Duration took) {
        line(part, "ready", took);
    }

    private void line(String part, String state, Duration took) {
        synchronized (out) {
            out.printf(Locale.ROOT, "  %-24s %-8s %5.1f s%n", part, state, seconds(took));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static int misuse() {
        System.err.println(
                "Usage: up [--fresh | --production-like [--servers]] | down | status | logs | demo [--production-like] | audit search|export|verify [OPTIONS] | reconcile | backup FOLDER | restore FOLDER | token USER");
        return MISUSE;
    }
}
