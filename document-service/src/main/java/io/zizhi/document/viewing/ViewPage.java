package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.document.viewing.pages.PageException;
import io.zizhi.document.viewing.pages.PageJob;
import io.zizhi.document.viewing.pages.PageSize;
import io.zizhi.document.viewing.pages.PagedFormats;
import io.zizhi.document.viewing.pages.RenderPages;
import io.zizhi.document.viewing.pages.RenderPages.Turn;
import io.zizhi.document.viewing.pages.RenderedPage;
import io.zizhi.document.viewing.record.CarrierRecipient;
import io.zizhi.document.viewing.record.DocumentViewing;
import io.zizhi.document.viewing.record.RecordView;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.document.viewing.watermark.Watermark;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows a page of a document, with a watermark to all but its owner. */
@ApplicationScoped
public class ViewPage {

    /** Characters that the font of a watermark has; longer names would not fit. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~ ]{1,40}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final AdmitView admit;
    private final ComplexPages complex;
    private final PagedFormats paged;
    private final ViewPlaces places;
    private final RecordView record;
    private final ObjectStore objects;
    private final RenderPages render;
    private final RecordPageCount count;

    ViewPage(
            AdmitView admit,
            ComplexPages complex,
            PagedFormats paged,
            ViewPlaces places,
            RecordView record,
            ObjectStore objects,
            RenderPages render,
            RecordPageCount count) {
        this.admit = admit;
        this.complex = complex;
        this.paged = paged;
        this.places = places;
        this.record = record;
        this.objects = objects;
        this.render = render;
        this.count = count;
    }

    /**
     * Admits the caller and shows a page.
     *
     * @param by name of the viewer, for the watermark
     * @param number from 1
     * @param width in pixels
     */
    Uni<ShownPage> view(Caller caller, String by, String documentId, int number, int width, @Nullable String reason) {
        return admit.admit(caller, documentId, reason, width > PageSize.LONGEST_THUMBNAIL)
                .chain(view -> show(view, by, number, width));
    }

    /** Shows a page to an admitted viewer. */
    Uni<ShownPage> show(Viewing view, String by, int number, int width) {
        Document document = view.document();
        if (!paged.contain(document.format())) {
            throw Problems.conflict(
                    "DOWNLOAD_ONLY", "This file cannot be shown as pages here. Download its `content`.");
        }
        if (RenderPages.isOffice(document.format())) {
            AdmitView.requireScanned(document);
        }
        int needed = Math.max(document.size(), PageSize.mostBytes(width));
        return complex.refuse(document.id(), number, width)
                .chain(() -> render.turn(view.holder(), !view.isByOwner(), document.format()))
                .chain(turn -> places.enter(view, needed)
                        .chain(place -> recorded(view, by, number)
                                .map(watermark -> new PageJob(document.format(), number, width, watermark.orElse(null)))
                                .chain(job -> rendered(turn, job, document))
                                .map(page -> shown(document, number, page, place, needed)))
                        .onFailure()
                        .invoke(turn::leave)
                        .onCancellation()
                        .invoke(turn::leave));
    }

    /** Records the view, and returns the watermark of the page; empty for the owner. */
    private Uni<Optional<Watermark>> recorded(Viewing view, String by, int number) {
        DocumentViewing viewing = view.toRecord(number);
        return view.isByOwner()
                ? record.record(viewing).map(nothing -> Optional.empty())
                : record.recordMarked(viewing).map(mark -> Optional.of(watermark(view, by, mark)));
    }

    private Uni<RenderedPage> rendered(Turn turn, PageJob job, Document document) {
        return objects.get(document.accountId(), document.objectKey(), document.size())
                .chain(pieces -> turn.render(job, pieces))
                .onFailure(ViewPage::isTooComplex)
                .recoverWithUni(failure -> complex.record(document.id(), job.number(), job.width())
                        .chain(() -> Uni.createFrom().failure(failure)))
                .onFailure(PageException.class)
                .transform(ViewPage::problem)
                .call(page -> document.pages().isPresent()
                        ? Uni.createFrom().voidItem()
                        : count.record(document.id(), page.pages()));
    }

    private static boolean isTooComplex(Throwable failure) {
        return failure instanceof PageException page && page.reason() == PageException.Cause.TOO_COMPLEX;
    }

    private static ShownPage shown(Document document, int number, RenderedPage page, ViewPlace place, int needed) {
        place.release(needed - page.png().length);
        String fileName = "doc-" + document.id() + "-" + number + ".png";
        return new ShownPage(new Content("image/png", fileName, Pieces.of(page.png()), place), page.pages());
    }

    private static ProblemException problem(PageException failure) {
        return switch (failure.reason()) {
            case NO_SUCH_PAGE -> noSuchPage();
            case UNREADABLE ->
                Problems.unprocessable(
                        "PAGE_UNREADABLE",
                        "The page cannot be shown: the file is damaged, protected by a password, or contains something"
                                + " that cannot be shown.",
                        List.of());
            case TOO_COMPLEX -> ComplexPages.tooComplex();
            case PROCESS_ENDED ->
                Problems.unavailable(
                        "PAGES_UNAVAILABLE", "The page could not be rendered. Try again later.", Duration.ofSeconds(2));
        };
    }

    static ProblemException noSuchPage() {
        return Problems.notFound("PAGE_NOT_FOUND", "The document has fewer pages.");
    }

    private static Watermark watermark(Viewing view, String by, Mark mark) {
        CarrierRecipient recipient = view.recipient();
        String first;
        String second;
        if (recipient == null) {
            first = PRINTABLE.matcher(by).matches() ? by : view.viewer().subject();
            second = "WO " + Objects.requireNonNull(view.workOrder());
        } else {
            first = Watermark.FOR_CARRIER_FILING;
            second = recipient.carrier() + " " + recipient.filingId();
        }
        return new Watermark(mark, List.of(first, second, TIME.format(view.at()), mark.toString()));
    }
}
