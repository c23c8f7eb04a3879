package io.zizhi.document.pinning.removal;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.sweep.RemoveObject;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Deletes a document for its owner unless a revision uses it. */
@ApplicationScoped
public class DeleteDocument {

    private static final Logger LOG = Logger.getLogger(DeleteDocument.class);

    private final RemoveRow removeRow;
    private final RemoveObject removeObject;

    DeleteDocument(RemoveRow removeRow, RemoveObject removeObject) {
        this.removeRow = removeRow;
        this.removeObject = removeObject;
    }

    /**
     * Removes the row first and the object second: without its row the document no longer exists. The same transaction
     * records that the object must be removed, so every sweep retries that while the object store is unavailable.
     */
    public Uni<Void> delete(Caller caller, String documentId) {
        return removeRow
                .remove(caller, documentId)
                .chain(objectKey -> removeObject
                        .remove(objectKey)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Object %s is left to the next sweep: %s", objectKey, failure))
                        .onFailure()
                        .recoverWithNull());
    }
}
