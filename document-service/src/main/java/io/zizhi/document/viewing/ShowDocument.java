package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a document to its owner; fails with 404 for another account's. */
@ApplicationScoped
public class ShowDocument {

    private final FindDocument find;

    ShowDocument(FindDocument find) {
        this.find = find;
    }

    public Uni<DocumentView> show(Caller caller, String id) {
        String accountId = caller.requireAccount();
        return find.find(id).map(document -> {
            if (!document.belongsTo(accountId)) {
                throw Document.notFound();
            }
            return DocumentView.from(document);
        });
    }
}
