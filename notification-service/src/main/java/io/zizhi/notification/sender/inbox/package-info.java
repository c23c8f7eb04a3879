/**
 * The local inbox: messages go into a table instead of to a phone, and the operator reads them by number. For one
 * machine and for tests only; phone codes can be read here and nowhere else.
 */
@NullMarked
package io.zizhi.notification.sender.inbox;

import org.jspecify.annotations.NullMarked;
