package io.zizhi.local.server;

import io.zizhi.local.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The record of a running process: {@code run/<name>.pid}.
 *
 * @param port the port it serves
 * @param stopSignal the signal that stops it gracefully
 * @param marker part of its command line that no other process has
 */
record ProcessRecord(long pid, int port, String stopSignal, String marker) {

    void write(Path file) {
        PrivateFiles.write(file, pid + "\n" + port + "\n" + stopSignal + "\n" + marker + "\n");
    }

    static Optional<ProcessRecord> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new ProcessRecord(
                    Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)), lines.get(2), lines.get(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return ProcessTable.commandLine(pid).contains(marker);
    }
}
