/**
 * The contract of an SMS sender, which the configuration selects by name. A sender answers that it accepted or refused
 * a message, or that the outcome is unknown. The service asks it again about messages with unknown outcome.
 */
@NullMarked
package io.zizhi.notification.sender.channel;

import org.jspecify.annotations.NullMarked;
