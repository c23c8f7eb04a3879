/**
 * Sends SMS. A message is queued in the transaction of its cause and handed to the {@link SmsSender} afterwards, outside
 * any transaction.
 *
 * <pre>
 *   QUEUED ──claimed──▶ SENDING ──▶ ACCEPTED | FAILED
 *      ▲                  └──nobody knows──▶ UNKNOWN ──▶ ACCEPTED | FAILED
 *      └──the sender says that it never got it──┘
 * </pre>
 *
 * What nobody knows is asked of the sender again and never sent again blindly: a person would get it twice. A crash
 * between claim and answer leaves SENDING behind, which is treated the same after a while.
 */
@NullMarked
package io.zizhi.notification.sender;

import org.jspecify.annotations.NullMarked;
