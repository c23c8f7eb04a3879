package io.zizhi.local.audit;

import io.zizhi.local.audit.AuditFormat.Tail;
import io.zizhi.local.layout.LocalFailure;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The exported entries of one service, newest first. They wait in a private file until they are merged: a service must
 * not have to wait for the entries of another one.
 */
final class AuditExport implements AutoCloseable {

    private final String service;
    private final AuditFormat format;
    private final Path file;
    private final BufferedReader entries;
    private String header = "";
    private @Nullable String entry;

    /** @param exports opens the export that begins at a cursor; null begins with the newest entry */
    AuditExport(String service, AuditFormat format, Function<@Nullable String, BufferedReader> exports) {
        this.service = service;
        this.format = format;
        try {
            this.file = Files.createTempFile("zizhi-audit-", "." + format.parameter());
        } catch (IOException e) {
            throw new LocalFailure("The export of " + service + " cannot be stored.", e);
        }
        try {
            copyAll(exports);
            this.entries = Files.newBufferedReader(file);
            this.entry = entries.readLine();
        } catch (IOException e) {
            delete();
            throw new LocalFailure("The export of " + service + " broke off.", e);
        } catch (RuntimeException e) {
            delete();
            throw e;
        }
    }

    private void copyAll(Function<@Nullable String, BufferedReader> exports) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            @Nullable String cursor = copy(exports.apply(null), writer);
            while (cursor != null) {
                cursor = copy(exports.apply(cursor), writer);
            }
        }
    }

    /** Returns the line before the first entry; empty if the format has none. */
    String header() {
        return header;
    }

    /** Returns the next entry and keeps it; null after the last one. */
    @Nullable
    String entry() {
        return entry;
    }

    void advance() {
        try {
            entry = entries.readLine();
        } catch (IOException e) {
            throw new LocalFailure("The export of " + service + " cannot be read: " + file, e);
        }
    }

    /** Copies the entries; returns the cursor of the next export, or null if there is none. */
    private @Nullable String copy(BufferedReader export, BufferedWriter writer) throws IOException {
        try (export) {
            if (format.hasHeader()) {
                header = line(export);
            }
            long copied = 0;
            String line = line(export);
            Tail tail = format.tail(line);
            while (tail == null) {
                writer.write(line);
                writer.write('\n');
                copied++;
                line = line(export);
                tail = format.tail(line);
            }
            if (tail.entries() != copied) {
                throw new LocalFailure(
                        service + " exported " + tail.entries() + " entries, of which " + copied + " arrived.");
            }
            return tail.nextCursor();
        }
    }

    private String line(BufferedReader export) throws IOException {
        String line = export.readLine();
        if (line == null) {
            throw new LocalFailure("The export of " + service + " is incomplete: its last line is missing.");
        }
        return line;
    }

    @Override
    public void close() {
        try {
            entries.close();
        } catch (IOException e) {
            throw new LocalFailure("The export of " + service + " cannot be closed: " + file, e);
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalFailure("The file " + file + " could not be deleted. Delete it: it contains audit data.", e);
        }
    }
}
