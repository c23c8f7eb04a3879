package io.zizhi.local.suite;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.kafka.KafkaBroker;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.suite.Infrastructure.Part;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Causes failures of an installation's processes. A process has the name of its pid file: the module of a service, the
 * name of a {@link Replica}, or {@link PostgresServer#NAME}, {@link KafkaBroker#NAME}, {@link ObjectStore#NAME}.
 */
public final class ProcessControl {

    private final Infrastructure infrastructure;
    private final Ports ports;

    ProcessControl(Infrastructure infrastructure, Ports ports) {
        this.infrastructure = infrastructure;
        this.ports = ports;
    }

    /** Returns the names of all processes of a suite, servers first, without the OIDC server. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of(PostgresServer.NAME, KafkaBroker.NAME, ObjectStore.NAME), Service.modules().stream())
                .toList();
    }

    /** Returns {@link #names()} and the additional instances that were started with the installation. */
    public List<String> all() {
        return Stream.concat(
                        names().stream(), infrastructure.replicas().stream().map(Replica::name))
                .toList();
    }

    public long pid(String name) {
        return process(name).pid();
    }

    /** Returns whether the process exists. A paused process exists. */
    public boolean isRunning(String name) {
        return ServerProcess.running(name, infrastructure.folder()).isPresent();
    }

    /** Kills the process (SIGKILL). */
    public void kill(String name) {
        process(name).kill();
    }

    /** Stops the process gracefully: it may finish its work. */
    public void stop(String name) {
        process(name).stop();
    }

    /** Pauses the process (SIGSTOP). */
    public void pause(String name) {
        process(name).pause();
    }

    /** Resumes the process (SIGCONT); does nothing if it is not paused or has ended. */
    public void resume(String name) {
        ServerProcess.running(name, infrastructure.folder()).ifPresent(ServerProcess::resume);
    }

    /** Stops PostgreSQL without a checkpoint, so that it recovers from its log at the next start. */
    public void stopDatabaseAtOnce() {
        PostgresServer.stopAtOnce(infrastructure.folder());
    }

    /**
     * Kills a PostgreSQL server process that holds a session of {@code service}, and waits until PostgreSQL has noticed
     * its end. Until then PostgreSQL seems ready; afterwards it ends all sessions and recovers.
     *
     * @return the pid; 0 if the service has no session at the moment
     */
    public long killDatabaseSession(String service) {
        Database database = infrastructure.database(service);
        long killed;
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery("select pid from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid() order by query_start desc")) {
            List<Long> pids = new ArrayList<>();
            while (sessions.next()) {
                pids.add(sessions.getLong(1));
            }
            killed = killOneOf(pids);
        } catch (SQLException e) {
            throw new LocalFailure("Cannot read the sessions of PostgreSQL: " + e.getMessage(), e);
        }
        // its process id exists until PostgreSQL has taken its exit code
        ProcessHandle.of(killed).ifPresent(process -> process.onExit().join());
        return killed;
    }

    /** Kills the first process that still exists, because sessions may end at any time. @return its pid, or 0 */
    static long killOneOf(List<Long> pids) {
        for (long pid : pids) {
            try {
                run("sh", "-c", "kill -KILL " + pid);
                return pid;
            } catch (LocalFailure failure) {
                if (ProcessHandle.of(pid).isPresent()) {
                    throw failure;
                }
            }
        }
        return 0;
    }

    /**
     * Limits the size of the process's files: writes beyond {@code bytes} fail in the kernel, as on a full disk, but
     * with the error "file too large".
     */
    public void limitFiles(String name, long bytes) {
        run("prlimit", "--pid", Long.toString(process(name).pid()), "--fsize=" + bytes + ":unlimited");
    }

    /** Removes the limit of {@link #limitFiles}; does nothing if the process has ended. */
    public void unlimitFiles(String name) {
        ServerProcess.running(name, infrastructure.folder()).ifPresent(process -> {
            try {
                run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:unlimited");
            } catch (LocalFailure failure) {
                if (process.alive()) {
                    throw failure;
                }
            }
        });
    }

    /** Starts the process on its earlier ports and returns when it is ready; does nothing if it runs. */
    public void start(String name) {
        switch (name) {
            case PostgresServer.NAME -> infrastructure.start(Part.POSTGRES);
            case KafkaBroker.NAME -> infrastructure.start(Part.KAFKA);
            case ObjectStore.NAME -> infrastructure.start(Part.OBJECT_STORE);
            default -> startService(name, infrastructure.programs());
        }
    }

    /** Starts the instance {@code name} of a service with the version {@code programs}; it must not be running. */
    public void startService(String name, Programs programs) {
        Replica instance = infrastructure.replicas().stream()
                .filter(replica -> replica.name().equals(name))
                .findFirst()
                .orElseGet(() -> first(Service.named(name)));
        ServiceProcess.start(instance, programs, infrastructure, ports);
    }

    private Replica first(Service service) {
        return new Replica(service, service.module(), ports.service(service), Map.of());
    }

    /** Resumes paused processes, removes limits, starts missing processes and stops instances added later. */
    public void heal() {
        all().forEach(this::resume);
        List.of(KafkaBroker.NAME, ObjectStore.NAME).forEach(this::unlimitFiles);
        all().forEach(this::start);
        stopAdded();
    }

    private void stopAdded() {
        List<String> known = all();
        for (String name : ServerProcess.recorded(infrastructure.folder())) {
            if (!known.contains(name)
                    && Service.modules().stream().anyMatch(service -> name.startsWith(service + "-"))) {
                ServerProcess.running(name, infrastructure.folder()).ifPresent(ServerProcess::stop);
            }
        }
    }

    private ServerProcess process(String name) {
        return ServerProcess.running(name, infrastructure.folder())
                .orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new LocalFailure(String.join(" ", command) + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new LocalFailure(command[0] + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while " + command[0] + " ran", e);
        }
    }
}
