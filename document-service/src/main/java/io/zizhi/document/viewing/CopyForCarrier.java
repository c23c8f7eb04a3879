package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.viewing.pages.PageSize;
import io.zizhi.document.viewing.pages.PagedFormats;
import io.zizhi.document.viewing.record.CarrierRecipient;
import io.zizhi.document.viewing.record.ViewReason;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Gives the filing system a document that a claimed carrier filing names: pages with a watermark that limits them to this
 * filing, or the original if the carrier may get originals.
 */
@ApplicationScoped
public class CopyForCarrier {

    private final FindDocument find;
    private final CarrierFilingClaims claims;
    private final CarrierCopySettings settings;
    private final PagedFormats paged;
    private final ViewPage page;
    private final ViewContent content;
    private final Clock clock;

    CopyForCarrier(
            FindDocument find,
            CarrierFilingClaims claims,
            CarrierCopySettings settings,
            PagedFormats paged,
            ViewPage page,
            ViewContent content,
            Clock clock) {
        this.find = find;
        this.claims = claims;
        this.settings = settings;
        this.paged = paged;
        this.page = page;
        this.content = content;
        this.clock = clock;
    }

    Uni<ShownPage> page(Caller system, String documentId, CarrierCopyRequest request, int number) {
        return admit(system, documentId, request).chain(view -> {
            if (!paged.contain(view.document().format())) {
                throw Problems.conflict(
                        "DOWNLOAD_ONLY",
                        "This file cannot be shown as pages here. Carriers that may get originals get it without `page`.");
            }
            return page.show(view, system.subject(), number, PageSize.LARGEST_WIDTH);
        });
    }

    Uni<Content> original(Caller system, String documentId, CarrierCopyRequest request) {
        return admit(system, documentId, request).chain(view -> {
            String carrier = Objects.requireNonNull(view.recipient()).carrier();
            if (!settings.originalsFor().orElse(List.of()).contains(carrier)) {
                throw Problems.conflict(
                        "PAGES_ONLY",
                        "This carrier gets no originals. Send `page` for a page with a watermark, or name the carrier in"
                                + " `zizhi.carrier-copies.originals-for`.");
            }
            AdmitView.requireScanned(view.document());
            return content.whole(view);
        });
    }

    private Uni<Viewing> admit(Caller system, String documentId, CarrierCopyRequest request) {
        return find.find(documentId)
                .chain(document -> claims.find(request.filingId(), request.claimId(), documentId)
                        .map(filed -> viewing(
                                system,
                                document,
                                filed.workOrder(),
                                new CarrierRecipient(request.filingId(), filed.carrier()))));
    }

    private Viewing viewing(Caller system, Document document, long workOrder, CarrierRecipient recipient) {
        AdmitView.requireHarmless(document);
        return new Viewing(
                document,
                system,
                Roles.CARRIER_FILING_SYSTEM,
                ViewReason.CARRIER_FILING,
                workOrder,
                recipient,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
