package io.zizhi.notification.sender.quota;

import java.util.List;

/**
 * The senders of SMS.
 *
 * @param items in order of preference
 */
public record SmsSendersView(List<SmsSenderView> items) {}
