package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.document.storage.FileNames;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a document to its owner; fails with 404 for another account's document. */
@ApplicationScoped
public class ShowDocument {

    private final FindDocument find;
    private final FileNames names;

    ShowDocument(FindDocument find, FileNames names) {
        this.find = find;
        this.names = names;
    }

    public Uni<DocumentView> show(Caller caller, String id) {
        String accountId = caller.requireAccount();
        return find.find(id).chain(document -> {
            if (!document.belongsTo(accountId)) {
                throw Document.notFound();
            }
            return names.view(document);
        });
    }
}
