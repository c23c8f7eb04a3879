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
import java.util.List;
import java.util.Optional;

/** Stores and finds views of documents. Lists begin with the newest view. */
@ApplicationScoped
class ViewRepository {

    private static final String ADD = """
        insert into document_view
            (mark, document_id, account_id, viewer, role, reason, work_order, page,
             carrier_filing, carrier, viewed_at)
        values (:mark, :document, :account, :viewer, :role,
            cast(:reason as text), cast(:workOrder as bigint), cast(:page as integer),
            cast(:filing as bigint), cast(:carrier as text), :at)
        """;

    private static final String SELECT = """
        select mark, document_id, account_id, viewer, role, reason, work_order, page,
            carrier_filing, carrier, viewed_at
        from document_view
        """;

    private static final KeysetList<DocumentViewView> VIEWS = new KeysetList<DocumentViewView>(
                    SELECT,
                    DocumentViewView::from,
                    List.of(
                            SortKey.instant("viewed_at", DocumentViewView::viewedAt),
                            SortKey.text("mark", DocumentViewView::mark)))
            .descending();

    private static final KeysetList<StaffViewView> STAFF_VIEWS = new KeysetList<StaffViewView>(
                    SELECT,
                    StaffViewView::from,
                    List.of(
                            SortKey.instant("viewed_at", StaffViewView::viewedAt),
                            SortKey.text("mark", StaffViewView::mark)))
            .descending();

    Uni<Void> add(DocumentViewing view) {
        CarrierRecipient recipient = view.recipient();
        return new NativeQuery(ADD)
                .with("mark", view.mark().toString())
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

    Uni<Optional<DocumentViewView>> marked(Mark mark) {
        return new NativeQuery(SELECT)
                .where("mark = :mark", "mark", mark.toString())
                .first()
                .map(found -> found.map(DocumentViewView::from));
    }

    Uni<Page<StaffViewView>> ofStaff(String accountId, String documentId, PageRequest page) {
        return STAFF_VIEWS.page(
                page,
                query -> query.where("document_id = :document", "document", documentId)
                        .where("account_id = :account", "account", accountId)
                        .where("role <> :owner", "owner", Roles.APPLICANT));
    }
}
