package io.zizhi.notification.outbound;

/**
 * The answer to a request.
 *
 * @param status HTTP status
 * @param body the first {@link PostJson#ANSWER_BYTES} bytes of the body as UTF-8; invalid bytes and control characters
 *     other than line breaks and tabs are replaced
 */
public record Answer(int status, String body) {

    /** Omits the body, which may hold anything. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
