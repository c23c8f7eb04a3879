package io.zizhi.document.viewing.pages;

import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Converts DOC and DOCX into PDF by LibreOffice: an {@link OfficeProcess} of its own for each file, with a time-out and a
 * fresh profile, in which macros and links are off. The file lies in a private folder meanwhile, because LibreOffice
 * reads files only.
 */
final class OfficeConversion implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OfficeConversion.class);

    /** Folders are named by the process that made them, so that those of a killed service are recognised. */
    private static final Pattern FOLDER = Pattern.compile("zizhi-office-(\\d{1,18})-.*");

    private static final String PROFILE = "office-profile.xcu";

    private final Path office;
    private final Duration limit;
    private final long memory;
    private final Map<Process, Path> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param office the program soffice
     * @param memory bytes of the address space of each of its processes
     */
    OfficeConversion(Path office, Duration limit, long memory) {
        this.office = office;
        this.limit = limit;
        this.memory = memory;
    }

    /** Fails if LibreOffice cannot run here, and removes what a killed service left. */
    void begin(Path temporary) {
        OfficeProcess.requireUsable(office, temporary, memory);
        removeLeftovers(temporary);
    }

    /** What to do with the PDF while it exists. */
    interface Use<T> {
        T of(Path pdf) throws IOException;
    }

    /** Converts the file and uses the PDF, which is at most as large as a document. Blocks. */
    <T> T convert(FileFormat format, Pieces file, Use<T> use) throws IOException {
        // Java creates it for its owner only.
        Path folder = Files.createTempDirectory(
                "zizhi-office-" + ProcessHandle.current().pid() + "-");
        try {
            Path input = folder.resolve("document." + format.extension());
            try (OutputStream out = Files.newOutputStream(input)) {
                for (byte[] piece = file.next(); piece != null; piece = file.next()) {
                    out.write(piece);
                }
            }
            writeProfile(folder.resolve("profile"));
            run(folder, input);
            return use.of(checked(folder.resolve("document.pdf")));
        } finally {
            delete(folder);
        }
    }

    private static void writeProfile(Path profile) throws IOException {
        try (InputStream settings = OfficeConversion.class.getResourceAsStream(PROFILE)) {
            Path user = Files.createDirectories(profile.resolve("user"));
            Files.copy(Objects.requireNonNull(settings, PROFILE), user.resolve("registrymodifications.xcu"));
        }
    }

    private void run(Path folder, Path input) throws IOException {
        ProcessBuilder builder = OfficeProcess.bounded(
                folder,
                limit,
                memory,
                List.of(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        input.toString()));
        Process process = builder.start();
        running.put(process, folder);
        try {
            requireOpen();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PageException(PageException.Cause.TOO_COMPLEX, "LibreOffice took longer than " + limit);
            }
            requireOpen();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopping);
        } finally {
            running.remove(process);
            OfficeProcess.end(process);
        }
    }

    private void requireOpen() throws PageException {
        if (closed) {
            throw new PageException(PageException.Cause.PROCESS_ENDED, "The service stops");
        }
    }

    /** Ends the conversions in progress and removes their folders, for which their threads may have no time. */
    @Override
    public void close() {
        closed = true;
        running.forEach((process, folder) -> {
            OfficeProcess.end(process);
            delete(folder);
        });
    }

    /** Removes the folders of services that were killed, because they contain documents. */
    static void removeLeftovers(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(OfficeConversion::isLeftover).forEach(OfficeConversion::delete);
        } catch (IOException | UncheckedIOException failure) {
            LOG.warnf("Folders of killed conversions cannot be found: %s", failure);
        }
    }

    /** In a container, each service has the same number, so a folder with the own one is older than this service. */
    private static boolean isLeftover(Path folder) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long maker = Long.parseLong(name.group(1));
        return maker == ProcessHandle.current().pid() || ProcessHandle.of(maker).isEmpty();
    }

    private static Path checked(Path pdf) throws IOException {
        if (!Files.isRegularFile(pdf, LinkOption.NOFOLLOW_LINKS)) {
            throw new PageException(PageException.Cause.UNREADABLE, "LibreOffice wrote no PDF");
        }
        if (Files.size(pdf) > RenderPages.LARGEST_PNG) {
            throw new PageException(PageException.Cause.TOO_COMPLEX, "The PDF is larger than a document may be");
        }
        return pdf;
    }

    /** Failures are reported only, because they must not hide why the conversion ended. */
    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException failure) {
            LOG.errorf("A folder with a document cannot be removed: %s", failure);
        }
    }
}
