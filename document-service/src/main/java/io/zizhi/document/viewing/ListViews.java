package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.viewing.record.SearchViews;
import io.zizhi.document.viewing.record.StaffViewView;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lists to the owner of a document when staff viewed it, also after the document was removed. Fails with 404 for another
 * account's document, and for a removed one without views.
 */
@ApplicationScoped
public class ListViews {

    private final FindDocument find;
    private final SearchViews views;

    ListViews(FindDocument find, SearchViews views) {
        this.find = find;
        this.views = views;
    }

    Uni<Page<StaffViewView>> list(Caller owner, String documentId, PageRequest page) {
        String accountId = owner.requireAccount();
        return find.find(documentId)
                .map(document -> document.belongsTo(accountId))
                .onFailure(ProblemException.class)
                .recoverWithItem(false)
                .chain(exists -> views.ofStaff(accountId, documentId, page).invoke(found -> {
                    if (!exists && found.items().isEmpty()) {
                        throw Document.notFound();
                    }
                }));
    }
}
