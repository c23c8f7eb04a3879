package io.zizhi.local.server.postgres;

import io.zizhi.local.layout.LocalFailure;
import io.zizhi.local.server.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this processor, unpacked once from their jar. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private PostgresBinaries() {}

    /**
     * Returns the folder with {@code bin/initdb} and {@code bin/postgres}; unpacks it under {@code cache} if necessary.
     */
    static Path in(Path cache) {
        String archive = archive();
        URL url = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (url == null) {
            throw new LocalFailure("The PostgreSQL programs are not on the class path: " + archive);
        }
        try {
            Path home = cache.resolve(version(url, archive));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                Path unpacked = Files.createTempDirectory(cache, "unpacking-");
                unpack(url, unpacked);
                moveIfAbsent(unpacked, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archive() {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = System.getProperty("os.name");
        if (!system.equals("Linux")) {
            throw new LocalFailure("Local PostgreSQL needs Linux; this is " + system + ".");
        }
        return switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> throw new LocalFailure("No PostgreSQL programs for the processor " + processor + ".");
        };
    }

    private static String version(URL url, String archive) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            String file = Path.of(jar.getJarFileURL().getPath()).getFileName().toString();
            return file.substring(0, file.length() - ".jar".length());
        }
        return archive;
    }

    private static void unpack(URL url, Path target) throws IOException {
        // users other than the owner may run the programs
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream file = new BufferedInputStream(url.openStream());
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, file);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /**
     * Moves the unpacked programs into place. If two programs unpack at the same time, the first one's folder remains.
     */
    private static void moveIfAbsent(Path unpacked, Path home) throws IOException {
        try {
            Files.move(unpacked, home);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(unpacked);
        }
    }
}
