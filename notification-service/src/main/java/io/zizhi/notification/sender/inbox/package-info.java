/**
 * The local inbox: messages are stored in a table instead of sent to a phone, and the operator reads them by number,
 * or on a page of this service. Only for single machines and tests. This is the only place where phone codes can be
 * read.
 */
@NullMarked
package io.zizhi.notification.sender.inbox;

import org.jspecify.annotations.NullMarked;
