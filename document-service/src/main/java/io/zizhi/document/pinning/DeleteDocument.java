package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.RemoveObject;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** An owner deletes a document that no revision relies on. */
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
     * Row first, object second: the document is gone with its row. The removal of the object is noted with the row's, so
     * that every sweep tries again what fails here, however long the object store is away.
     */
    public Uni<Void> delete(Caller caller, String documentId) {
        return removeRow
                .remove(caller, documentId)
                .chain(objectKey -> removeObject
                        .remove(objectKey)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("object %s is left to the sweep: %s", objectKey, failure))
                        .onFailure()
                        .recoverWithNull());
    }
}
