package io.zizhi.local;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.server.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The data of an installation. Deletes only folders that Zizhi created, by their names, because the folder in
 * {@code ZIZHI_STATE} may contain other files.
 */
final class InstallationData {

    /** Anchors of audit chains. A restore of the databases keeps them, because they prove what it has lost. */
    static final String ANCHORS = "data/anchors";

    static final List<String> KEPT = List.of(
            // first, because an interrupted deletion must not leave a record of deleted accounts
            "data/demo-accounts",
            "data/postgres",
            "data/postgres.unfinished",
            "data/kafka",
            "data/object-store",
            "data/identity",
            "data/keysets",
            ANCHORS);

    private final Path folder;

    InstallationData(Path folder) {
        this.folder = folder;
    }

    /** Deletes the databases, topics, objects and keys; logs, caches and secrets stay. */
    void delete(PrintStream out) {
        delete(KEPT, out);
    }

    /** As {@link #delete}, but keeps the anchors of audit chains where they are. */
    void deleteAllButAnchors(PrintStream out) {
        delete(KEPT.stream().filter(kept -> !kept.equals(ANCHORS)).toList(), out);
    }

    private void delete(List<String> names, PrintStream out) {
        List<Path> found =
                names.stream().map(folder::resolve).filter(Files::exists).toList();
        if (found.isEmpty()) {
            out.println("There is no data to delete in " + folder + ".");
            return;
        }
        if (!Files.isDirectory(folder.resolve("secrets"))) {
            throw new LocalFailure(
                    folder.resolve("data") + " was not created by Zizhi, or its secrets are lost: " + folder
                            + "/secrets is missing. Nothing was deleted. Delete the folder yourself, or set ZIZHI_STATE"
                            + " to another folder.");
        }
        out.println("Deleting all data in " + folder.resolve("data"));
        try {
            for (Path kept : found) {
                Folders.delete(kept);
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
