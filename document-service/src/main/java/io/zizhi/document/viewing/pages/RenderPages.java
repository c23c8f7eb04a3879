package io.zizhi.document.viewing.pages;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.intake.inspection.pdf.PdfProcess;
import io.zizhi.document.intake.inspection.pdf.PdfRefusals;
import io.zizhi.document.limits.Admission;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.TimeShare;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import io.zizhi.platform.ticker.Ticker;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.util.Version;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Renders pages, and inspects uploaded PDF files, in a few processes. A process is started when it is needed, used again
 * for the next job, and ended after a pause. Each person or account has one job done at a time; the others wait in turn.
 * Accounts share the time of the processes for pages ({@link TimeShare}), and leave one process to staff.
 */
@ApplicationScoped
public class RenderPages implements PdfProcess {

    /** The size of the largest document, because a page takes the place of its document in memory. */
    static final int LARGEST_PNG = 5 * 1024 * 1024;

    private final PageSettings settings;
    private final String version;
    private final Ticker ticker;
    private final TimeShare time;

    private final Admission all;

    /** Pages of accounts, fewer than {@link #all}. */
    private final Admission ofAccounts;

    /** The places of accounts, for their uploads. */
    private final List<Admission> inspecting;

    private final Admission convertingForStaff;
    private final Admission convertingForAccounts;
    private final Blocking blocking;
    private final Optional<OfficeConversion> office;
    private final Deque<PageProcess> waiting = new ConcurrentLinkedDeque<>();
    private final Set<PageProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    RenderPages(
            PageSettings settings,
            DocumentLimits limits,
            Blocking blocking,
            Ticker ticker,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String service) {
        this.settings = settings;
        this.version = "Zizhi %s, PDFBox %s, Java %s, heap %d, %s, office %s, %d"
                .formatted(
                        service,
                        Version.getVersion(),
                        Runtime.version(),
                        settings.heap().asLongValue(),
                        settings.timeout(),
                        settings.officeTimeout(),
                        settings.officeMemory().asLongValue());
        this.blocking = blocking;
        this.ticker = ticker;
        this.office = settings.office()
                .map(program -> new OfficeConversion(
                        program,
                        settings.officeTimeout(),
                        settings.officeMemory().asLongValue()));
        this.time = new TimeShare(settings.timePerAccount(), ticker);
        this.all = admission(settings.atOnce(), limits, ticker);
        this.ofAccounts = admission(Math.max(1, settings.atOnce() - 1), limits, ticker);
        this.inspecting = List.of(
                new Admission(Transfer.UPLOAD, ofAccounts.budget()), new Admission(Transfer.UPLOAD, all.budget()));
        this.convertingForStaff = admission(1, limits, ticker);
        this.convertingForAccounts = admission(1, limits, ticker);
    }

    private Admission admission(int atOnce, DocumentLimits limits, Ticker ticker) {
        return new Admission(
                Transfer.VIEW, new FairBudget(atOnce, 1, limits.viewsWaitingPerAccount(), settings.patience(), ticker));
    }

    /** Returns what decides whether a page is too complex: versions and limits. */
    public String version() {
        return version;
    }

    /** Fails the start if LibreOffice is named but cannot run. */
    void begin(@Observes StartupEvent event) {
        office.ifPresent(conversion -> conversion.begin(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /**
     * Waits for a process. The caller must {@link Turn#leave} in the end. It reserves memory only after its turn has come,
     * because a page that waits must not keep memory from others.
     *
     * @param holder the account or member of staff
     * @param staff whether the holder is staff, for whom one process is kept
     */
    public Uni<Turn> turn(String holder, boolean staff, FileFormat format) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn(holder, !staff);
            requireTime(turn);
            return admitted(turn, queues(staff, office.isPresent() && isOffice(format)));
        });
    }

    private Uni<Turn> admitted(Turn turn, List<Admission> queues) {
        Uni<Turn> granted = Uni.createFrom().item(turn);
        for (Admission queue : queues) {
            granted = granted.chain(
                    held -> queue.admit(held.holder, 1, held.shares::add).replaceWith(held));
        }
        return granted.invoke(this::requireTime)
                .onFailure()
                .invoke(turn::leave)
                .onCancellation()
                .invoke(turn::leave);
    }

    @Override
    public Uni<String> find(String accountId, byte[] pdf) {
        return Uni.createFrom()
                .deferred(() -> admitted(new Turn("account " + accountId, false), inspecting))
                .chain(turn ->
                        turn.run(() -> inProcess(process -> process.inspect(Pieces.of(pdf), settings.timeout()))))
                .onFailure(PageException.class)
                .transform(failure -> failure.reason() == PageException.Cause.PROCESS_ENDED
                        ? PdfRefusals.unavailable()
                        : PdfRefusals.unreadable());
    }

    private List<Admission> queues(boolean staff, boolean converts) {
        List<Admission> queues = new ArrayList<>();
        if (converts) {
            queues.add(staff ? convertingForStaff : convertingForAccounts);
        }
        if (!staff) {
            queues.add(ofAccounts);
        }
        queues.add(all);
        return queues;
    }

    private void requireTime(Turn turn) {
        if (turn.timed) {
            time.pause(turn.holder).ifPresent(pause -> {
                throw Problems.tooManyRequests(
                        "PAGES_LIMITED",
                        "The account has used up its time for rendering pages. Continue after the time in"
                                + " `Retry-After`.",
                        pause);
            });
        }
    }

    /** A process that the holder may use for one page. */
    public final class Turn {

        private final String holder;
        private final boolean timed;
        private final List<Share> shares = new CopyOnWriteArrayList<>();
        private volatile boolean begun;

        /** @param timed whether its work uses up the account's time */
        private Turn(String holder, boolean timed) {
            this.holder = holder;
            this.timed = timed;
        }

        /**
         * Renders a page.
         *
         * @param file the bytes of the document, which are taken
         * @return fails with {@link PageException} if the page cannot be shown
         */
        public Uni<RenderedPage> render(PageJob job, Pieces file) {
            return run(() -> RenderPages.this.render(job, file));
        }

        <T> Uni<T> run(Callable<T> work) {
            begun = true;
            return blocking.call(() -> {
                        long began = ticker.nanoTime();
                        try {
                            return work.call();
                        } finally {
                            if (timed) {
                                time.use(holder, ticker.nanoTime() - began);
                            }
                            end();
                        }
                    })
                    .onFailure(RejectedExecutionException.class)
                    .invoke(this::end);
        }

        /**
         * Gives the process back unless it has begun a page, after which it gives itself back: a caller that has gone must
         * not let another one begin before this one has ended.
         */
        public void leave() {
            if (!begun) {
                end();
            }
        }

        private void end() {
            shares.forEach(Share::leave);
        }
    }

    private RenderedPage render(PageJob job, Pieces file) throws IOException {
        if (office.isEmpty() || !isOffice(job.format())) {
            return inProcess(process -> process.render(job, file, settings.timeout()));
        }
        PageJob ofPdf = job.in(FileFormat.PDF);
        return office.get()
                .convert(
                        job.format(),
                        file,
                        pdf -> inProcess(process -> process.render(ofPdf, pdf, settings.timeout())));
    }

    /** Returns the number of pages that wait for a process, those of LibreOffice left out. */
    int waitingForProcess() {
        return all.budget().waiting() + ofAccounts.budget().waiting();
    }

    private interface Work<T> {
        T by(PageProcess process) throws IOException;
    }

    private <T> T inProcess(Work<T> work) throws IOException {
        PageProcess process = next();
        try {
            return work.by(process);
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
