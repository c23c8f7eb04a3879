package io.zizhi.notification.sender.message;

import java.util.stream.IntStream;

/**
 * Counts the parts of a text: the messages that are sent and billed. A provider may count otherwise, for example
 * because it adds a signature, so costs computed from the parts are an estimate.
 */
public final class MessageParts {

    private MessageParts() {}

    /** Returns the parts, at least 1. They are filled in order, and a character of two units is never split. */
    public static int of(String text) {
        SmsEncoding encoding = SmsEncoding.of(text);
        int[] units = text.codePoints().map(encoding::units).toArray();
        if (IntStream.of(units).sum() <= encoding.single()) {
            return 1;
        }
        int parts = 1;
        int used = 0;
        for (int unit : units) {
            if (used + unit > encoding.joined()) {
                parts++;
                used = 0;
            }
            used += unit;
        }
        return parts;
    }
}
