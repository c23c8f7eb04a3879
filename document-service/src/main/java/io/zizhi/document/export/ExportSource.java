package io.zizhi.document.export;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.export.Manifest.Exported;
import io.zizhi.document.export.QualificationServiceClient.CopyPage;
import io.zizhi.document.export.QualificationServiceClient.CopyQuestion;
import io.zizhi.document.pinning.PinRepository;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.DocumentStatus;
import io.zizhi.document.storage.FileNames;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.document.viewing.record.RecordView;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads what an export contains, page by page, each in a session of its own. */
@ApplicationScoped
class ExportSource {

    private static final Logger LOG = Logger.getLogger(ExportSource.class);
    private static final int PAGE = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final FileNames names;
    private final ObjectStore objects;
    private final RecordView views;
    private final Clock clock;
    private final QualificationServiceClient qualifications;

    ExportSource(
            DocumentRepository documents,
            PinRepository pins,
            FileNames names,
            ObjectStore objects,
            RecordView views,
            Clock clock,
            @RestClient QualificationServiceClient qualifications) {
        this.documents = documents;
        this.pins = pins;
        this.names = names;
        this.objects = objects;
        this.views = views;
        this.clock = clock;
        this.qualifications = qualifications;
    }

    /**
     * Returns the next documents of the account, in the order of their ids.
     *
     * @param last the last one of the previous page; null for the first page
     */
    Uni<List<Exported>> documentsAfter(ExportedAccount export, @Nullable Document last) {
        return Panache.withSession(() -> documents
                .after(last == null ? "" : last.id(), export.accountId(), PAGE)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.<Exported>of())
                        : names.reader(export.accountId())
                                .chain(reader -> pins.usesOf(
                                                found.stream().map(Document::id).toList())
                                        .map(uses -> found.stream()
                                                .map(document -> new Exported(
                                                        document,
                                                        reader.apply(document).orElse(null),
                                                        uses.getOrDefault(document.id(), List.of())))
                                                .toList()))));
    }

    /**
     * Returns the decrypted bytes, after it has recorded that staff receive them. Fails with
     * {@code DOCUMENT_QUARANTINED} for a document with a threat.
     */
    Uni<Pieces> bytesOf(ExportedAccount export, Document document) {
        return read(document)
                .call(() -> export.isByOwner()
                        ? Uni.createFrom().voidItem()
                        : views.recordExported(
                                export.viewOf(document.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }

    private Uni<Pieces> read(Document document) {
        return document.status() == DocumentStatus.QUARANTINED
                ? Uni.createFrom()
                        .failure(Problems.conflict(
                                "DOCUMENT_QUARANTINED", "The malware scan found a threat in this document."))
                : objects.get(document.accountId(), document.objectKey(), document.size());
    }

    /** @param after {@code next} of the previous page; null for the first page */
    Uni<CopyPage> forms(ExportedAccount export, @Nullable String after) {
        return qualifications
                .copy(export.accountId(), new CopyQuestion(export.recipient().subject(), after))
                .onFailure()
                .invoke(failure -> LOG.warnf("qualification-service: %s", failure.toString()))
                .onFailure()
                .transform(failure -> Problems.unavailable(
                        "QUALIFICATION_SERVICE_UNAVAILABLE",
                        "The forms cannot be read. Try again later.",
                        RETRY_AFTER));
    }
}
