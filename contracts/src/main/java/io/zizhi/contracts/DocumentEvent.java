package io.zizhi.contracts;

/** An event about a document, published by document-service on {@link Topics#DOCUMENT}. */
public sealed interface DocumentEvent extends Event
        permits DocumentStored, DocumentQuarantined, DocumentRecognised, DocumentDeleted {

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
            case DocumentRecognised event -> EventType.DOCUMENT_RECOGNISED;
            case DocumentDeleted event -> EventType.DOCUMENT_DELETED;
        };
    }
}
