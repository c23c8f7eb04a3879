package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.viewing.pages.PageSize;
import io.zizhi.document.viewing.pages.PagedFormats;
import io.zizhi.document.viewing.record.RecordView;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Lets an authorised person view a whole document. Staff get an original only if it cannot be shown as pages, because an
 * original has no watermark. Instead of a picture they get its page.
 */
@ApplicationScoped
public class ViewContent {

    private final AdmitView admit;
    private final ViewPage page;
    private final PagedFormats paged;
    private final ViewPlaces places;
    private final RecordView record;
    private final ObjectStore objects;

    ViewContent(
            AdmitView admit,
            ViewPage page,
            PagedFormats paged,
            ViewPlaces places,
            RecordView record,
            ObjectStore objects) {
        this.admit = admit;
        this.page = page;
        this.paged = paged;
        this.places = places;
        this.record = record;
        this.objects = objects;
    }

    /** @param by name of the viewer, for a watermark */
    Uni<Content> view(Caller caller, String by, String documentId, @Nullable String reason) {
        return admit.admit(caller, documentId, reason, true).chain(view -> {
            boolean picture = view.document().format().isImage();
            return !view.isByOwner() && picture
                    ? page.show(view, by, 1, PageSize.USUAL_WIDTH).map(ShownPage::content)
                    : original(view);
        });
    }

    private Uni<Content> original(Viewing view) {
        Document document = view.document();
        if (!view.isByOwner()) {
            requireDownloadable(document);
        }
        return whole(view);
    }

    /** Sends the original to an admitted viewer. */
    Uni<Content> whole(Viewing view) {
        Document document = view.document();
        return places.enter(view, document.size())
                .call(() -> record.record(view.toRecord(null)))
                .chain(place -> objects.get(document.accountId(), document.objectKey(), document.size())
                        .map(pieces -> Content.of(document, pieces, place)));
    }

    private void requireDownloadable(Document document) {
        if (paged.contain(document.format())) {
            throw Problems.conflict(
                    "PAGES_ONLY", "Staff view this document page by page, with a watermark. Request `pages/1`.");
        }
        AdmitView.requireScanned(document);
    }
}
