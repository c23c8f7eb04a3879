package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the owner about a document; another account's one does not exist. */
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
