package io.zizhi.local;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Folders;
import io.zizhi.local.server.ServerProcess;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import io.zizhi.local.suite.Ports;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Saves and restores an installation that is stopped. Databases, topics, documents, keys and secrets are copied
 * together, so they are consistent.
 */
final class InstallationBackup {

    /** Written last: a backup without it is incomplete. */
    private static final String MARKER = "zizhi-backup";

    /** The folder into which a backup is copied before any data is deleted. */
    private static final String INCOMING = "restoring";

    private static final String SECRETS = "secrets";

    private final Path folder;
    private final PrintStream out;

    InstallationBackup(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Copies everything to {@code target}, which must be empty or missing. */
    void save(Path target) {
        requireDown("A backup can be made only");
        if (!Files.isDirectory(folder.resolve("data/postgres"))) {
            throw new LocalFailure("There is nothing to save: " + folder + "/data contains no databases.");
        }
        if (target.startsWith(folder) || !isEmpty(target)) {
            throw new LocalFailure(target + " must be a new or empty folder outside " + folder + ".");
        }
        try {
            PrivateFiles.folder(target);
            copyAll(folder, target);
            PrivateFiles.write(target.resolve(MARKER), "Made by ./zizhi backup\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("Saved to " + target + ". Protect it: it contains personal data, passwords and keys.");
    }

    /** Replaces all data with the backup in {@code source}. */
    void restore(Path source, Ports ports) {
        requireDown("A backup can be restored only");
        if (!Files.exists(source.resolve(MARKER))) {
            throw new LocalFailure(source + " is not a complete backup: it was not made by ./zizhi backup.");
        }
        Path incoming = folder.resolve(INCOMING);
        try {
            Folders.delete(incoming);
            PrivateFiles.folder(incoming);
            copyAll(source, incoming);
            replaceBy(incoming);
            Folders.delete(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        raiseEpochs(ports);
        out.println("Restored from " + source + ". Next: ./zizhi up, then ./zizhi reconcile");
    }

    /** Replaces the data by moving files within one file system, which is immediate and cannot run out of space. */
    private void replaceBy(Path incoming) throws IOException {
        chooseAnchors(incoming);
        new InstallationData(folder).deleteAllButAnchors(out);
        Folders.delete(folder.resolve(SECRETS));
        Folders.delete(folder.resolve(Certificates.FOLDER));
        for (String kept : saved()) {
            if (Files.exists(incoming.resolve(kept))) {
                PrivateFiles.folder(Objects.requireNonNull(folder.resolve(kept).getParent()));
                Files.move(incoming.resolve(kept), folder.resolve(kept));
            }
        }
    }

    /**
     * Keeps the anchors that this installation has written since the backup; another one has other keys. Only one of the
     * two folders is left. A restore that was interrupted may have deleted the key; its repetition keeps the anchors.
     */
    private void chooseAnchors(Path incoming) throws IOException {
        Path anchors = folder.resolve(InstallationData.ANCHORS);
        Path key = Path.of("data/keysets", Service.REVIEW.word(), Keysets.ANCHORS);
        boolean foreign = !Files.exists(incoming.resolve(key))
                || (Files.exists(folder.resolve(key))
                        && Files.mismatch(incoming.resolve(key), folder.resolve(key)) >= 0);
        if (foreign) {
            Folders.delete(anchors);
        } else if (Files.isDirectory(anchors)) {
            Folders.delete(incoming.resolve(InstallationData.ANCHORS));
        }
    }

    /**
     * Raises the producer epochs before any service starts, so that new events do not look like events sent after the
     * backup.
     */
    private void raiseEpochs(Ports ports) {
        Infrastructure servers = Infrastructure.start(folder, ports, EnumSet.of(Part.POSTGRES), Progress.silent());
        try {
            for (Service service : Service.values()) {
                raiseEpoch(servers.owner(service.module()));
            }
        } finally {
            Suite.stop(folder, Progress.silent());
        }
    }

    private static void raiseEpoch(Database database) {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("select producer_restored(clock_timestamp())");
        } catch (SQLException e) {
            throw new LocalFailure("Cannot raise the epoch of " + database + ": " + e.getMessage(), e);
        }
    }

    private void requireDown(String what) {
        boolean runs = ServerProcess.recorded(folder).stream()
                .anyMatch(name -> ServerProcess.running(name, folder).isPresent());
        if (runs) {
            throw new LocalFailure(what + " while Zizhi is down. Run ./zizhi down first.");
        }
    }

    /** Secrets come first: an interrupted restore must not leave data without them, which nobody may delete. */
    private static List<String> saved() {
        return Stream.concat(Stream.of(SECRETS, Certificates.FOLDER), InstallationData.KEPT.stream())
                .toList();
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        for (String kept : saved()) {
            if (Files.exists(from.resolve(kept))) {
                PrivateFiles.folder(Objects.requireNonNull(to.resolve(kept).getParent()));
                copy(from.resolve(kept), to.resolve(kept));
            }
        }
    }

    /** Copies with owners and permissions, which PostgreSQL and the check of secrets require. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
