package io.zizhi.contracts;

/** An event about a document, published by document-service on {@link Topics#DOCUMENT}. */
public sealed interface DocumentEvent extends Event permits DocumentStored, DocumentQuarantined, DocumentDeleted {

    String documentId();

    @Override
    default String aggregateId() {
        return documentId();
    }

    @Override
    default EventType type() {
        return switch (this) {
            case DocumentStored event -> EventType.DOCUMENT_STORED;
            case DocumentQuarantined event -> EventType.DOCUMENT_QUARANTINED;
            case DocumentDeleted event -> EventType.DOCUMENT_DELETED;
        };
    }
}
