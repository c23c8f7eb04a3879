package io.zizhi.notification.sender.inbox;

import java.util.List;

/**
 * The messages to one number.
 *
 * @param items newest first, at most 50
 */
public record InboxView(List<InboxMessageView> items) {

    /** Shows only the count, because the messages must not be logged. */
    @Override
    public String toString() {
        return "InboxView[" + items.size() + "]";
    }
}
