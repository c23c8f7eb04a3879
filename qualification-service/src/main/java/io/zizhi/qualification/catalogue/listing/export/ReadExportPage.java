package io.zizhi.qualification.catalogue.listing.export;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.catalogue.listing.query.ListFilter;
import io.zizhi.qualification.catalogue.listing.query.ListOrder;
import io.zizhi.qualification.catalogue.listing.query.ListPosition;
import io.zizhi.qualification.catalogue.listing.query.ListingRepository;
import io.zizhi.qualification.catalogue.listing.query.QualificationSummaryView;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one page of an export in its own transaction, so that a long export keeps none open. */
@ApplicationScoped
class ReadExportPage {

    static final int ROWS = 500;

    private final ListingRepository listing;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;

    ReadExportPage(ListingRepository listing, RevisionRepository revisions, RevisionSeal seal, AccountCiphers ciphers) {
        this.listing = listing;
        this.revisions = revisions;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    @WithTransaction
    Uni<ExportPage> handle(String accountId, ListFilter filter, ListOrder order, @Nullable ListPosition after) {
        return listing.read(accountId, filter, order, after, ROWS)
                .chain(found -> revisions
                        .byId(revisionsOf(found))
                        .chain(by -> ciphers.forAccount(accountId)
                                .map(cipher -> found.stream()
                                        .map(each -> row(each, by, cipher))
                                        .toList()))
                        .map(rows -> new ExportPage(
                                rows, found.size() < ROWS ? null : ListPosition.after(found.getLast(), order))));
    }

    private static Set<Long> revisionsOf(List<Qualification> found) {
        return found.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.shownRevision()), each.currentRevision().stream()))
                .collect(Collectors.toSet());
    }

    private ExportRow row(Qualification each, Map<Long, Revision> by, AccountCipher cipher) {
        Revision shown = Objects.requireNonNull(by.get(each.shownRevision()), "The qualification has no revision");
        Revision current = each.currentRevision().map(by::get).orElse(null);
        return new ExportRow(QualificationSummaryView.from(each, shown, current), seal.open(shown, cipher));
    }
}
