package io.zizhi.document.viewing;

import io.zizhi.document.storage.Document;

/** The bytes of a document that somebody may see, authenticated to the last one. No record: arrays do not compare. */
final class Content {

    private final Document document;
    private final byte[] bytes;

    Content(Document document, byte[] bytes) {
        this.document = document;
        this.bytes = bytes;
    }

    Document document() {
        return document;
    }

    /** Not copied: they are handed on once and never changed. */
    byte[] bytes() {
        return bytes;
    }
}
