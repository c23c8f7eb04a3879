package io.zizhi.document.viewing.pages;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.Admission;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import io.zizhi.platform.ticker.Ticker;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Renders pages in a few processes. A process is started when it is needed, used again for the next page, and ended
 * after a pause. Each person or account has one page rendered at a time; the others wait in turn.
 */
@ApplicationScoped
public class RenderPages {

    /** The size of the largest document, because a page takes the place of its document in memory. */
    static final int LARGEST_PNG = 5 * 1024 * 1024;

    private final PageSettings settings;
    private final Admission admission;
    private final Admission converting;
    private final Blocking blocking;
    private final Optional<OfficeConversion> office;
    private final Deque<PageProcess> waiting = new ConcurrentLinkedDeque<>();
    private final Set<PageProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    RenderPages(PageSettings settings, DocumentLimits limits, Blocking blocking, Ticker ticker) {
        this.settings = settings;
        this.blocking = blocking;
        this.office = settings.office()
                .map(program -> new OfficeConversion(
                        program,
                        settings.officeTimeout(),
                        settings.officeMemory().asLongValue()));
        this.admission = admission(settings.atOnce(), limits, ticker);
        this.converting = admission(1, limits, ticker);
    }

    private Admission admission(int atOnce, DocumentLimits limits, Ticker ticker) {
        return new Admission(
                Transfer.VIEW, new FairBudget(atOnce, 1, limits.viewsWaitingPerAccount(), settings.patience(), ticker));
    }

    /** Fails the start if LibreOffice is named but cannot run. */
    void begin(@Observes StartupEvent event) {
        office.ifPresent(conversion -> conversion.begin(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * Renders a page.
     *
     * @param holder the account or member of staff
     * @param file the bytes of the document, which are taken
     * @return fails with {@link PageException} if the page cannot be shown
     */
    public Uni<RenderedPage> render(String holder, PageJob job, Pieces file) {
        if (office.isEmpty() || !isOffice(job.format())) {
            return turn(admission, holder)
                    .chain(share -> run(
                            () -> render(process -> process.render(job, file, settings.timeout())), List.of(share)));
        }
        PageJob ofPdf = job.in(FileFormat.PDF);
        Callable<RenderedPage> converted = () -> office.get()
                .convert(job.format(), file, pdf -> render(process -> process.render(ofPdf, pdf, settings.timeout())));
        return turn(converting, holder)
                .chain(first -> turn(admission, holder)
                        .onFailure()
                        .invoke(first::leave)
                        .onCancellation()
                        .invoke(first::leave)
                        .chain(second -> run(converted, List.of(first, second))));
    }

    private static Uni<Share> turn(Admission turns, String holder) {
        return turns.admit(holder, 1, share -> {});
    }

    /**
     * Runs the work, which gives the places back itself: a caller that has gone must not let another one begin before
     * this one has ended.
     */
    private Uni<RenderedPage> run(Callable<RenderedPage> work, List<Share> shares) {
        return blocking.call(() -> {
                    try {
                        return work.call();
                    } finally {
                        shares.forEach(Share::leave);
                    }
                })
                .onFailure(RejectedExecutionException.class)
                .invoke(() -> shares.forEach(Share::leave));
    }

    private interface Rendering {
        RenderedPage by(PageProcess process) throws IOException;
    }

    private RenderedPage render(Rendering rendering) throws IOException {
        PageProcess process = next();
        try {
            return rendering.by(process);
        } finally {
            if (process.isUsable()) {
                waiting.addFirst(process);
                Executor later =
                        CompletableFuture.delayedExecutor(settings.idle().toMillis(), TimeUnit.MILLISECONDS);
                later.execute(() -> retire(process));
            } else {
                end(process);
            }
        }
    }

    /** Returns whether LibreOffice reads the file. */
    public static boolean isOffice(FileFormat format) {
        return format == FileFormat.DOC || format == FileFormat.DOCX;
    }

    private PageProcess next() throws IOException {
        for (PageProcess process = waiting.pollFirst(); process != null; process = waiting.pollFirst()) {
            if (process.isUsable()) {
                return process;
            }
            end(process);
        }
        PageProcess process = PageProcess.start(settings.heap().asLongValue());
        running.add(process);
        if (stopped) {
            end(process);
        }
        return process;
    }

    private void end(PageProcess process) {
        running.remove(process);
        process.close();
    }

    /** Ends a process that has had no job since it was put aside. */
    private void retire(PageProcess process) {
        if (process.isIdle(settings.idle()) && waiting.remove(process)) {
            end(process);
        }
    }

    /** Ends all processes, busy or not. */
    @PreDestroy
    void stop() {
        stopped = true;
        running.forEach(PageProcess::close);
        office.ifPresent(OfficeConversion::close);
    }
}
