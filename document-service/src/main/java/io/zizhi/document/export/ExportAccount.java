package io.zizhi.document.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/** Exports an account. The export is recorded before its first byte. A lost lease, a slow client or the longest duration ends it. */
@ApplicationScoped
class ExportAccount {

    private static final Logger LOG = Logger.getLogger(ExportAccount.class);
    private static final Duration RENEW_EVERY = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final BeginExport begin;
    private final ExportLeases leases;
    private final ExportSource source;
    private final ObjectMapper json;
    private final Clock clock;
    private final Ticker ticker;
    private final DocumentLimits limits;
    private final Duration longest;
    private final Semaphore places;

    ExportAccount(
            BeginExport begin,
            ExportLeases leases,
            ExportSource source,
            ObjectMapper json,
            Clock clock,
            Ticker ticker,
            DocumentLimits limits,
            ExportConfig config) {
        this.begin = begin;
        this.leases = leases;
        this.source = source;
        this.json = json;
        this.clock = clock;
        this.ticker = ticker;
        this.limits = limits;
        this.longest = config.longest();
        this.places = new Semaphore(config.atOnce());
    }

    /** Returns the response with the ZIP file. It is an error if the export may not begin. */
    RestMulti<byte[]> answer(ExportedAccount asked) {
        return RestMulti.fromMultiData(export(asked))
                .header("Content-Disposition", "attachment; filename=\"account.zip\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Multi<byte[]> export(ExportedAccount export) {
        return Multi.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Multi.createFrom()
                        .failure(Problems.unavailable(
                                "EXPORTS_BUSY", "Too many exports are running. Try again later.", RETRY_AFTER));
            }
            return leased(export).onTermination().invoke(() -> places.release());
        });
    }

    private Multi<byte[]> leased(ExportedAccount export) {
        String exportId = DocumentId.random();
        Lease lease = new Lease(export.accountId(), exportId, ticker.nanoTime());
        ExportStream stream = new ExportStream(source, export, json, clock.instant());
        return begin.begin(export, exportId)
                .toMulti()
                .map(nothing -> new byte[0])
                .onCompletion()
                .switchTo(() -> chunks(stream, lease).onTermination().call(() -> end(lease)));
    }

    /** Ends the lease before it sends the last bytes. A client that has received them can start another export at once. */
    private Multi<byte[]> chunks(ExportStream stream, Lease lease) {
        ClientPace pace =
                new ClientPace(limits.rateWindow(), limits.slowestRate().asLongValue(), ticker);
        return Multi.createBy()
                .repeating()
                .uni(() -> requireFast(pace)
                        .chain(() -> renew(lease))
                        .chain(stream::next)
                        .call(chunk ->
                                stream.isDone() ? end(lease) : Uni.createFrom().voidItem())
                        .invoke(chunk -> pace.sent(chunk.length)))
                .whilst(chunk -> !stream.isDone());
    }

    /** A few slow clients would otherwise hold all places until the longest duration. */
    private static Uni<Void> requireFast(ClientPace pace) {
        return pace.isTooSlow()
                ? Uni.createFrom().failure(new IllegalStateException("The client of the export reads too slowly"))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> renew(Lease lease) {
        long now = ticker.nanoTime();
        if (now - lease.startedAt > longest.toNanos()) {
            throw new IllegalStateException("The export lasted longer than " + longest);
        }
        if (now - lease.renewedAt < RENEW_EVERY.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        lease.renewedAt = now;
        return Panache.withTransaction(() -> leases.take(lease.accountId, lease.exportId))
                .invoke(held -> {
                    if (!held) {
                        throw new IllegalStateException("Another export of the account has begun");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> end(Lease lease) {
        return Panache.withTransaction(() -> leases.end(lease.accountId, lease.exportId))
                .onFailure()
                .invoke(failure -> LOG.warnf("The lease of an export expires: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** How long one export has run. */
    private static final class Lease {

        private final String accountId;
        private final String exportId;
        private final long startedAt;
        private long renewedAt;

        Lease(String accountId, String exportId, long startedAt) {
            this.accountId = accountId;
            this.exportId = exportId;
            this.startedAt = startedAt;
            this.renewedAt = startedAt;
        }
    }
}
