package io.zizhi.notification.sender.inbox;

import java.util.List;

/**
 * What arrived for one number.
 *
 * @param items newest first, at most 50
 */
public record InboxView(List<InboxMessageView> items) {

    /** Only how many: nothing of them belongs into a log. */
    @Override
    public String toString() {
        return "InboxView[" + items.size() + "]";
    }
}
