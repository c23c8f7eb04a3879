package io.zizhi.document.viewing.record;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.watermark.Mark;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores and finds views of documents. Lists begin with the newest view. */
@ApplicationScoped
class ViewRepository {

    private static final String ADD = """
        insert into document_view
            (mark, watermark, document_id, account_id, viewer, role, reason, work_order, page,
             carrier_filing, carrier, viewed_at)
        values (:id, cast(:watermark as text), :document, :account, :viewer, :role,
            cast(:reason as text), cast(:workOrder as bigint), cast(:page as integer),
            cast(:filing as bigint), cast(:carrier as text), :at)
        """;

    /** Keeps the mark of an earlier view. Another transaction with the same view waits for the first one. */
    private static final String MARK = """
        insert into document_mark as known (mark, viewer, document_id, carrier_filing, hour)
        values (:mark, :viewer, :document, :filing, :hour)
        on conflict (viewer, document_id, carrier_filing, hour) do update set mark = known.mark
        returning mark
        """;

    private static final String SELECT = """
        select mark as id, coalesce(watermark, mark) as mark, document_id, account_id, viewer, role, reason, work_order, page,
            carrier_filing, carrier, viewed_at
        from document_view
        """;

    private static final KeysetList<DocumentViewView> VIEWS = new KeysetList<DocumentViewView>(
                    SELECT,
                    DocumentViewView::from,
                    List.of(
                            SortKey.instant("viewed_at", DocumentViewView::viewedAt),
                            SortKey.text("document_view.mark", DocumentViewView::id)))
            .descending();

    private static final KeysetList<StaffViewView> STAFF_VIEWS = new KeysetList<StaffViewView>(
                    SELECT,
                    StaffViewView::from,
                    List.of(
                            SortKey.instant("viewed_at", StaffViewView::viewedAt),
                            SortKey.text("document_view.mark", StaffViewView::id)))
            .descending();

    /** Returns the mark of all pages of the document that the viewer sees within the hour, for one recipient. */
    Uni<Mark> mark(DocumentViewing view) {
        CarrierRecipient recipient = view.recipient();
        return new NativeQuery(MARK)
                .with("mark", Mark.random().toString())
                .with("viewer", view.viewer())
                .with("document", view.documentId())
                .with("filing", recipient == null ? 0 : recipient.filingId())
                .with("hour", view.at().truncatedTo(ChronoUnit.HOURS))
                .single(String.class)
                .map(mark -> Mark.parse(mark).orElseThrow());
    }

    /** @param watermark the mark of its watermark; null for a view without a watermark */
    Uni<Void> add(DocumentViewing view, @Nullable Mark watermark) {
        CarrierRecipient recipient = view.recipient();
        return new NativeQuery(ADD)
                .with("id", Mark.random().toString())
                .with("watermark", watermark == null ? null : watermark.toString())
                .with("document", view.documentId())
                .with("account", view.accountId())
                .with("viewer", view.viewer())
                .with("role", view.role())
                .with("reason", view.reason() == null ? null : view.reason().name())
                .with("workOrder", view.workOrder())
                .with("page", view.page())
                .with("filing", recipient == null ? null : recipient.filingId())
                .with("carrier", recipient == null ? null : recipient.carrier())
                .with("at", view.at())
                .execute()
                .replaceWithVoid();
    }

    Uni<Page<DocumentViewView>> page(ViewFilter filter, PageRequest page) {
        return VIEWS.page(page, filter::on);
    }

    /** @param mark the mark of a watermark, or the number of a view */
    Uni<Page<DocumentViewView>> marked(Mark mark, PageRequest page) {
        return VIEWS.page(
                page,
                query -> query.where("(watermark = :mark or document_view.mark = :mark)", "mark", mark.toString()));
    }

    Uni<Page<StaffViewView>> ofStaff(String accountId, String documentId, PageRequest page) {
        return STAFF_VIEWS.page(
                page,
                query -> query.where("document_id = :document", "document", documentId)
                        .where("account_id = :account", "account", accountId)
                        .where("role <> :owner", "owner", Roles.APPLICANT));
    }
}
