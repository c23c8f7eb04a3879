/**
 * Sends SMS. A message is queued in the transaction of its cause. It is passed to the
 * {@link io.zizhi.notification.sender.channel.SmsSender} afterwards, outside any transaction.
 *
 * <pre>
 *   QUEUED ──▶ CLAIMED ──handed over──▶ SENDING ──▶ ACCEPTED | FAILED
 *      ▲ ▲        │                      └──no answer──▶ UNKNOWN ──▶ ACCEPTED | FAILED
 *      │ └─lapsed─┘                      │                 │
 *      └────the sender never received or took it───────────┘
 * </pre>
 *
 * A claim is a lease and allows one hand-over, which {@link BeginHandOver} records before the sender is called. A
 * replica that was paused finds its claim expired. For an UNKNOWN message the sender is asked again. It is never sent
 * again blindly: the recipient could get it twice. A crash between hand-over and answer leaves SENDING behind, which is
 * treated as UNKNOWN after a while.
 */
@NullMarked
package io.zizhi.notification.sender;

import org.jspecify.annotations.NullMarked;
