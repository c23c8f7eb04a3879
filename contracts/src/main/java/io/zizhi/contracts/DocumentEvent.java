package io.zizhi.contracts;

/** What happens to a document, told by document-service on {@link Topics#DOCUMENT}. */
public sealed interface DocumentEvent extends Event permits DocumentStored, DocumentDeleted {

    String documentId();

    @Override
    default String aggregateId() {
        return documentId();
    }

    @Override
    default EventType type() {
        return switch (this) {
            case DocumentStored event -> EventType.DOCUMENT_STORED;
            case DocumentDeleted event -> EventType.DOCUMENT_DELETED;
        };
    }
}
