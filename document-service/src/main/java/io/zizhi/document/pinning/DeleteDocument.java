package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.ObjectStore;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** An owner deletes a document that no revision relies on. */
@ApplicationScoped
public class DeleteDocument {

    private static final Logger LOG = Logger.getLogger(DeleteDocument.class);

    private final RemoveRow removeRow;
    private final ObjectStore objects;

    DeleteDocument(RemoveRow removeRow, ObjectStore objects) {
        this.removeRow = removeRow;
        this.objects = objects;
    }

    /** Row first, object second: the document is gone with its row, and an object that stays behind is swept later. */
    public Uni<Void> delete(Caller caller, String documentId) {
        return removeRow
                .remove(caller, documentId)
                .chain(objectKey -> objects.remove(objectKey)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("object %s is left to the sweep: %s", objectKey, failure))
                        .onFailure()
                        .recoverWithNull());
    }
}
