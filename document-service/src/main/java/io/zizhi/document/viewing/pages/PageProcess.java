package io.zizhi.document.viewing.pages;

import io.zizhi.document.intake.inspection.pdf.PdfObjects;
import io.zizhi.document.storage.objects.Pieces;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;

/** A running {@link PageProgram}, for one job at a time. */
final class PageProcess implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PageProcess.class);

    /** Exit code of Java with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private volatile long used = System.nanoTime();
    private volatile boolean failed;

    private PageProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts the process. It gets no environment, so no secrets, and its messages are dropped, because they may contain
     * text of documents.
     *
     * @param heap maximum bytes of its heap
     */
    static PageProcess start(long heap) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.file=/dev/null",
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir")));
        command.addAll(List.of("-cp", classPath(), PageProgram.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new PageProcess(builder.start());
    }

    /** Returns the jars of this service and of PDFBox, wherever the service was installed. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed : List.of(
                PageProgram.class,
                PDDocument.class,
                TrueTypeFont.class,
                RandomAccessRead.class,
                org.apache.commons.logging.LogFactory.class,
                Logger.class)) {
            CodeSource source = needed.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IllegalStateException("Unknown jar of " + needed);
            }
            places.add(Path.of(URI.create(source.getLocation().toString())).toString());
        }
        return String.join(":", places);
    }

    /**
     * Renders a page. Blocks. On any failure but a {@link PageException} that the process itself reported, the process
     * has ended.
     *
     * @param file the bytes of the document, which are taken
     * @param limit time after which the process is killed
     */
    RenderedPage render(PageJob job, Pieces file, Duration limit) throws IOException {
        return answer(job, file.size(), to -> write(file, to), limit, RenderedPage::readFrom);
    }

    /** Renders a page of a file on the disk, which is never in the memory of this process. */
    RenderedPage render(PageJob job, Path file, Duration limit) throws IOException {
        int size = Math.toIntExact(Files.size(file));
        return answer(job, size, to -> Files.copy(file, to), limit, RenderedPage::readFrom);
    }

    /** Returns what {@link PdfObjects#find} returns. Blocks and fails as rendering does. */
    String inspect(Pieces pdf, Duration limit) throws IOException {
        return answer(PageJob.INSPECTION, pdf.size(), to -> write(pdf, to), limit, from -> from.readUTF());
    }

    private static void write(Pieces file, OutputStream to) throws IOException {
        for (byte[] piece = file.next(); piece != null; piece = file.next()) {
            to.write(piece);
        }
    }

    private interface Source {
        void writeTo(OutputStream to) throws IOException;
    }

    private interface Answer<T> {
        T readFrom(DataInputStream in) throws IOException;
    }

    private <T> T answer(PageJob job, int size, Source source, Duration limit, Answer<T> answer) throws IOException {
        CompletableFuture<Void> alarm =
                new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> killed = alarm.exceptionally(timeout -> {
            process.destroyForcibly();
            return null;
        });
        try {
            job.writeTo(out);
            out.writeInt(size);
            source.writeTo(out);
            out.flush();
            String outcome = in.readUTF();
            if (!outcome.equals(PageProgram.DONE)) {
                throw new PageException(PageException.Cause.valueOf(outcome), "The process reported " + outcome);
            }
            return answer.readFrom(in);
        } catch (PageException refused) {
            throw refused;
        } catch (IOException broken) {
            throw ended(broken, alarm.isCompletedExceptionally());
        } finally {
            // The alarm may ring during the answer; a killed process stays alive for a moment.
            failed |= !alarm.complete(null);
            killed.join();
            used = System.nanoTime();
        }
    }

    /**
     * Returns why the process gave no answer: the page took too much time or memory; otherwise the process did not
     * start, or was killed by others, and another one may render the page.
     */
    private PageException ended(IOException broken, boolean late) {
        failed = true;
        process.destroyForcibly();
        int code = process.onExit().join().exitValue();
        if (late || code == OUT_OF_MEMORY) {
            return new PageException(PageException.Cause.TOO_COMPLEX, "The process ended with exit code " + code);
        }
        LOG.warnf("A process that renders pages ended with exit code %d: %s", code, broken);
        return new PageException(PageException.Cause.PROCESS_ENDED, "The process ended with exit code " + code);
    }

    /** Returns whether the process can render another page. */
    boolean isUsable() {
        return !failed && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Returns whether the last job ended at least that long ago. */
    boolean isIdle(Duration pause) {
        return System.nanoTime() - used >= pause.toNanos();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
