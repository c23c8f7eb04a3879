/**
 * The contract of an SMS sender. The configuration names the senders in order of preference. A sender answers that it
 * accepted or refused a message, or that the outcome is unknown. The service asks it again about messages with unknown
 * outcome. A sender that gets delivery receipts passes them to {@link SmsReceipts}.
 */
@NullMarked
package io.zizhi.notification.sender.channel;

import org.jspecify.annotations.NullMarked;
