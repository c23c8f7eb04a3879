package io.zizhi.qualification.testing;

/** What document-service recognised in pictures, for {@link PeerDouble}. */
public final class Pictures {

    private Pictures() {}

    /** Sets what was recognised in the picture of a document. */
    public static void recognise(String documentId, String recognition) {
        Peers.set("recognition:" + documentId, recognition);
    }

    /** Sets what was recognised in the picture of a document; the first answer says that it is unfinished. */
    public static void recogniseAfterOneAnswer(String documentId, String recognition) {
        Peers.set("recognition:" + documentId, recognition);
        Peers.set("first-recognition:" + documentId, unfinished());
    }

    /** Returns the portrait side of an identity card, with a reflection. */
    public static String portrait(String name, String idNumber) {
        return """
                {"status": "DONE", "form": "ID_PORTRAIT",
                 "fields": [
                   {"name": "name", "value": "%s", "confidence": 0.98},
                   {"name": "idNumber", "value": "%s", "confidence": 0.99, "addedLater": 1}],
                 "hints": ["GLARE", "ADDED_LATER"], "colour": true, "redSeal": false,
                 "perceptualHash": "00f0a1b2c3d4e5f6", "addedLater": 1}
                """.formatted(name, idNumber);
    }

    /** Returns a recognition that a worker has not finished. */
    public static String unfinished() {
        return "{\"status\": \"RUNNING\", \"fields\": [], \"hints\": []}";
    }
}
